import { axisX, axisY, dot, line, plot, ruleX, text } from './plot';
import type { SeriesLine } from './series-spec';
import { seriesDomain } from './series-spec';

/** The small course of one place in its card. */
export interface SeriesOptions {
  lines: readonly SeriesLine[];
  periods: readonly string[];
  period: string;
  marks: readonly string[];
  width: number;
  height: number;
  rem: number;
  format: (value: number) => string;
}

/** An SVG (or figure) of the series. Colours come from CSS custom properties, so the chart follows the theme by itself. */
export function seriesPlot(o: SeriesOptions): Element {
  const rows = o.lines.flatMap((l) =>
    l.points.map((p) => ({ name: l.name, own: l.own, x: +p.period, y: p.value })),
  );
  const own = rows.filter((r) => r.own);
  const others = rows.filter((r) => !r.own);
  const years = o.periods.map(Number);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 1;
  const size = 0.78 * o.rem;
  return plot({
    width: o.width,
    height: o.height,
    marginLeft: 2.9 * o.rem,
    marginRight: 0.9 * o.rem,
    marginTop: 0.9 * o.rem,
    marginBottom: 1.5 * o.rem,
    style: {
      background: 'none',
      color: 'var(--muted)',
      fontFamily: 'var(--sans)',
      fontSize: `${size}px`,
      overflow: 'visible',
    },
    x: { domain: [first, last] },
    y: { domain: seriesDomain(o.lines), nice: true },
    marks: [
      axisY({
        ticks: 3,
        tickSize: 0,
        tickFormat: (v: number) => o.format(v),
        label: null,
        fill: 'var(--muted)',
      }),
      axisX({
        ticks: first === last ? [first] : [first, last],
        tickSize: 4,
        tickFormat: (v: number) => String(v),
        label: null,
        fill: 'var(--muted)',
      }),
      ruleX(
        o.marks.map((m) => +m - 0.5),
        { stroke: 'var(--accent)', strokeDasharray: '1.5,3' },
      ),
      ruleX([+o.period], { stroke: 'var(--strong-line)' }),
      line(others, { x: 'x', y: 'y', z: 'name', stroke: 'var(--strong-line)', strokeWidth: 1.5 }),
      line(own, { x: 'x', y: 'y', stroke: 'var(--accent)', strokeWidth: 2.2 }),
      dot(
        own.filter((r) => r.x === +o.period && r.y !== null),
        { x: 'x', y: 'y', r: 0.28 * o.rem, fill: 'var(--accent)', stroke: 'var(--paper)', strokeWidth: 1.5 },
      ),
      text(endLabels(others), {
        x: 'x',
        y: 'y',
        text: 'name',
        textAnchor: 'end',
        dy: -0.55 * o.rem,
        fill: 'var(--muted)',
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
    ],
  });
}

/** Each reference line is named once, above its last point. */
function endLabels<T extends { name: string; y: number | null }>(rows: readonly T[]): T[] {
  const last = new Map<string, T>();
  for (const r of rows) if (r.y !== null) last.set(r.name, r);
  return [...last.values()];
}
