import { textWidth } from '../domain/picture/lines';
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
  text,
  typeSize,
  unitMark,
  type ChartPoint,
  type ChartSize,
  type Drawn,
} from './plot';

export interface HoursCurve {
  key: 'working' | 'weekend';
  label: string;
  /** Means of the 24 hours from midnight; null leaves a gap. */
  values: readonly (number | null)[];
}
export interface HoursSpec {
  /** The line that is told about. */
  working: HoursCurve;
  weekend: HoursCurve;
  /** Hours of working days that are told, with their values; those of a low stand below the line. */
  told: readonly { hour: number; label: string; low: boolean }[];
  /** Largest value of all stations and years: one scale for all of them. */
  most: number;
  unit: string;
  axis: string;
  tick: (value: number) => string;
  read: (curve: HoursCurve, hour: number, value: number) => { title: string; text: string };
}

interface Row {
  curve: HoursCurve;
  hour: number;
  /** Middle of the hour. */
  x: number;
  /** NaN where nothing is known. */
  y: number;
}
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const TICKS = [0, 6, 12, 18, 24];
const rowsOf = (curve: HoursCurve): Row[] =>
  curve.values.map((value, hour) => ({ curve, hour, x: hour + 0.5, y: value ?? NaN }));

/** The hours of a day in the air: working days as a strong line, weekends as a dashed one, each named where they lie apart. */
export function hoursChart(spec: HoursSpec, size: ChartSize): Drawn {
  const { rem, width } = size;
  const marginLeft = (width < 34 * rem ? 2.4 : 2.9) * rem;
  const [working, weekend] = [rowsOf(spec.working), rowsOf(spec.weekend)];
  const band = working.map(({ x, y }, i) => ({ x, y, other: weekend[i]!.y }));
  const told = spec.told.map((at) => ({ ...at, ...working[at.hour]! }));
  const node = figure(size, {
    marginLeft,
    marginRight: 1 * rem,
    marginTop: 2.4 * rem,
    marginBottom: 3.2 * rem,
    x: { domain: [0, 24] },
    // Room for the values over the highest line.
    y: { domain: [0, spec.most * 1.1] },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: spec.tick, label: null, fill: 'var(--muted)' }),
      axisX({ ticks: TICKS, tickSize: 5, tickFormat: String, label: null, fill: 'var(--muted)' }),
      ruleY([0], { stroke: 'var(--muted)' }),
      unitMark(spec.unit, rem, marginLeft),
      text([spec.axis], {
        frameAnchor: 'bottom',
        text: (d: string) => d,
        dy: 2.5 * rem,
        fill: 'var(--muted)',
        fontWeight: 600,
      }),
      areaY(band, {
        x: 'x',
        y1: 'y',
        y2: 'other',
        curve: 'monotone-x',
        fill: 'var(--accent)',
        fillOpacity: 0.08,
      }),
      line(weekend, {
        x: 'x',
        y: 'y',
        curve: 'monotone-x',
        stroke: 'var(--muted)',
        strokeWidth: 1.8,
        strokeDasharray: '5,3',
        ...keyed((d: Row) => d.curve.key),
      }),
      line(working, {
        x: 'x',
        y: 'y',
        curve: 'monotone-x',
        stroke: 'var(--accent)',
        strokeWidth: 2.8,
        strokeLinejoin: 'round',
        ...keyed((d: Row) => d.curve.key),
      }),
      dot(told, {
        x: 'x',
        y: 'y',
        r: 0.24 * rem,
        fill: 'var(--accent)',
        stroke: 'var(--paper)',
        strokeWidth: 1.5,
      }),
    ],
  });
  const [sx, sy] = [node.scale('x')!, node.scale('y')!];
  const at = (row: Row) => ({ x: sx.apply(row.x), y: sy.apply(row.y) });
  const type = typeSize(rem);
  const taken: Box[] = [];
  const write = (label: string, colour: string, box: Box) => {
    taken.push(box);
    node.append(
      lettering(node.ownerDocument, { label, colour, x: (box.left + box.right) / 2, y: box.bottom, rem }),
    );
  };
  for (const { label, low, ...row } of told) {
    const { x, y } = at(row);
    const half = textWidth(label, 'bold', type) / 2;
    const box = (above: boolean): Box => {
      const bottom = above ? y - 0.6 * rem : y + 0.55 * rem + 0.75 * type;
      return { left: x - half, right: x + half, top: bottom - 0.8 * type, bottom };
    };
    // Over a high hour and under a low one, unless the other line runs there.
    const crossed = ({ left, right, top, bottom }: Box) =>
      weekend
        .map(at)
        .some(
          (p) => p.x > left - half && p.x < right + half && p.y > top - 0.5 * rem && p.y < bottom + 0.5 * rem,
        );
    write(label, 'var(--accent)', crossed(box(!low)) ? box(low) : box(!low));
  }
  const known = [...working, ...weekend].filter(({ y }) => Number.isFinite(y));
  const frame = { left: sx.apply(0), right: sx.apply(24), top: 1.2 * rem, bottom: sy.apply(0) - 0.4 * rem };
  for (const [own, other, colour] of [
    [working, weekend, 'var(--accent)'],
    [weekend, working, 'var(--muted)'],
  ] as const) {
    const { label } = own[0]!.curve;
    const box = placed(own.map(at), other.map(at), known.map(at), textWidth(label, 'bold', type), {
      type,
      rem,
      frame,
      taken,
    });
    if (box) write(label, colour, box);
  }
  const points = known.map((row): ChartPoint => ({
    key: row.curve.key,
    ...at(row),
    ...spec.read(row.curve, row.hour, row.y),
  }));
  return { node, points, stride: Math.max(1, known.filter(({ curve }) => curve === spec.working).length) };
}

