import { mount } from 'svelte';
import type { AtlasContext } from '../context';
import PrintSheet from './PrintSheet.svelte';

let sheet: { ready: Promise<void>; context: AtlasContext } | null = null;

/**
 * Puts the sheet for paper into the page, where only a printer sees it; it follows the view from then on. The promise is kept once
 * map and figures stand on it, and refused when their files do not come.
 */
export function prepareSheet(context: AtlasContext): Promise<void> {
  if (sheet?.context === context) return sheet.ready;
  const ready = new Promise<void>((resolve, reject) => {
    mount(PrintSheet, { target: document.body, props: { context, onready: resolve, onfail: reject } });
  });
  sheet = { ready, context };
  return ready;
}

/** Opens the browser's own dialog on the sheet; where the outlines do not come, the figures print without a map. */
export async function printSheet(context: AtlasContext): Promise<void> {
  await prepareSheet(context).catch(() => undefined);
  // Fonts of the sheet, and one frame for it to be laid out.
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
  window.print();
}
