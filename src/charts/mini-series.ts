import type { SeriesLine } from './series-spec';
import { seriesDomain } from './series-spec';

/** A line of a small chart in a box 0–100 wide and 0–100 high, y downwards, with gaps where values are missing. */
export interface MiniLine {
  own: boolean;
  d: string;
  /** Where the last value lies, in per cent; null without one. */
  end: { x: number; y: number } | null;
}

/** Years in the order of time → a place from 0 to 100: distances in time are kept even where years are missing. */
const across = (years: readonly number[]) => {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return (year: number): number => (last > first ? ((year - first) / (last - first)) * 100 : 50);
};

/** Lines of one small chart on common axes. Periods are years; the vertical axis holds all lines, with a little room. */
export function miniLines(lines: readonly SeriesLine[]): MiniLine[] {
  const years = lines.flatMap((line) => line.points.map((p) => Number(p.period)));
  if (years.length === 0) return lines.map(({ own }) => ({ own, d: '', end: null }));
  const x = across(years);
  const [low, high] = seriesDomain(lines);
  const y = (value: number): number => 100 - ((value - low) / (high - low)) * 100;
  return lines.map(({ own, points }) => {
    let d = '';
    let end: MiniLine['end'] = null;
    let pen = false;
    for (const { period, value } of points) {
      if (value !== null) {
        end = { x: x(Number(period)), y: y(value) };
        d += `${pen ? 'L' : 'M'}${end.x.toFixed(2)} ${end.y.toFixed(2)}`;
      }
      pen = value !== null;
    }
    return { own, d, end };
  });
}
