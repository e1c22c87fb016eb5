import type { DayCell } from '../domain/daily';
import { dot, figure, keyed, link, rect, text, type ChartPoint, type ChartSize, type Drawn } from './plot';

export interface CalendarSpec {
  days: readonly DayCell[];
  /** Months beside each other. */
  columns: number;
  monthNames: readonly string[];
  /** Monday to Sunday, a letter each. */
  weekdays: readonly string[];
  colour: (value: number) => string;
  /** Ink that can be read on that colour. */
  ink: (value: number) => string;
  /** 0 = no mark, 1 = past the first threshold, 2 = past the second: a dot, a ring. */
  mark: (value: number) => 0 | 1 | 2;
  empty: { ground: string; ink: string };
  read: (day: DayCell) => { title: string; text: string };
}

const WEEKS = 6;
/** Parts of a day's side: gap between months, head of a month. */
const [GAP, HEAD] = [0.9, 2.3];

/** Side of a day in px for a chart `width` px wide. */
export const daySide = (width: number, columns: number): number =>
  width / (columns * 7 + (columns - 1) * GAP);

/** Rows of months, in days' sides. */
const tallness = (columns: number): number => Math.ceil(12 / columns) * (WEEKS + HEAD) - 0.3;

/** Height in px of twelve months in rows of `columns`. */
export const calendarHeight = (width: number, columns: number): number =>
  Math.ceil(tallness(columns) * daySide(width, columns));

/** Side of a day in px so that the year fits in width and height. */
const sideIn = ({ width, height }: Pick<ChartSize, 'width' | 'height'>, columns: number): number =>
  Math.min(daySide(width, columns), height / tallness(columns));

/** Months beside each other for the largest days in a given rectangle. */
export const columnsIn = (size: Pick<ChartSize, 'width' | 'height'>): number =>
  [2, 3, 4, 6].reduce((best, columns) => (sideIn(size, columns) > sideIn(size, best) ? columns : best));

/** Twelve months as on a wall calendar, each day in the colour of its value. */
export function calendarChart(spec: CalendarSpec, size: ChartSize): Drawn {
  const side = sideIn(size, spec.columns);
  const place = (month: number) => ({
    x: ((month - 1) % spec.columns) * (7 + GAP) * side,
    y: Math.floor((month - 1) / spec.columns) * (WEEKS + HEAD) * side,
  });
  const placed = spec.days.map((day) => {
    const { x, y } = place(day.month);
    return { ...day, px: x + day.weekday * side, py: y + (HEAD - 0.1 + day.week) * side };
  });
  type Placed = (typeof placed)[number];
  const measured = placed.filter((day) => day.value !== null);
  const missing = placed.filter((day) => day.value === null);
  const marked = (kind: 1 | 2) => measured.filter((day) => spec.mark(day.value!) === kind);
  const months = [...new Set(spec.days.map(({ month }) => month))];
  const inset = Math.max(0.5, side * 0.045);
  const at = { x: (d: Placed) => d.px + side / 2, y: (d: Placed) => d.py + side / 2 };
  const box = {
    x1: 'px',
    x2: (d: Placed) => d.px + side,
    y1: 'py',
    y2: (d: Placed) => d.py + side,
    inset,
    ...keyed((d: Placed) => d.date),
  };
  const small = Math.max(9, Math.min(0.8 * size.rem, side * 0.62));
  const node = figure(size, {
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      text(months, {
        x: (m: number) => place(m).x + inset,
        y: (m: number) => place(m).y + side * 0.65,
        text: (m: number) => spec.monthNames[m - 1] ?? '',
        textAnchor: 'start',
        fill: 'var(--ink)',
        fontWeight: 600,
        fontSize: Math.max(11, Math.min(size.rem, side * 0.8)),
      }),
      text(
        months.flatMap((m) => spec.weekdays.map((name, d) => ({ m, name, d }))),
        {
          x: ({ m, d }: { m: number; d: number }) => place(m).x + (d + 0.5) * side,
          y: ({ m }: { m: number }) => place(m).y + side * 1.72,
          text: 'name',
          fill: 'var(--muted)',
          fontSize: small,
        },
      ),
      rect(measured, { ...box, fill: (d: Placed) => spec.colour(d.value!), rx: 1.5 }),
      rect(missing, {
        ...box,
        fill: spec.empty.ground,
        stroke: spec.empty.ink,
        strokeWidth: 0.6,
        strokeOpacity: 0.6,
      }),
      link(missing, {
        x1: (d: Placed) => d.px + side * 0.2,
        y1: (d: Placed) => d.py + side * 0.8,
        x2: (d: Placed) => d.px + side * 0.8,
        y2: (d: Placed) => d.py + side * 0.2,
        stroke: spec.empty.ink,
        strokeWidth: 0.8,
      }),
      dot(marked(1), { ...at, r: side * 0.17, fill: (d: Placed) => spec.ink(d.value!) }),
      dot(marked(2), {
        ...at,
        r: side * 0.24,
        stroke: (d: Placed) => spec.ink(d.value!),
        strokeWidth: 1.2,
      }),
    ],
  });
  const points = placed.map((d): ChartPoint => ({
    key: d.date,
    x: d.px + side / 2,
    y: d.py + side / 2,
    ...spec.read(d),
  }));
  return { node, points, stride: 7 };
}
