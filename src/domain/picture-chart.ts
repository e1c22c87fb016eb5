import { PAGE_COLOURS } from './colour-page';
import type { KeyForm } from './picture/key';
import { foot, head, svgDocument, wordsColumn } from './picture/parts';
import type { PictureInput } from './picture/types';
import { EMPTY, n, type Block } from './picture/xml';

/** Room for a chart, its top left corner at (x, y); `unit` px are one of its letters' units. */
export interface ChartRoom {
  x: number;
  y: number;
  width: number;
  height: number;
  unit: number;
}

export interface ChartKeyLook {
  form: KeyForm;
  /** Widest it may be, px. */
  width: number;
  unit: number;
  /** With the notes on method, which give way where the chart would have no room. */
  full: boolean;
}

export interface ChartPictureInput extends Omit<PictureInput, 'map' | 'legend'> {
  /** What lines, signs and colours mean. */
  key: (look: ChartKeyLook) => Block;
  /** The chart in its room. */
  chart: (room: ChartRoom) => string;
  /** Key and chart alone: title, finding and source stand beside it already. */
  plain?: boolean;
}

/** Height over width beyond which a chart is only stretched. */
const TALLEST = 1.35;
/** A chart that has less than this of the picture's height is not read. */
const LEAST = 0.42;

/** A chart in the frame of a map: title, finding, key, source and address as text; pure like it. */
export function drawChartPicture(input: ChartPictureInput): string {
  const { width, height, theme } = input;
  const unit = Math.min(width, height) / 540;
  const inside = width / height > 1.25 && !input.plain ? wide(input, unit) : tall(input, unit);
  const ground = `<rect width="${n(width)}" height="${n(height)}" fill="${PAGE_COLOURS[theme].paper}"/>`;
  return svgDocument({ ...input, legend: null }, (input.plain ? '' : ground) + inside);
}

/** A column of words at the left, the chart at the right. */
function wide(input: ChartPictureInput, unit: number): string {
  const { width, height } = input;
  const margin = 24 * unit;
  const column = Math.min(300 * unit, width * 0.36);
  const below = foot(input, unit, column);
  const free = height - 2 * margin - below.height - 16 * unit;
  const look = { width: column, unit };
  const fullest = wordsColumn(input, unit, column, free, (form) => input.key({ form, ...look, full: true }));
  const words =
    fullest.height <= free
      ? fullest
      : wordsColumn(input, unit, column, free, (form) => input.key({ form, ...look, full: false }));
  const x = margin + column + 32 * unit;
  const room = { x, y: margin, width: width - x - margin, height: height - 2 * margin, unit };
  return words.draw(margin, margin) + below.draw(margin, height - margin - below.height) + input.chart(room);
}

/** Words above, key under them, then the chart, source at the foot. */
function tall(input: ChartPictureInput, unit: number): string {
  const { width, height, plain = false } = input;
  const margin = plain ? 0 : 22 * unit;
  const inner = width - 2 * margin;
  const below = plain ? EMPTY : foot(input, unit, inner);
  const high = height / width;
  const most = { title: 3, finding: high > 1.15 ? 5 : 3 };
  const above = plain ? EMPTY : head(input, unit, inner, most, [26, 24, 22, 20, 18]);
  const top = margin + (above.height ? above.height + 14 * unit : 0);
  const end = height - margin - (below.height ? below.height + 16 * unit : 0);
  const under = ({ height: tall }: Block) => top + (tall ? tall + 14 * unit : 0);
  const look = { form: 'bar', width: inner, unit } as const;
  const fullest = input.key({ ...look, full: true });
  const key = end - under(fullest) >= LEAST * height ? fullest : input.key({ ...look, full: false });
  const y = under(key);
  const given = end - y;
  const room = { x: margin, y, width: inner, height: Math.min(given, inner * TALLEST), unit };
  // What is left over stands half above and half below.
  room.y += (given - room.height) / 2;
  return (
    above.draw(margin, margin) +
    key.draw(margin, top) +
    input.chart(room) +
    below.draw(margin, height - margin - below.height)
  );
}
