/**
 * The only import of Observable Plot; loaded with the first chart, never with the first view. Every chart is drawn by `draw`, which
 * gives it the atlas's type and hands back where its points lie.
 */
import { plot, text, type Markish, type PlotOptions } from '@observablehq/plot';

export {
  areaY,
  axisX,
  axisY,
  barX,
  barY,
  cell,
  dot,
  gridX,
  gridY,
  line,
  link,
  lineY,
  plot,
  rect,
  rectX,
  rectY,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
export type { Markish };

/** CSS px; `rem` is the root's type size, so that a chart grows with the reader's own. */
export interface ChartSize {
  width: number;
  height: number;
  rem: number;
  /** Where the elements are made; the page's own unless it is drawn without one. */
  document?: Document;
}

/** A place in a chart that can be pointed at, reached by key, and read. */
export interface ChartPoint {
  /** What it stands for outside the chart: an area's code, a period. Elements drawn with the same key light up together. */
  key: string;
  x: number;
  y: number;
  /** Read beside the pointer and aloud: a name and its value. */
  title: string;
  text: string;
}

export interface Drawn {
  node: Element;
  points: ChartPoint[];
  /** How many points further the next row lies; 1 where points have one order only. */
  stride: number;
}

/** A mark's option that names what each of its elements stands for. Plot has no data attributes: the label becomes one in `draw`. */
export const keyed = <T>(key: (datum: T) => string) => ({ ariaLabel: (datum: T) => `${KEY}${key(datum)}` });
const KEY = 'key:';

/** Type size of ticks and labels. */
export const typeSize = (rem: number): number => 0.82 * rem;

/** The unit over the axis of values, at the very left: `marginLeft` is the chart's own. */
export const unitMark = (unit: string, rem: number, marginLeft: number): Markish =>
  text([unit], {
    frameAnchor: 'top-left',
    text: (d: string) => d,
    dx: -marginLeft + 0.1 * rem,
    dy: -1.9 * rem,
    textAnchor: 'start',
    lineAnchor: 'top',
    fill: 'var(--muted)',
    fontWeight: 600,
  });

/** An SVG by Plot in the atlas's type and colours, which follow the theme by themselves as CSS custom properties. */
export function figure(size: ChartSize, options: PlotOptions): ReturnType<typeof plot> {
  const node = plot({
    ...options,
    width: size.width,
    height: size.height,
    ...(size.document ? { document: size.document } : {}),
    style: {
      background: 'none',
      color: 'var(--muted)',
      fontFamily: 'var(--sans)',
      fontSize: `${typeSize(size.rem)}px`,
      overflow: 'visible',
      ...(typeof options.style === 'object' ? options.style : {}),
    },
  });
  for (const element of node.querySelectorAll(`[aria-label^="${KEY}"]`)) {
    element.setAttribute('data-key', element.getAttribute('aria-label')!.slice(KEY.length));
    element.removeAttribute('aria-label');
  }
  if (size.rem > FINE) enlarge(node, size.rem);
  node.setAttribute('aria-hidden', 'true');
  return node;
}

/** Up to this type size, px, lines and distances stay as they are drawn; on a wall they grow with the type. */
const FINE = 20;
const LINE = ['stroke-width', 'stroke-dasharray'] as const;
function enlarge(node: Element, rem: number): void {
  for (const name of LINE)
    for (const element of node.querySelectorAll(`[${name}]`)) {
      const widths = element.getAttribute(name)!.split(',').map(Number);
      if (widths.every(Number.isFinite))
        element.setAttribute(name, widths.map((w) => (w * rem) / FINE).join());
    }
  // Where the axes meet the lowest number would lie on the first.
  for (const labels of node.querySelectorAll('[aria-label="x-axis tick label"]')) {
    const there = labels.getAttribute('transform') ?? '';
    labels.setAttribute('transform', `translate(0,${0.4 * (rem - FINE)}) ${there}`.trim());
  }
}

/** Years on a linear axis: 2021 → 2021, 2021-07 → 2021.5. */
export const timeOf = (period: string): number => {
  const [year = '0', month = '1', day = '1'] = period.split('-');
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365;
};

/** Whole years for an axis, at most one every `gap` px; first and last are kept where they do not crowd. */
export function yearTicks(first: number, last: number, width: number, gap: number): number[] {
  const most = Math.max(1, Math.floor(width / gap));
  const span = Math.floor(last) - Math.ceil(first);
  const step = [1, 2, 5, 10, 20, 50].find((s) => span / s <= most) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}

/**
 * Places labels so that none lies on another: each keeps its wanted place where it can, pushed ones stay in order.
 * `wanted` in px, any order; `gap` px apart; within [low, high] as far as they fit.
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const out = [...wanted];
  // Groups of touching labels, each centred on the mean of what its members want (pool adjacent violators).
  const groups: { members: number[]; top: number }[] = [];
  const place = (members: number[]) => {
    const middle = members.reduce((sum, m, k) => sum + wanted[m]! - k * gap, 0) / members.length;
    return { members, top: Math.max(low, Math.min(middle, high - (members.length - 1) * gap)) };
  };
  for (const i of order) {
    let group = place([i]);
    for (
      let last = groups.at(-1);
      last && last.top + last.members.length * gap > group.top;
      last = groups.at(-1)
    )
      group = place([...groups.pop()!.members, ...group.members]);
    groups.push(group);
  }
  for (const { members, top } of groups) members.forEach((m, k) => (out[m] = top + k * gap));
  return out;
}
