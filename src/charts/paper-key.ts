import type { ColourTheme } from '../domain/colour';
import { PAGE_COLOURS } from '../domain/colour-page';
import { keyBlock } from '../domain/picture/key';
import { wrap } from '../domain/picture/lines';
import { EMPTY, n, stack, textBlock, type Block } from '../domain/picture/xml';
import type { CalendarKeyOf } from './specs/calendar';

/** How a key is set: its type size and how wide it may be, px. */
export interface KeyLook {
  theme: ColourTheme;
  size: number;
  width: number;
}

/** In type sizes. */
const [SWATCH, GAP, ROW] = [1.65, 0.5, 1.5];

/** A sign and its word: the sign is drawn with its left end at (x, y), `wide` px wide. */
export interface Entry {
  sign: (x: number, y: number, wide: number) => string;
  label: string;
}

export const lineSign =
  (colour: string, width: number, dash = ''): Entry['sign'] =>
  (x, y, wide) =>
    `<path d="M${n(x)} ${n(y)}h${n(wide)}" stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** Entries one after the other, in as many rows as they need. */
export function entriesBlock(entries: readonly Entry[], { theme, size, width }: KeyLook): Block {
  if (!entries.length) return EMPTY;
  const [swatch, gap, row] = [SWATCH * size, GAP * size, ROW * size];
  const type = { face: 'sans', size, fill: PAGE_COLOURS[theme].ink } as const;
  let [x, y] = [0, 0];
  const placed = entries.map(({ sign, label }) => {
    const lines = wrap(label, 'sans', size, width - swatch - gap);
    const words = textBlock(lines, type, 1.2);
    const wide = swatch + gap + words.width;
    if (x > 0 && x + wide > width) [x, y] = [0, y + row];
    const at = { sign, words, x, y };
    // A label of several lines stands alone in its row.
    if (lines.length > 1) [x, y] = [0, y + words.height + 0.4 * size];
    else x += wide + 1.4 * size;
    return at;
  });
  return {
    width,
    height: y + (x > 0 ? row : 0),
    draw: (left, top) =>
      placed
        .map(
          (at) =>
            at.sign(left + at.x, top + at.y + row / 2, swatch) +
            at.words.draw(left + at.x + swatch + gap, top + at.y + row / 2 - 0.45 * size),
        )
        .join(''),
  };
}

/** A sentence under a chart: what its outline is, what is missing from it. */
export const noteBlock = (note: string, { theme, size, width }: KeyLook): Block =>
  textBlock(wrap(note, 'sans', size, width), { face: 'sans', size, fill: PAGE_COLOURS[theme].muted }, 1.3);

/** Colours of the days with the limits between them, and the signs of what passes a mark. */
export function calendarBlock(
  { colours, limits, unit, marks, missing }: CalendarKeyOf,
  look: KeyLook,
): Block {
  const { theme, size, width } = look;
  const { ink, strongLine } = PAGE_COLOURS[theme];
  const legend = {
    kind: 'classes',
    caption: unit,
    missing: [],
    classes: colours.map((colour) => ({ colour, label: '' })),
    ticks: ['', ...limits, ''],
  } as const;
  const dot: Entry['sign'] = (x, y, wide) =>
    `<circle cx="${n(x + wide / 2)}" cy="${n(y)}" r="${n(size / 4)}" fill="${ink}"/>`;
  const ring: Entry['sign'] = (x, y, wide) =>
    `<circle cx="${n(x + wide / 2)}" cy="${n(y)}" r="${n(size / 3)}" fill="none" stroke="${ink}" stroke-width="1.5"/>`;
  const none: Entry['sign'] = (x, y, wide) =>
    `<path d="M${n(x + wide / 2 - 5)} ${n(y - 5)}h10v10h-10zm0 10l10-10" fill="none" stroke="${strongLine}"/>`;
  const signs = [
    ...marks.map((label, i): Entry => ({ label, sign: i > 0 ? ring : dot })),
    ...(missing ? [{ label: missing, sign: none }] : []),
  ];
  const bar = keyBlock(legend, 'bar', { theme, unit: size / 11, width, radius: 0 });
  return stack([bar, [6, entriesBlock(signs, look)]]);
}
