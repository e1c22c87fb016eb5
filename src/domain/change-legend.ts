import type { Lang } from '../model/ids';
import type { Unit } from '../model/unit';
import { formatChange, type ChangeMode } from './change';
import { decimalsOf } from './round';

interface ChangeLegendInput {
  breaks: readonly number[];
  extent: readonly [number, number];
  mode: ChangeMode;
  unit: Unit;
  decimals: number;
  lang: Lang;
}

/** Signed words for each class, low → high: "meno di −1,8 punti", "da −0,8 a +0,8 punti", "+1,8 punti e oltre". */
export function changeClassLabels({
  breaks,
  extent,
  mode,
  unit,
  decimals,
  lang,
}: ChangeLegendInput): string[] {
  const it = lang === 'it';
  const digits = Math.max(0, ...breaks.map((b) => decimalsOf(b)));
  const full = (value: number, precise = digits) =>
    formatChange(value, { mode, unit, decimals: precise }, lang);
  if (breaks.length === 0) {
    const [low, high] = extent;
    return [low === high ? full(low, decimals) : between(full(low, decimals), full(high, decimals), it)];
  }
  return Array.from({ length: breaks.length + 1 }, (_, i) => {
    const [from, to] = [breaks[i - 1], breaks[i]];
    if (from === undefined) return `${it ? 'meno di' : 'under'} ${full(to!)}`;
    if (to === undefined) return it ? `${full(from)} e oltre` : `${full(from)} and over`;
    // The unit once, at the end; a currency sign and a per cent belong to each number.
    const bare = mode === 'absolute' && unit !== 'euro';
    const first = bare ? formatChange(from, { mode, unit: 'number', decimals: digits }, lang) : full(from);
    return between(first, full(to), it);
  });
}

const between = (from: string, to: string, it: boolean): string =>
  it ? `da ${from} a ${to}` : `${from} to ${to}`;

/** Ends and limits between the classes, signed and without the unit: the ticks below the bars. */
export function changeTicks({ breaks, extent, decimals, lang }: ChangeLegendInput): string[] {
  const digits = Math.max(0, ...breaks.map((b) => decimalsOf(b)));
  const ends = Math.max(digits, Math.min(1, decimals));
  const edges = [extent[0], ...breaks, extent[1]];
  return edges.map((edge, i) =>
    formatChange(
      edge,
      { mode: 'absolute', unit: 'number', decimals: i === 0 || i === edges.length - 1 ? ends : digits },
      lang,
    ),
  );
}