interface Spot {
  x: number;
  y: number;
}

/**
 * Where the name of a line stands: on its own side of the other line, clear of both over its whole width and of what is written
 * already, and where it is far from the other line and near its own. Null where a line is too short to have such a place.
 */
function placed(
  own: readonly Spot[],
  other: readonly Spot[],
  all: readonly Spot[],
  wide: number,
  { type, rem, frame, taken }: { type: number; rem: number; frame: Box; taken: readonly Box[] },
): Box | null {
  const gap = 0.45 * rem;
  let best: { box: Box; score: number } | null = null;
  for (const [i, spot] of own.entries()) {
    if (!Number.isFinite(spot.y)) continue;
    const left = Math.min(Math.max(spot.x - wide / 2, frame.left + gap), frame.right - wide);
    const right = left + wide;
    const step = own.length > 1 ? own[1]!.x - own[0]!.x : 0;
    const under = all.filter(({ x }) => x > left - step && x < right + step).map(({ y }) => y);
    for (const above of [true, false]) {
      const bottom = above ? Math.min(...under) - gap : Math.max(...under) + gap + 0.75 * type;
      const box = { left, right, bottom, top: bottom - 0.8 * type };
      const meets = (by: number) =>
        taken.some(
          (b) =>
            b.left < right + by &&
            b.right > left - by &&
            b.top < bottom + gap / 2 &&
            b.bottom > box.top - gap / 2,
        );
      if (meets(gap) || box.top < frame.top || box.bottom > frame.bottom) continue;
      const beyond = other[i]!.y;
      const apart = Number.isFinite(beyond) ? (above ? beyond - spot.y : spot.y - beyond) : 0;
      const away = above ? spot.y - box.bottom : box.top - spot.y;
      // Close beside a value it would read as that value's; where lines meet, as either's.
      const doubt = (meets(2 * rem) ? 0.5 * rem : 0) + (apart < 0.6 * rem ? rem : 0);
      const score = Math.min(apart, 3 * rem) - 1.2 * away - doubt;
      if (!best || score > best.score) best = { box, score };
    }
  }
  return best?.box ?? null;
}

interface Lettering extends Spot {
  label: string;
  colour: string;
  rem: number;
}
function lettering(document: Document, { label, colour, x, y, rem }: Lettering): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  for (const [name, value] of Object.entries({
    x,
    y,
    'text-anchor': 'middle',
    'font-weight': 600,
    fill: colour,
    stroke: 'var(--paper)',
    'stroke-width': 0.25 * rem,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }))
    element.setAttribute(name, String(value));
  element.textContent = label;
  return element;
}
