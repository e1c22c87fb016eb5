import type { Component } from 'svelte';

/** What a reader can do with the view, in the order it is offered; each is `tools/<name>.svelte`, loaded when first opened. */
export const TOOLS = ['kind', 'classes', 'compare', 'take'] as const;
export type Tool = (typeof TOOLS)[number];

const FOUND = import.meta.glob<{ default: Component }>('./tools/*.svelte');

export const toolsThere: readonly Tool[] = TOOLS.filter((tool) => `./tools/${tool}.svelte` in FOUND);

export const loadTool = (tool: Tool): Promise<Component> =>
  FOUND[`./tools/${tool}.svelte`]!().then((m) => m.default);
