import { isValue } from '../model/cell';
import type { SeriesLine } from '../domain/chart-series';
import {
  axisX,
  axisY,
  dot,
  figure,
  gridY,
  keyed,
  line,
  rectY,
  ruleX,
  ruleY,
  spreadLabels,
  text,
  timeOf,
  unitMark,
  typeSize,
  yearTicks,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';

export interface SeriesSpec {
  /** Drawn in this order, the last on top. */
  lines: readonly SeriesLine[];
  extent: readonly [number, number];
  period: string;
  /** Periods from which the series is another one, with the words at their rule. */
  breaks: readonly { period: string; label: string }[];
  /** Unit over the vertical axis. */
  unit: string;
  /** Columns from zero instead of a line: yearly counts of one place. */
  columns: boolean;
  /** A dashed line across, with its label: the mean of the columns. */
  reference: { value: number; label: string } | null;
  /** Colours of the areas taken together, in the order of their lines. */
  pickedColours: readonly string[];
  tick: (value: number) => string;
  read: (line: SeriesLine, at: { period: string; value: number }) => { title: string; text: string };
  /** On paper nothing can be pointed at: lines of the field are named where there is room, and values printed under names. */
  nameOthers?: boolean;
  endValue?: (line: SeriesLine, at: { period: string; value: number }) => string;
}

interface Row {
  line: SeriesLine;
  period: string;
  x: number;
  y: number;
}

const STROKE: Record<SeriesLine['role'], { width: number; colour: string }> = {
  own: { width: 2.6, colour: 'var(--accent)' },
  picked: { width: 2.2, colour: 'var(--ink)' },
  city: { width: 1.8, colour: 'var(--ink)' },
  container: { width: 1.4, colour: 'var(--muted)' },
  other: { width: 0.9, colour: 'color-mix(in srgb, var(--strong-line) 60%, transparent)' },
};
const DASH: Partial<Record<SeriesLine['role'], string>> = { city: '1,0', container: '5,3' };

const idOf = ({ level, code }: SeriesLine) => `${level}/${code}`;
/** Lines of the areas on screen stand for these; what contains them is only read: a quartiere and an area may share a code. */
const keyOf = (l: SeriesLine) => (l.role === 'city' || l.role === 'container' ? idOf(l) : l.code);

/** The course of areas over time: the chosen ones named at their end, the others a faint field they can be read against. */
export function seriesChart(spec: SeriesSpec, size: ChartSize): Drawn {
  const { rem } = size;
  const rows = spec.lines.flatMap((l) =>
    l.points.flatMap(({ period, cell }): Row[] =>
      isValue(cell) ? [{ line: l, period, x: timeOf(period), y: cell.value }] : [],
    ),
  );
  const times = spec.lines.flatMap((l) => l.points.map(({ period }) => timeOf(period)));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const named = spec.columns ? [] : spec.lines.filter(({ role }) => role !== 'other');
  const others = spec.nameOthers && !spec.columns ? spec.lines.filter(({ role }) => role === 'other') : [];
  const narrow = size.width < 34 * rem;
  const forNames = (narrow ? 6 : 9) + (others.length ? 1.2 : 0);
  const marginRight = (named.length || others.length ? forNames : 1) * rem;
  // Millions want more room than per cents do.
  const digits = Math.max(...spec.extent.map((value) => spec.tick(value).length));
  const marginLeft = Math.max((narrow ? 2.9 : 3.6) * rem, (digits * 0.58 + 0.8) * typeSize(rem));
  const half = spec.columns ? 0.5 : 0;
  const colourOf = (l: SeriesLine) => {
    const at = spec.lines.filter(({ role }) => role === 'picked').indexOf(l);
    return at >= 0 ? (spec.pickedColours[at] ?? STROKE.picked.colour) : STROKE[l.role].colour;
  };
  const lineOf = (l: SeriesLine) => {
    // A missing period stays in the data as a gap.
    const data = l.points.map(({ period, cell }) => ({
      x: timeOf(period),
      y: isValue(cell) ? cell.value : NaN,
    }));
    const key = keyed(() => l.code);
    return line(data, {
      x: 'x',
      y: 'y',
      z: () => idOf(l),
      stroke: colourOf(l),
      strokeWidth: STROKE[l.role].width,
      strokeLinejoin: 'round',
      ...(DASH[l.role] ? { strokeDasharray: DASH[l.role] } : {}),
      ...(l.role === 'other' || l.role === 'own' || l.role === 'picked' ? key : {}),
    });
  };
  /** A value between two gaps would have no line. */
  const alone = rows.filter(({ line: l, period }) => {
    const i = l.points.findIndex((point) => point.period === period);
    const has = (j: number) => l.points[j] !== undefined && isValue(l.points[j].cell);
    return !spec.columns && !has(i - 1) && !has(i + 1);
  });
  const now = timeOf(spec.period);
  const heads = rows.filter(({ line: l, x }) => !spec.columns && x === now && l.role !== 'other');
  const node = figure(size, {
    marginLeft,
    marginRight,
    marginTop: 2.4 * rem,
    marginBottom: 2 * rem,
    x: { domain: [first - half, last + half] },
    y: { domain: [...spec.extent], nice: true },
    marks: [
      gridY({ stroke: 'var(--hairline)', strokeOpacity: 1, ticks: 5 }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: spec.tick, label: null, fill: 'var(--muted)' }),
      axisX({
        ticks: yearTicks(first, last, size.width - marginLeft - marginRight, 3.4 * rem),
        tickSize: 5,
        tickFormat: (v: number) => String(v),
        label: null,
        fill: 'var(--muted)',
      }),
      unitMark(spec.unit, rem, marginLeft),
      ...(spec.breaks.length
        ? [
            ruleX(spec.breaks, {
              x: (d: { period: string }) => timeOf(d.period) - 0.5,
              stroke: 'var(--accent)',
              strokeDasharray: '1.5,3',
            }),
            text(spec.breaks, {
              x: (d: { period: string }) => timeOf(d.period) - 0.5,
              text: 'label',
              frameAnchor: 'top',
              dy: -1.05 * rem,
              lineAnchor: 'top',
              fill: 'var(--accent)',
            }),
          ]
        : []),
      ...(spec.columns
        ? [
            rectY(rows, {
              x1: (d: Row) => d.x - 0.5,
              x2: (d: Row) => d.x + 0.5,
              y1: 0,
              y2: 'y',
              insetLeft: 1,
              insetRight: 1,
              fill: (d: Row) => (d.x === now ? 'var(--accent)' : 'var(--strong-line)'),
              ...keyed((d: Row) => d.period),
            }),
            ruleY([0], { stroke: 'var(--muted)' }),
          ]
        : [
            ruleX([now], { stroke: 'var(--strong-line)' }),
            ...spec.lines.map(lineOf),
            dot(alone, {
              x: 'x',
              y: 'y',
              r: 0.14 * rem,
              fill: (d: Row) => colourOf(d.line),
              ...keyed((d: Row) => d.line.code),
            }),
            dot(heads, {
              x: 'x',
              y: 'y',
              r: 0.28 * rem,
              fill: (d: Row) => colourOf(d.line),
              stroke: 'var(--paper)',
              strokeWidth: 1.5,
            }),
          ]),
      ...(spec.reference
        ? [
            ruleY([spec.reference.value], { stroke: 'var(--ink)', strokeDasharray: '4,3' }),
            text([spec.reference], {
              frameAnchor: 'top-right',
              text: (d: { label: string }) => `┄ ${d.label}`,
              dy: -1.9 * rem,
              textAnchor: 'end',
              lineAnchor: 'top',
              fill: 'var(--ink)',
            }),
          ]
        : []),
    ],
  });
  const [sx, sy] = [node.scale('x')!, node.scale('y')!];
  endLabels(node, [named, others], colourOf, sy.apply, { ...size, marginRight }, spec.endValue);
  const points = rows.map(({ line: l, period, x, y }): ChartPoint => ({
    key: spec.columns ? period : keyOf(l),
    x: sx.apply(x),
    y: sy.apply(y),
    ...spec.read(l, { period, value: y }),
  }));
  return { node, points, stride: spec.columns ? 1 : Math.max(1, new Set(rows.map(({ x }) => x)).size) };
}

