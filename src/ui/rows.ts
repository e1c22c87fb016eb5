/** Top and bottom of something in the sheet, in px below the sheet's edge. */
export interface Row {
  readonly top: number;
  readonly bottom: number;
}

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

/** By how much a lowered sheet may be higher than it is meant to be, to finish a row. */
const LONGER = 0.15;
/** Px kept between the last row in sight and the edge of the screen. */
const AIR = 6;

/**
 * Height at which a lowered sheet cuts nothing in two: what it is meant to have, in px, or a little more where that finishes the row it
 * would cut, else the end of the row before.
 */
export function restingHeight(low: number, boxes: readonly Row[]): number {
  const rows = mergedRows(boxes);
  let at = low;
  // Making room for one row may cut into the next one.
  for (const { top, bottom } of rows) if (top < at && bottom + AIR > at) at = bottom + AIR;
  if (at <= low * (1 + LONGER)) return Math.ceil(at);
  const before = rows.filter(({ bottom }) => bottom + AIR <= low).at(-1);
  return before ? Math.ceil(before.bottom + AIR) : low;
}

/** What stands side by side is one row. */
function mergedRows(boxes: readonly Row[]): Row[] {
  const rows: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    if (last && top < last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else rows.push({ top, bottom });
  }
  return rows;
}
