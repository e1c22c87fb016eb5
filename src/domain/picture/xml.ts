import { escapeXml } from '../xml';
import { textWidth, type Face } from './lines';

/** Two decimals at most, no binary dust. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Stacks of the page; a program without these fonts takes the next of a like width. */
const FAMILY: Record<Face, string> = {
  sans: "'Titillium Web', 'Segoe UI', 'Helvetica Neue', sans-serif",
  bold: "'Titillium Web', 'Segoe UI', 'Helvetica Neue', sans-serif",
  serif: "Lora, Georgia, 'Times New Roman', serif",
};
const WEIGHT: Record<Face, string> = { sans: '', bold: ' font-weight="600"', serif: ' font-weight="600"' };

export interface Type {
  face: Face;
  size: number;
  fill: string;
}

/** One line of text, its baseline at `y`. Attributes rather than style sheets: drawing programs read them all. */
export function textAt(text: string, x: number, y: number, type: Type, extra = ''): string {
  return (
    `<text x="${n(x)}" y="${n(y)}" font-family="${FAMILY[type.face]}" font-size="${n(type.size)}"` +
    `${WEIGHT[type.face]} fill="${type.fill}"${extra}>${escapeXml(text)}</text>`
  );
}

/** A part of a picture that knows its size and draws itself with its top left corner at (x, y). */
export interface Block {
  width: number;
  height: number;
  draw(x: number, y: number): string;
}

export const EMPTY: Block = { width: 0, height: 0, draw: () => '' };

/** Where the baseline of a line of text stands below its top, and how far lines are apart, in type sizes. */
const ASCENT = 0.8;

/** Lines set one under the other; `leading` in type sizes. The block ends a little below the last baseline. */
export function textBlock(lines: readonly string[], type: Type, leading = 1.3): Block {
  if (!lines.length) return EMPTY;
  return {
    width: Math.max(...lines.map((line) => textWidth(line, type.face, type.size))),
    height: type.size * (ASCENT + 0.22 + leading * (lines.length - 1)),
    draw: (x, y) =>
      lines.map((line, i) => textAt(line, x, y + type.size * (ASCENT + leading * i), type)).join(''),
  };
}

/** Blocks one under the other with a gap before each but the first; empty ones take no room. */
export function stack(blocks: readonly (Block | readonly [gap: number, block: Block])[]): Block {
  const parts = blocks
    .map((b): [number, Block] => ('draw' in b ? [0, b] : [b[0], b[1]]))
    .filter(([, block]) => block.height > 0);
  const height = parts.reduce((sum, [gap, block], i) => sum + (i ? gap : 0) + block.height, 0);
  return {
    width: Math.max(0, ...parts.map(([, block]) => block.width)),
    height,
    draw(x, y) {
      let top = y;
      return parts
        .map(([gap, block], i) => {
          if (i) top += gap;
          const drawn = block.draw(x, top);
          top += block.height;
          return drawn;
        })
        .join('');
    },
  };
}
