import type { Row } from './sheet-stops';

/** Line boxes of a tight paragraph overlap by a pixel or two; without these edges they are lines of their own. */
const EDGE = 2;

/** Boxes of all that is seen in `root`, line by line, in px below its top; nothing that begins below `limit`. */
export function visibleRows(root: HTMLElement, limit: number): Row[] {
  const origin = root.getBoundingClientRect().top;
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const rows: Row[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.hasChildNodes()) continue;
    if (node instanceof Text) {
      if (!node.data.trim() || node.parentElement?.closest('.visually-hidden')) continue;
      range.selectNode(node);
    }
    for (const { top, bottom, height } of (node instanceof Element ? node : range).getClientRects())
      if (height > 2 * EDGE && top - origin < limit)
        rows.push({ top: top - origin + EDGE, bottom: bottom - origin - EDGE });
  }
  return rows;
}
