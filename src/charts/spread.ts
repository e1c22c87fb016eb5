import type { SpreadDot } from '../domain/chart-spread';
import {
  axisX,
  dot,
  figure,
  gridX,
  keyed,
  rect,
  ruleX,
  text,
  typeSize,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';
import { swarm, swarmRadius } from './swarm';

export interface SpreadSpec {
  dots: readonly (SpreadDot & { colour: string })[];
  /** Names of the rows, each with a swarm of its own; [] = one swarm of all. */
  rows: readonly string[];
  extent: readonly [number, number];
  /** Limits of the middle half, with its label. */
  middle: { from: number; to: number; label: string } | null;
  city: { value: number; label: string } | null;
  unit: string;
  /** Code of the dot that is named. */
  named: string | null;
  tick: (value: number) => string;
  read: (dot: SpreadDot) => { title: string; text: string };
}

/** Areas as dots on the axis of their value, one above the other where they crowd: a distribution, not a list of places. */
export function spreadChart(spec: SpreadSpec, size: ChartSize): Drawn {
  const { rem, width, height } = size;
  const narrow = width < 34 * rem;
  const byRow = spec.rows.length > 0;
  const marginLeft = byRow && !narrow ? 9.5 * rem : 1 * rem;
  const marginRight = 1.2 * rem;
  const marginTop = 2.4 * rem;
  const marginBottom = 3.2 * rem;
  const [low, high] = spec.extent;
  const pad = (high - low || 1) * 0.02;
  const inner = width - marginLeft - marginRight;
  const x = (value: number) => marginLeft + ((value - low + pad) / (high - low + 2 * pad || 1)) * inner;
  const rows = byRow ? spec.rows : [''];
  const band = (height - marginTop - marginBottom) / rows.length;
  const labelled = byRow && narrow ? 1.1 * rem : 0;
  const groups = rows.map((row) => spec.dots.filter((d) => !byRow || d.within === row));
  const r = Math.min(
    ...groups.map((group) =>
      swarmRadius(
        group.map((d) => x(d.value)),
        (byRow ? 0.42 : narrow ? 0.42 : 0.62) * rem,
        band - labelled - 0.2 * rem,
      ),
    ),
  );
  const placed = groups.flatMap((group, row) => {
    const offsets = swarm(
      group.map((d) => x(d.value)),
      r,
    );
    const middle = marginTop + band * (row + 0.5) + labelled / 2;
    return group.map((d, i) => ({ ...d, px: x(d.value), py: middle + offsets[i]! }));
  });
  type Placed = (typeof placed)[number];
  const own = placed.filter((d) => d.code === spec.named);
  const bottom = height - marginBottom;
  const node = figure(size, {
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { domain: [low - pad, high + pad] },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    marks: [
      ...(spec.middle
        ? [
            rect([spec.middle], {
              x1: 'from',
              x2: 'to',
              y1: marginTop,
              y2: bottom,
              fill: 'var(--paper-2)',
            }),
          ]
        : []),
      gridX({
        ticks: Math.max(3, Math.floor(inner / (6 * rem))),
        stroke: 'var(--hairline)',
        strokeOpacity: 1,
      }),
      axisX({
        ticks: Math.max(3, Math.floor(inner / (6 * rem))),
        tickSize: 5,
        tickFormat: spec.tick,
        label: null,
        fill: 'var(--muted)',
      }),
      text([spec.unit], {
        frameAnchor: 'bottom-right',
        text: (d: string) => d,
        dy: 2.7 * rem,
        textAnchor: 'end',
        fill: 'var(--muted)',
        fontWeight: 600,
      }),
      ...(spec.city
        ? [
            ruleX([spec.city], {
              x: 'value',
              y1: marginTop - 0.9 * rem,
              y2: bottom,
              stroke: 'var(--ink)',
              strokeDasharray: '4,3',
            }),
            text([spec.city], {
              x: 'value',
              y: marginTop - 1.5 * rem,
              text: 'label',
              fill: 'var(--ink)',
              textAnchor:
                x(spec.city.value) > width - 7 * rem
                  ? 'end'
                  : x(spec.city.value) < 7 * rem
                    ? 'start'
                    : 'middle',
            }),
          ]
        : []),
      ...(spec.middle
        ? [
            text([spec.middle], {
              x: (d: { from: number; to: number }) => (d.from + d.to) / 2,
              y: bottom + 2.45 * rem,
              text: 'label',
              fill: 'var(--muted)',
              stroke: 'var(--paper)',
              strokeWidth: 5,
            }),
          ]
        : []),
      text(byRow ? rows.map((name, i) => ({ name, i })) : [], {
        x: () => low - pad,
        y: (d: { i: number }) => marginTop + band * d.i + (narrow ? 0.55 * rem : band / 2),
        dx: narrow ? 0 : -0.7 * rem,
        text: 'name',
        textAnchor: narrow ? 'start' : 'end',
        lineWidth: narrow ? 30 : 11,
        fill: 'var(--ink)',
      }),
      dot(placed, {
        x: 'value',
        y: 'py',
        r,
        fill: 'colour',
        stroke: 'color-mix(in srgb, var(--ink) 45%, transparent)',
        strokeWidth: 0.6,
        ...keyed((d: Placed) => d.code),
      }),
      dot(own, { x: 'value', y: 'py', r: r + 2, stroke: 'var(--accent)', strokeWidth: 2.6 }),
      text(own, {
        x: 'value',
        y: (d: Placed) => d.py - r - 0.4 * rem - typeSize(rem) / 2,
        text: 'name',
        fill: 'var(--accent)',
        stroke: 'var(--paper)',
        strokeWidth: 5,
        fontWeight: 600,
        fontSize: 0.95 * rem,
        textAnchor:
          (own[0]?.px ?? 0) > width - 8 * rem ? 'end' : (own[0]?.px ?? 0) < 8 * rem ? 'start' : 'middle',
      }),
    ],
  });
  const points = [...placed]
    .sort((a, b) => a.value - b.value)
    .map((d): ChartPoint => ({ key: d.code, x: d.px, y: d.py, ...spec.read(d) }));
  return { node, points, stride: 1 };
}
