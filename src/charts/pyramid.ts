import type { PyramidBar } from '../domain/pyramid';
import {
  axisX,
  figure,
  gridX,
  keyed,
  line,
  rectX,
  ruleX,
  text,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';

export interface PyramidSpec {
  /** Per cent of everybody. */
  bars: readonly PyramidBar[];
  /** The same of what it is compared with, drawn as an outline, with its name. */
  outline: { bars: readonly PyramidBar[]; label: string } | null;
  /** Women and men back to back, or everybody on one side. */
  sexes: boolean;
  /** Largest share the axis must hold, over all years: a bar keeps its scale in time. */
  most: number;
  labels: { women: string; men: string; all: string; age: string; share: string };
  tick: (value: number) => string;
  read: (bar: PyramidBar, sex: 'women' | 'men') => { title: string; text: string };
}

/** Years an open class stands for where the others are single years. */
const OPEN = 5;

/** Age upwards, women to the right and men to the left, in per cent of everybody so that places of any size can be compared. */
export function pyramidChart(spec: PyramidSpec, size: ChartSize): Drawn {
  const { rem, width } = size;
  const narrow = width < 34 * rem;
  const last = spec.bars.at(-1)!;
  const step = spec.bars.length > 1 ? spec.bars[1]!.from - spec.bars[0]!.from : 1;
  // An open class beside single years would stand out as a spike: it is laid over five years, its length divided by as many.
  const open = step === 1 ? OPEN : step;
  const top = last.from + open;
  const end = (bar: PyramidBar) => (bar.to === null ? top : bar.to + 1);
  const perStep = (bar: PyramidBar, share: number) => (bar.to === null ? (share * step) / open : share);
  const both = spec.sexes
    ? (['women', 'men'] as const).flatMap((sex) => spec.bars.map((bar) => ({ bar, sex })))
    : spec.bars.map((bar) => ({ bar, sex: 'women' as const }));
  type Side = (typeof both)[number];
  const signed = ({ bar, sex }: { bar: PyramidBar; sex: 'women' | 'men' }) =>
    sex === 'men' ? -perStep(bar, bar.men) : perStep(bar, bar.women);
  const steps = (bars: readonly PyramidBar[], sex: 'women' | 'men') =>
    bars.flatMap((bar) => {
      const x = signed({ bar, sex });
      return [
        { x, y: bar.from },
        { x, y: Math.min(top, end(bar)) },
      ];
    });
  const ages = Array.from({ length: Math.floor(top / 10) + 1 }, (_, i) => i * 10);
  const reach = spec.most * 1.04;
  const marginLeft = 2.6 * rem;
  const sideLabel = (label: string, sex: 'women' | 'men', colour: string) =>
    text([label], {
      frameAnchor: sex === 'women' ? 'top-right' : 'top-left',
      text: (d: string) => d,
      dy: -1.7 * rem,
      textAnchor: sex === 'women' ? 'end' : 'start',
      lineAnchor: 'top',
      fill: colour,
      fontWeight: 600,
      fontSize: 0.95 * rem,
    });
  const node = figure(size, {
    marginLeft,
    marginRight: 1.2 * rem,
    marginTop: 2.4 * rem,
    marginBottom: 3.4 * rem,
    x: { domain: [spec.sexes ? -reach : 0, reach] },
    y: { domain: [0, top], axis: null },
    marks: [
      gridX({ ticks: narrow ? 5 : 9, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      axisX({
        ticks: narrow ? 5 : 9,
        tickSize: 0,
        tickFormat: (v: number) => spec.tick(Math.abs(v)),
        label: null,
        fill: 'var(--muted)',
      }),
      text([spec.labels.share], {
        frameAnchor: 'bottom',
        text: (d: string) => d,
        dy: 2.6 * rem,
        fill: 'var(--muted)',
        fontWeight: 600,
      }),
      text(ages, {
        frameAnchor: 'left',
        y: (d: number) => d,
        text: (d: number) => String(d),
        dx: -0.7 * rem,
        textAnchor: 'end',
        fill: 'var(--muted)',
      }),
      text([spec.labels.age], {
        frameAnchor: 'top-left',
        text: (d: string) => d,
        dx: -marginLeft + 0.1 * rem,
        dy: -1.7 * rem,
        textAnchor: 'start',
        lineAnchor: 'top',
        fill: 'var(--muted)',
        fontWeight: 600,
      }),
      ...(spec.sexes
        ? [
            sideLabel(`${spec.labels.women} →`, 'women', 'var(--ink)'),
            sideLabel(`← ${spec.labels.men}`, 'men', 'var(--ink)'),
          ]
        : []),
      rectX(both, {
        x1: 0,
        x2: signed,
        y1: ({ bar }: Side) => bar.from,
        y2: ({ bar }: Side) => end(bar),
        insetTop: step > 1 ? 0.6 : 0,
        insetBottom: step > 1 ? 0.6 : 0,
        fill: ({ sex }: Side) => (sex === 'women' ? 'var(--accent)' : 'var(--muted)'),
        fillOpacity: 0.82,
        ...keyed(({ bar }: Side) => String(bar.from)),
      }),
      ruleX([0], { stroke: 'var(--paper)', strokeWidth: 1.5 }),
      ...(spec.outline
        ? (spec.sexes ? (['women', 'men'] as const) : (['women'] as const)).map((sex) =>
            line(steps(spec.outline!.bars, sex), { x: 'x', y: 'y', stroke: 'var(--ink)', strokeWidth: 1.4 }),
          )
        : []),
    ],
  });
  const [sx, sy] = [node.scale('x')!, node.scale('y')!];
  // Bars grow from the middle when the year changes: the host reads where from, and which is which.
  [...node.querySelectorAll<SVGElement>('rect[data-key]')].forEach((element, i) => {
    const side = both[i];
    if (!side) return;
    element.dataset['origin'] = String(sx.apply(0));
    element.dataset['bar'] = `${side.sex} ${side.bar.from}`;
  });
  const points = [...spec.bars].reverse().flatMap((bar) =>
    (spec.sexes ? (['men', 'women'] as const) : (['women'] as const)).map((sex): ChartPoint => ({
      key: String(bar.from),
      x: sx.apply(signed({ bar, sex }) / 2),
      y: sy.apply((bar.from + end(bar)) / 2),
      ...spec.read(bar, sex),
    })),
  );
  return { node, points, stride: spec.sexes ? 2 : 1 };
}
