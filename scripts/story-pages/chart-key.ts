import { PAGE_COLOURS } from '../../src/domain/colour-page';
import { keyBlock } from '../../src/domain/picture/key';
import { textWidth, wrap } from '../../src/domain/picture/lines';
import { n, stack, textAt, textBlock, EMPTY, type Block } from '../../src/domain/picture/xml';
import type { CalendarKeyOf } from '../../src/charts/specs/calendar';

const { ink, muted, strongLine } = PAGE_COLOURS.light;
const SIZE = 12;
const ROW = 1.5 * SIZE;
const [SWATCH, GAP] = [20, 6];

/** A sign and its word: the sign is drawn in a box of SWATCH × SIZE with its middle at (x, y). */
export interface Entry {
  sign: (x: number, y: number) => string;
  label: string;
}

export const lineSign =
  (colour: string, width: number, dash = '') =>
  (x: number, y: number): string =>
    `<path d="M${n(x)} ${n(y)}h${SWATCH}" stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** Entries one after the other, in as many rows as they need. */
function flow(entries: readonly Entry[], width: number): Block {
  if (!entries.length) return EMPTY;
  let [x, row] = [0, 0];
  const placed = entries.map((entry) => {
    const wide = SWATCH + GAP + textWidth(entry.label, 'sans', SIZE);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { ...entry, x, row };
    x += wide + 1.4 * SIZE;
    return at;
  });
  return {
    width,
    height: (row + 1) * ROW,
    draw: (left, top) =>
      placed
        .map((entry) => {
          const y = top + entry.row * ROW + ROW / 2;
          const words = { face: 'sans', size: SIZE, fill: ink } as const;
          return (
            entry.sign(left + entry.x, y) +
            textAt(entry.label, left + entry.x + SWATCH + GAP, y + SIZE * 0.35, words)
          );
        })
        .join(''),
  };
}

function svg(block: Block, width: number): string {
  if (block.height <= 0) return '';
  const height = Math.ceil(block.height + 4);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${block.draw(0, 2)}</svg>`;
}

export const entriesKey = (entries: readonly Entry[], width: number): string =>
  svg(flow(entries, width), width);

/** A sentence under a chart that says what its outline is. */
export const noteKey = (note: string, width: number): string =>
  svg(textBlock(wrap(note, 'sans', SIZE, width), { face: 'sans', size: SIZE, fill: muted }), width);

/** Colours of the days with the limits between them, and the signs of what passes a mark. */
export function calendarKey({ colours, limits, unit, marks, missing }: CalendarKeyOf, width: number): string {
  const classes = colours.map((colour) => ({ colour, label: '' }));
  const legend = {
    kind: 'classes',
    caption: unit,
    missing: [],
    classes,
    ticks: ['', ...limits, ''],
  } as const;
  const middle = (x: number) => n(x + SWATCH / 2);
  const dot: Entry['sign'] = (x, y) => `<circle cx="${middle(x)}" cy="${n(y)}" r="3" fill="${ink}"/>`;
  const ring: Entry['sign'] = (x, y) =>
    `<circle cx="${middle(x)}" cy="${n(y)}" r="4" fill="none" stroke="${ink}" stroke-width="1.5"/>`;
  const none: Entry['sign'] = (x, y) =>
    `<path d="M${n(x + 5)} ${n(y - 5)}h10v10h-10zm0 10l10-10" fill="none" stroke="${strongLine}"/>`;
  const signs = [
    ...marks.map((label, i): Entry => ({ label, sign: i > 0 ? ring : dot })),
    ...(missing ? [{ label: missing, sign: none }] : []),
  ];
  const bar = keyBlock(legend, 'bar', { theme: 'light', unit: 1.1, width, radius: 0 });
  return svg(stack([bar, [6, flow(signs, width)]]), width);
}
