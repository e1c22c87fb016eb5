import type { Stripe, Stripes } from '../domain/baseline';
import {
  axisX,
  axisY,
  figure,
  keyed,
  rect,
  rectY,
  ruleY,
  text,
  timeOf,
  yearTicks,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';

export interface StripesSpec extends Pick<Stripes, 'stripes' | 'reach'> {
  period: string;
  /** −1 … 1, where 0 is the baseline → colour. */
  colour: (at: number) => string;
  /** Over the vertical axis: "°C dal 2001–2020". */
  unit: string;
  /** A signed number at a tick. */
  tick: (value: number) => string;
  read: (stripe: Stripe & { value: number; anomaly: number }) => { title: string; text: string };
}

type Known = Stripe & { value: number; anomaly: number };
const isKnown = (stripe: Stripe): stripe is Known => stripe.value !== null;

/**
 * Stripes after Ed Hawkins, one a year, above the same years as bars from the baseline: the first to be seen, the second to be read.
 * They share one axis; a year without a value stays empty in both.
 */
export function stripesChart(spec: StripesSpec, size: ChartSize): Drawn {
  const { rem, width, height } = size;
  const years = spec.stripes.map(({ period }) => timeOf(period));
  const [first, last] = [Math.min(...years) - 0.5, Math.max(...years) + 0.5];
  const known = spec.stripes.filter(isKnown);
  const marginLeft = (width < 34 * rem ? 2.9 : 3.6) * rem;
  const marginRight = 1 * rem;
  const top = 0.3 * rem;
  const bottom = 2 * rem;
  // The bars take the lower two fifths, under a gap that holds the unit.
  const split = top + (height - top - bottom) * 0.55;
  const gap = 2.2 * rem;
  const reach = spec.reach * 1.08;
  const scale = (value: number) => {
    const middle = (split + gap + height - bottom) / 2;
    return middle - (value / reach) * (height - bottom - split - gap) * 0.5;
  };
  const at = (stripe: Stripe) => timeOf(stripe.period);
  const colour = (d: Known) => spec.colour(d.anomaly / spec.reach);
  const ticks = [-1, -0.5, 0, 0.5, 1].map((t) => t * roundReach(spec.reach));
  const node = figure(size, {
    marginLeft,
    marginRight,
    marginTop: top,
    marginBottom: bottom,
    x: { domain: [first, last] },
    // Identity: the two panels place their own marks in px.
    y: { type: 'identity', axis: null },
    marks: [
      rect(known, {
        x1: (d: Known) => at(d) - 0.5,
        x2: (d: Known) => at(d) + 0.5,
        y1: top,
        y2: split,
        insetLeft: -0.3,
        insetRight: -0.3,
        fill: colour,
        ...keyed((d: Known) => d.period),
      }),
      ruleY(ticks, { y: (d: number) => scale(d), stroke: 'var(--hairline)' }),
      axisY(ticks, {
        y: (d: number) => scale(d),
        text: (d: number) => spec.tick(d),
        tickSize: 0,
        label: null,
        fill: 'var(--muted)',
      }),
      rectY(known, {
        x1: (d: Known) => at(d) - 0.5,
        x2: (d: Known) => at(d) + 0.5,
        y1: scale(0),
        y2: (d: Known) => scale(d.anomaly),
        insetLeft: 1,
        insetRight: 1,
        fill: colour,
        stroke: 'var(--strong-line)',
        strokeWidth: 0.5,
        ...keyed((d: Known) => d.period),
      }),
      ruleY([0], { y: scale(0), stroke: 'var(--ink)' }),
      text([spec.unit], {
        frameAnchor: 'top-left',
        text: (d: string) => d,
        dx: -marginLeft + 0.1 * rem,
        dy: split - top + 0.55 * rem,
        textAnchor: 'start',
        lineAnchor: 'top',
        fill: 'var(--muted)',
        fontWeight: 600,
      }),
      axisX({
        ticks: yearTicks(Math.ceil(first), Math.floor(last), width - marginLeft - marginRight, 3.4 * rem),
        tickSize: 5,
        tickFormat: (v: number) => String(v),
        label: null,
        fill: 'var(--muted)',
      }),
    ],
  });
  const sx = node.scale('x')!;
  const points = known.map((stripe): ChartPoint => ({
    key: stripe.period,
    x: sx.apply(at(stripe)),
    y: (top + split) / 2,
    ...spec.read(stripe),
  }));
  return { node, points, stride: 1 };
}

/** A round number at most as large as the reach: the outer tick. */
export function roundReach(reach: number): number {
  const power = 10 ** Math.floor(Math.log10(reach));
  return ([5, 2, 1].find((n) => n * power <= reach) ?? 1) * power;
}