/** Names at the right end of their lines, pushed apart where lines end close together; lines of the field get one where it fits. */
function endLabels(
  node: Element,
  [named, others]: readonly [readonly SeriesLine[], readonly SeriesLine[]],
  colourOf: (line: SeriesLine) => string,
  y: (value: number) => number,
  { rem, width, height, marginRight }: ChartSize & { marginRight: number },
  endValue: SeriesSpec['endValue'],
): void {
  const endOf = (l: SeriesLine) => {
    const at = l.points.findLast(({ cell }) => isValue(cell));
    if (!at || !isValue(at.cell)) return [];
    const { value } = at.cell;
    return [{ l, y: y(value), value: endValue?.(l, { period: at.period, value }) ?? '' }];
  };
  const ends = named.flatMap(endOf);
  const placed = spreadLabels(
    ends.map((end) => end.y),
    (endValue ? 2.3 : 1.15) * typeSize(rem),
    2.4 * rem,
    height - 2 * rem,
  );
  const most = Math.floor(marginRight / (typeSize(rem) * 0.5)) - 2;
  const write = (l: SeriesLine, text: string, top: number, bold: boolean) => {
    const label = node.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'text');
    label.setAttribute('x', String(width - marginRight + 0.5 * rem));
    label.setAttribute('y', String(top));
    label.setAttribute('dy', '0.32em');
    label.setAttribute('text-anchor', 'start');
    // Categories stand off the ground at 3:1, enough for a line and too little for a name.
    const colour = l.role === 'picked' ? 'var(--ink)' : l.role === 'other' ? 'var(--muted)' : colourOf(l);
    label.setAttribute('fill', colour);
    label.setAttribute('font-weight', bold ? '600' : '400');
    label.textContent = text;
    node.append(label);
  };
  const short = ({ name }: SeriesLine) =>
    name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
  const field = others.flatMap(endOf);
  for (const { l, y: at } of field) {
    const line = 1.15 * typeSize(rem);
    const taken = placed.some((top) => at > top - line && at < top + (endValue ? 2 : 1) * line);
    if (!taken && field.every((other) => other.l === l || Math.abs(other.y - at) >= line))
      write(l, short(l), at, false);
  }
  ends.forEach(({ l, value }, i) => {
    const bold = l.role === 'own' || l.role === 'picked';
    write(l, short(l), placed[i]!, bold);
    if (value) write(l, value, placed[i]! + 1.1 * typeSize(rem), bold);
  });
}
