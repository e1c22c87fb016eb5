import type { Component } from 'svelte';
import type { Page } from '../model/view';

/** Screens beside Explore: `pages/<name>.svelte`, each loaded when it is first asked for. */
const FOUND = import.meta.glob<{ default: Component<{ onready: () => void }> }>('./pages/*.svelte');

export const pageExists = (page: Page): boolean => page === 'explore' || `./pages/${page}.svelte` in FOUND;

/** Rejects with RangeError for a screen that is not there, else as the network does. */
export function loadPage(page: Page): Promise<Component<{ onready: () => void }>> {
  const find = FOUND[`./pages/${page}.svelte`];
  return find
    ? find().then((m) => m.default)
    : Promise.reject(new RangeError(`there is no screen "${page}"`));
}
