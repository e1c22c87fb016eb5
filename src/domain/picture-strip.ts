import { PAGE_COLOURS } from './colour-page';
import type { Box } from './picture/ground';
import { keyBlock } from './picture/key';
import { textWidth, wrap } from './picture/lines';
import { circleScale, drawMap } from './picture/map';
import { foot, head, svgDocument } from './picture/parts';
import type { PictureInput, PictureMap } from './picture/types';
import { EMPTY, n, textAt, type Block } from './picture/xml';

/** More would be stamps, not maps. */
export const MOST_FRAMES = 12;

/** At most `most` of a series, first and last among them, the rest evenly between. */
export function pickFrames<T>(all: readonly T[], most = MOST_FRAMES): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]!);
}

export interface StripInput extends Omit<PictureInput, 'map'> {
  /** Ascending in time; each with its date as printed. */
  frames: readonly { label: string; map: PictureMap }[];
  /** Maps and legend alone, on a page that says the words itself. */
  plain?: boolean;
}

/** Small maps of one series side by side, each under its date: a time-lapse that stands still. */
export function drawStrip(input: StripInput): string {
  const { width, height, theme, lang, frames, legend } = input;
  const unit = Math.min(width, height) / 540;
  const colours = PAGE_COLOURS[theme];
  const margin = input.plain ? 0 : 22 * unit;
  const inner = width - 2 * margin;
  const wide = width / height > 1.25;
  const words = wide ? inner * 0.56 : inner;
  const most = { title: 2, finding: 2 };
  const above = input.plain ? EMPTY : head(input, unit, words, most, [25, 23, 21, 19, 17]);
  const below = input.plain ? EMPTY : foot(input, unit, inner);
  const look = { theme, unit, width: wide ? inner * 0.38 : inner };
  const grid = (top: number): Box => ({
    x: margin,
    y: top,
    width: inner,
    height: height - margin - below.height - 10 * unit - top,
  });
  const under = margin + above.height + 12 * unit;
  const circles = frames[0]?.map.circles;
  const keyFor = (box: Box) => {
    const radius = circles ? circleScale(circles.radius, { box }) : 0;
    return legend ? keyBlock(legend, 'bar', { ...look, radius }) : EMPTY;
  };
  const topOf = (key: Block) =>
    wide
      ? Math.max(margin + above.height, margin + key.height) + 14 * unit
      : under + key.height + (key.height ? 8 * unit : 0);
  // The circles of the legend are those of the small maps, whose room depends on the legend: the second time they agree.
  let sheet = arrange(grid(under), frames, unit);
  let key = keyFor(sheet.maps[0] ?? grid(under));
  for (let i = 0; i < 2; i++) {
    sheet = arrange(grid(topOf(key)), frames, unit);
    key = keyFor(sheet.maps[0] ?? grid(under));
  }
  const { size, labels } = sheet;
  const type = { face: 'bold', size, fill: colours.ink } as const;
  const maps = sheet.cells.map((cell, i) => {
    const [{ map }, box] = [frames[i]!, sheet.maps[i]!];
    const drawn = drawMap(alone(map), box, { theme, unit: Math.max(0.45, unit * 0.6), lang });
    const lines = labels[i]!.map((line, l) => {
      const x = cell.x + (cell.width - textWidth(line, 'bold', size)) / 2;
      return textAt(line, x, cell.y + size * (0.85 + LEADING * l), type);
    });
    return drawn.svg + lines.join('');
  });
  return svgDocument(
    input,
    (input.plain ? '' : `<rect width="${n(width)}" height="${n(height)}" fill="${colours.paper}"/>`) +
      above.draw(margin, margin) +
      (wide ? key.draw(width - margin - inner * 0.38, margin) : key.draw(margin, under)) +
      maps.join('') +
      below.draw(margin, height - margin - below.height),
  );
}

const LEADING = 1.12;

/** The grid with its words: dates in one line; names, smaller, in as many as they need, which all maps leave free. */
function arrange(box: Box, frames: StripInput['frames'], unit: number) {
  const set = (size: number, lines: number) => {
    const at = cells(box, frames, unit, lines);
    const labels = frames.map(({ label }) => wrap(label, 'bold', size, at[0]?.width ?? 0));
    return { size, labels, cells: at, maps: at.map((cell) => mapIn(cell, unit, lines)) };
  };
  const tall = (labels: readonly string[][]) => Math.max(1, ...labels.map((lines) => lines.length));
  let sheet = set(12.5 * unit, 1);
  // More lines may ask for narrower maps, and those for more lines.
  for (let lines = 2; tall(sheet.labels) > lines - 1 && lines < 6; lines++) sheet = set(10.5 * unit, lines);
  return sheet;
}

/** Height of the words over each map. */
const wordsOver = (unit: number, lines: number): number => (16 + 12 * (lines - 1)) * unit;

/** Below the words. */
const mapIn = (cell: Box, unit: number, lines: number): Box => ({
  ...cell,
  y: cell.y + wordsOver(unit, lines),
  height: Math.max(1, cell.height - wordsOver(unit, lines)),
});

/** The grid of columns and rows that leaves each map largest, filled row by row. */
function cells(box: Box, frames: StripInput['frames'], unit: number, lines: number): Box[] {
  const shapes = frames[0]?.map.shapes;
  const aspect = shapes ? shapes.width / shapes.height : 1;
  const gap = 8 * unit;
  const count = frames.length;
  const cellFor = (columns: number) => {
    const rows = Math.ceil(count / columns);
    return {
      columns,
      width: (box.width - gap * (columns - 1)) / columns,
      height: (box.height - gap * (rows - 1)) / rows,
    };
  };
  const size = (c: { width: number; height: number }) =>
    Math.min(c.width, (c.height - wordsOver(unit, lines)) * aspect);
  const best = Array.from({ length: count }, (_, i) => cellFor(i + 1)).reduce(
    (a, b) => (size(b) > size(a) + 0.5 ? b : a),
    cellFor(1),
  );
  return frames.map((_, i) => ({
    x: box.x + (i % best.columns) * (best.width + gap),
    y: box.y + Math.floor(i / best.columns) * (best.height + gap),
    width: best.width,
    height: best.height,
  }));
}

/** Neither names nor surroundings: at this size both are noise. */
function alone(map: PictureMap): PictureMap {
  const { around: _around, ...rest } = map;
  return { ...rest, names: [] };
}
