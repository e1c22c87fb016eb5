import {
  areaY,
  axisX,
  axisY,
  dot,
  figure,
  gridY,
  keyed,
  line,
  ruleY,
  timeOf,
  unitMark,
  yearTicks,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';

export interface DayCurve {
  year: string;
  /** 48 means of half hours from midnight. */
  vehicles: readonly number[];
  colour: string;
  /** The year that is told about. */
  own: boolean;
  /** Too few days to stand for its year: dashed. */
  few: boolean;
}
export interface DaySpec {
  curves: readonly DayCurve[];
  /** Largest value of all loops and years: one scale for all of them. */
  most: number;
  unit: string;
  tick: (value: number) => string;
  hour: (hour: number) => string;
  read: (year: string, halfHour: number, vehicles: number) => { title: string; text: string };
}

const margins = (rem: number, narrow: boolean) => ({
  marginLeft: (narrow ? 2.9 : 3.6) * rem,
  marginRight: 1 * rem,
  marginTop: 2.4 * rem,
  marginBottom: 2 * rem,
});
/** A day from midnight to midnight, one curve a year. */
export function dayChart(spec: DaySpec, size: ChartSize): Drawn {
  const { rem, width } = size;
  const frame = margins(rem, width < 34 * rem);
  const rows = (curve: DayCurve) =>
    curve.vehicles.map((vehicles, i) => ({ curve, i, x: i / 2 + 0.25, y: vehicles }));
  type Row = ReturnType<typeof rows>[number];
  const ordered = [...spec.curves].sort((a, b) => Number(a.own) - Number(b.own));
  const node = figure(size, {
    ...frame,
    x: { domain: [0, 24] },
    y: { domain: [0, spec.most], nice: true },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: spec.tick, label: null, fill: 'var(--muted)' }),
      axisX({
        ticks: [0, 3, 6, 9, 12, 15, 18, 21, 24],
        tickSize: 5,
        tickFormat: (v: number) => spec.hour(v),
        label: null,
        fill: 'var(--muted)',
      }),
      ruleY([0], { stroke: 'var(--muted)' }),
      unitMark(spec.unit, rem, frame.marginLeft),
      ...ordered.flatMap((curve) => [
        ...(curve.own
          ? [areaY(rows(curve), { x: 'x', y: 'y', fill: 'var(--accent)', fillOpacity: 0.08 })]
          : []),
        line(rows(curve), {
          x: 'x',
          y: 'y',
          stroke: curve.own ? 'var(--accent)' : curve.colour,
          strokeWidth: curve.own ? 2.8 : 1.6,
          curve: 'monotone-x',
          ...(curve.few ? { strokeDasharray: '3,3' } : {}),
          ...keyed((d: Row) => d.curve.year),
        }),
      ]),
    ],
  });
  const [sx, sy] = [node.scale('x')!, node.scale('y')!];
  const points = spec.curves.flatMap((curve) =>
    rows(curve).map(({ i, x, y }): ChartPoint => ({
      key: curve.year,
      x: sx.apply(x),
      y: sy.apply(y),
      ...spec.read(curve.year, i, y),
    })),
  );
  return { node, points, stride: 48 };
}

export interface MonthsSpec {
  months: readonly { period: string; value: number | null }[];
  most: number;
  unit: string;
  year: string;
  tick: (value: number) => string;
  read: (period: string, value: number) => { title: string; text: string };
}

/** Months in a row; a month without a whole day is a gap. */
export function monthsChart(spec: MonthsSpec, size: ChartSize): Drawn {
  const { rem, width } = size;
  const frame = margins(rem, width < 34 * rem);
  const rows = spec.months.map(({ period, value }) => ({
    period,
    x: timeOf(period) + 1 / 24,
    y: value ?? NaN,
    own: period.startsWith(spec.year),
  }));
  type Row = (typeof rows)[number];
  const [first, last] = [Math.floor(rows[0]?.x ?? 0), Math.ceil(rows.at(-1)?.x ?? 1)];
  const known = rows.filter(({ y }) => Number.isFinite(y));
  const node = figure(size, {
    ...frame,
    x: { domain: [first, last] },
    y: { domain: [0, spec.most], nice: true },
    marks: [
      gridY({ ticks: 3, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      axisY({ ticks: 3, tickSize: 0, tickFormat: spec.tick, label: null, fill: 'var(--muted)' }),
      axisX({
        ticks: yearTicks(first, last, width, 4 * rem),
        tickSize: 5,
        tickFormat: (v: number) => String(v),
        label: null,
        fill: 'var(--muted)',
      }),
      ruleY([0], { stroke: 'var(--muted)' }),
      unitMark(spec.unit, rem, frame.marginLeft),
      line(rows, { x: 'x', y: 'y', stroke: 'var(--strong-line)', strokeWidth: 1.4 }),
      dot(known, {
        x: 'x',
        y: 'y',
        r: 0.2 * rem,
        fill: (d: Row) => (d.own ? 'var(--accent)' : 'var(--muted)'),
        stroke: 'var(--paper)',
        strokeWidth: 1,
        ...keyed((d: Row) => d.period),
      }),
    ],
  });
  const [sx, sy] = [node.scale('x')!, node.scale('y')!];
  const points = known.map(({ period, x, y }): ChartPoint => ({
    key: period,
    x: sx.apply(x),
    y: sy.apply(y),
    ...spec.read(period, y),
  }));
  return { node, points, stride: 12 };
}
