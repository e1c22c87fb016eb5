import {
  axisX,
  axisY,
  dot,
  figure,
  gridX,
  gridY,
  keyed,
  ruleX,
  ruleY,
  text,
  typeSize,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';

export interface ScatterDot {
  code: string;
  name: string;
  x: number;
  y: number;
  /** Residents, for the size of the circle; null where they are withheld or sizes are off. */
  size: number | null;
  colour: string;
}

export interface ScatterSpec {
  dots: readonly ScatterDot[];
  /** Largest size of any period, so that circles keep their scale in time; null = all alike. */
  largest: number | null;
  /** Title and unit of an axis. */
  xLabel: string;
  yLabel: string;
  /** The city's values, as a cross behind the dots. */
  city: { x: number | null; y: number | null; label: string };
  /** Codes that are named. */
  named: readonly string[];
  xTick: (value: number) => string;
  yTick: (value: number) => string;
  read: (dot: ScatterDot) => { title: string; text: string };
}

/** Two numbers of each area, one against the other. No line is laid through them: the sentence says how far they go together. */
export function scatterChart(spec: ScatterSpec, size: ChartSize): Drawn {
  const { rem, width } = size;
  const narrow = width < 34 * rem;
  const marginLeft = 3.6 * rem;
  const marginRight = 1.2 * rem;
  const marginTop = 2.8 * rem;
  const marginBottom = 4 * rem;
  const base = (narrow ? 0.32 : 0.4) * rem;
  const most = (narrow ? 0.9 : 1.3) * rem;
  const radius = (d: ScatterDot) =>
    spec.largest === null || d.size === null
      ? base
      : Math.max(0.16 * rem, most * Math.sqrt(d.size / spec.largest));
  // Larger circles below, so that none hides a smaller one.
  const dots = [...spec.dots].sort((a, b) => radius(b) - radius(a));
  const own = dots.filter(({ code }) => spec.named.includes(code));
  const shorten = (label: string) => {
    const room = Math.floor((width - marginRight) / (typeSize(rem) * 0.52));
    return label.length <= room ? label : `${label.slice(0, room - 1).trimEnd()}…`;
  };
  const node = figure(size, {
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { nice: true, insetLeft: rem, insetRight: rem },
    y: { nice: true, insetTop: rem, insetBottom: rem },
    // Radii are px already.
    r: { type: 'identity' },
    marks: [
      gridX({
        ticks: Math.max(3, Math.floor(width / (7 * rem))),
        stroke: 'var(--hairline)',
        strokeOpacity: 1,
      }),
      gridY({ ticks: 5, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      axisX({
        ticks: Math.max(3, Math.floor(width / (7 * rem))),
        tickSize: 0,
        tickFormat: spec.xTick,
        label: null,
        fill: 'var(--muted)',
      }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: spec.yTick, label: null, fill: 'var(--muted)' }),
      text([spec.yLabel], {
        frameAnchor: 'top-left',
        text: (d: string) => `↑ ${shorten(d)}`,
        dx: -marginLeft + 0.1 * rem,
        dy: -2.3 * rem,
        textAnchor: 'start',
        lineAnchor: 'top',
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
      text([spec.xLabel], {
        frameAnchor: 'bottom-right',
        text: (d: string) => `${shorten(d)} →`,
        dy: 2.9 * rem,
        textAnchor: 'end',
        lineAnchor: 'bottom',
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
      ...(spec.city.x === null
        ? []
        : [ruleX([spec.city.x], { stroke: 'var(--muted)', strokeDasharray: '4,3' })]),
      ...(spec.city.y === null
        ? []
        : [ruleY([spec.city.y], { stroke: 'var(--muted)', strokeDasharray: '4,3' })]),
      ...(spec.city.x === null
        ? []
        : [
            text([spec.city], {
              x: 'x',
              frameAnchor: 'top',
              text: 'label',
              dy: -0.5 * rem,
              fill: 'var(--muted)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
            }),
          ]),
      dot(dots, {
        x: 'x',
        y: 'y',
        r: radius,
        fill: 'colour',
        fillOpacity: 0.88,
        stroke: 'color-mix(in srgb, var(--ink) 50%, transparent)',
        strokeWidth: 0.7,
        ...keyed((d: ScatterDot) => d.code),
      }),
      dot(own, {
        x: 'x',
        y: 'y',
        r: (d: ScatterDot) => radius(d) + 2,
        stroke: 'var(--accent)',
        strokeWidth: 2.6,
      }),
      ...own.map((d) =>
        text([d], {
          x: 'x',
          y: 'y',
          text: 'name',
          dy: -radius(d) - 0.75 * rem,
          fill: 'var(--accent)',
          stroke: 'var(--paper)',
          strokeWidth: 5,
          fontWeight: 600,
          fontSize: 0.95 * rem,
        }),
      ),
    ],
  });
  const [sx, sy] = [node.scale('x')!, node.scale('y')!];
  const points = [...spec.dots]
    .sort((a, b) => a.x - b.x)
    .map((d): ChartPoint => ({ key: d.code, x: sx.apply(d.x), y: sy.apply(d.y), ...spec.read(d) }));
  return { node, points, stride: 1 };
}
