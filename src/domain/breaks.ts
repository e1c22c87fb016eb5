import { naturalCuts } from './breaks-natural';
import { finerStep, roundTo, stepBelow } from './round';

export type ClassMethod = 'natural' | 'quantile' | 'equal';

export interface BreaksOptions {
  method?: ClassMethod;
  /** Wished number of classes, 5 by default: fewer come out when the values do not carry them. */
  classes?: number;
  /** Digits after the decimal mark a break may have; a break gets more only where rounding would empty a class. */
  decimals?: number;
}

/**
 * Inner class limits, ascending, for `binOf`: class i is [breaks[i-1], breaks[i]).
 * Cuts are found first, then moved to a readable number; with `natural` and `quantile` no class is ever empty.
 * [] when the values hold fewer than two distinct numbers; never more classes than distinct numbers.
 */
export function breaksFor(values: readonly number[], opts: BreaksOptions = {}): number[] {
  const { method = 'natural', decimals = 1 } = opts;
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const classes = Math.min(opts.classes ?? 5, new Set(sorted).size);
  if (classes < 2) return [];
  const finest = 10 ** -decimals;
  const range = sorted.at(-1)! - sorted[0]!;
  // About a tenth of a class wide: moving a cut by half of that hardly moves an area to another class.
  const readable = Math.max(stepBelow(range / (classes * 8)), finest);
  if (method === 'equal') return equalBreaks(sorted[0]!, range, classes, readable);
  const cuts = method === 'natural' ? naturalCuts(sorted, classes) : quantileCuts(sorted, classes);
  return roundCuts(sorted, cuts, readable, finest);
}

/**
 * Class limits for a change: thirds of its sizes, the same on both sides of zero, so that the class in the middle means "about
 * the same". Thirds rather than natural breaks: one area built from nothing would else push every other into the middle. Limits beyond which no value lies are left out. [] when fewer than two sizes occur.
 */
export function changeBreaks(values: readonly number[], decimals = 1): number[] {
  const finite = values.filter(Number.isFinite);
  const sizes = breaksFor(finite.map(Math.abs), { method: 'quantile', classes: 3, decimals });
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return [...sizes.map((b) => -b).reverse(), ...sizes].filter(
    (b) => (b < 0 ? low < b : high >= b) && b !== 0,
  );
}

function equalBreaks(low: number, range: number, classes: number, readable: number): number[] {
  const breaks: number[] = [];
  for (let i = 1; i < classes; i += 1) {
    const at = roundTo(low + (range * i) / classes, readable);
    if (at > (breaks.at(-1) ?? low) && at <= low + range) breaks.push(at);
  }
  // A range below the display resolution: rounding swallowed every limit, so the greatest value stands alone.
  return breaks.length ? breaks : [low + range];
}

/** First index of every class but the first, classes as equal in number as ties allow. */
function quantileCuts(sorted: readonly number[], classes: number): number[] {
  const cuts: number[] = [];
  for (let i = 1; i < classes; i += 1) {
    const aim = Math.round((sorted.length * i) / classes);
    const cut = nearestCut(sorted, aim, cuts.at(-1) ?? 0);
    if (cut !== null) cuts.push(cut);
  }
  return cuts;
}

/** The index nearest to `aim`, beyond `after`, where the value really changes. */
function nearestCut(sorted: readonly number[], aim: number, after: number): number | null {
  for (let off = 0; off < sorted.length; off += 1) {
    for (const at of [aim + off, aim - off]) {
      if (at > after && at < sorted.length && sorted[at - 1]! < sorted[at]!) return at;
    }
  }
  return null;
}

/** Turns each cut into the most readable number that keeps its neighbours' classes filled. */
function roundCuts(
  sorted: readonly number[],
  cuts: readonly number[],
  readable: number,
  finest: number,
): number[] {
  const breaks: number[] = [];
  cuts.forEach((cut, i) => {
    const next = cuts[i + 1] ?? sorted.length;
    // Values that must stay on each side: the class below keeps its least value, the class above its greatest.
    const floor = Math.max(breaks.at(-1) ?? -Infinity, sorted[0]!);
    const below = sorted.find((value) => value >= floor)!;
    breaks.push(
      roundCut({ below, a: sorted[cut - 1]!, b: sorted[cut]!, above: sorted[next - 1]! }, readable, finest),
    );
  });
  return breaks;
}

interface Cut {
  /** Least value of the class below, values either side of the cut, greatest value of the class above. */
  below: number;
  a: number;
  b: number;
  above: number;
}

function roundCut({ below, a, b, above }: Cut, readable: number, finest: number): number {
  const middle = (a + b) / 2;
  // Coarsest step first: any multiple inside (a, b] leaves every value in its class.
  for (let step = stepBelow(Math.max(b - a, readable)); step > readable; step = finerStep(step)) {
    const at = roundTo(middle, step);
    if (at > a && at <= b) return at;
  }
  for (let step = readable; step >= finest * 0.999; step = finerStep(step)) {
    const at = roundTo(middle, step);
    if (at > below && at <= above && at <= b + step && at > a - step) return at;
  }
  return b;
}
