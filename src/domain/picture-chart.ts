import { PAGE_COLOURS } from './colour-page';
import type { KeyForm } from './picture/key';
import { foot, head, svgDocument, wordsColumn } from './picture/parts';
import type { PictureInput } from './picture/types';
import { n, type Block } from './picture/xml';

/** Room for a chart, its top left corner at (x, y); `unit` px are one of its letters' units. */
export interface ChartRoom {
  x: number;
  y: number;
  width: number;
  height: number;
  unit: number;
}

export interface ChartPictureInput extends Omit<PictureInput, 'map' | 'legend'> {
  /** What lines, signs and colours mean, no wider than `width`. */
  key: (form: KeyForm, width: number, unit: number) => Block;
  /** The chart in its room. */
  chart: (room: ChartRoom) => string;
}

/** Height over width beyond which a chart is only stretched. */
const TALLEST = 1.35;

/** A chart in the frame of a map: title, finding, key, source and address as text; pure like it. */
export function drawChartPicture(input: ChartPictureInput): string {
  const { width, height, theme } = input;
  const unit = Math.min(width, height) / 540;
  const inside = width / height > 1.25 ? wide(input, unit) : tall(input, unit);
  const ground = `<rect width="${n(width)}" height="${n(height)}" fill="${PAGE_COLOURS[theme].paper}"/>`;
  return svgDocument({ ...input, legend: null }, ground + inside);
}

/** A column of words at the left, the chart at the right. */
function wide(input: ChartPictureInput, unit: number): string {
  const { width, height } = input;
  const margin = 24 * unit;
  const column = Math.min(300 * unit, width * 0.36);
  const below = foot(input, unit, column);
  const free = height - 2 * margin - below.height - 16 * unit;
  const words = wordsColumn(input, unit, column, free, (form) => input.key(form, column, unit));
  const x = margin + column + 32 * unit;
  const room = { x, y: margin, width: width - x - margin, height: height - 2 * margin, unit };
  return words.draw(margin, margin) + below.draw(margin, height - margin - below.height) + input.chart(room);
}

/** Words above, key under them, then the chart, source at the foot. */
function tall(input: ChartPictureInput, unit: number): string {
  const { width, height } = input;
  const margin = 22 * unit;
  const inner = width - 2 * margin;
  const below = foot(input, unit, inner);
  const high = height / width;
  const most = { title: 3, finding: high > 1.15 ? 5 : 3 };
  const above = head(input, unit, inner, most, [26, 24, 22, 20, 18]);
  const key = input.key('bar', inner, unit);
  const top = margin + above.height + 14 * unit;
  const y = top + (key.height ? key.height + 14 * unit : 0);
  const given = height - margin - below.height - 16 * unit - y;
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
