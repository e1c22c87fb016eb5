import { isValue, type Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import { formatNumber, levelLabel } from './format';
import { allOf, capital } from './grammar';

export interface Pair {
  code: string;
  x: number;
  y: number;
}

/** Areas with a value of both indicators. */
export function pairsOf(xs: ReadonlyMap<string, Cell>, ys: ReadonlyMap<string, Cell>): Pair[] {
  const pairs: Pair[] = [];
  for (const [code, cell] of xs) {
    const other = ys.get(code);
    if (isValue(cell) && other && isValue(other)) pairs.push({ code, x: cell.value, y: other.value });
  }
  return pairs;
}

/** Ranks from 1; equal values share the mean of the ranks they take up. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const out = new Array<number>(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[start]!]) end++;
    for (let i = start; i <= end; i++) out[order[i]!] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return out;
}

/**
 * Spearman's rank correlation: Pearson's r of the ranks, which allows for ties (Kendall, Rank Correlation Methods, 1948).
 * −1 to 1; null below three pairs or where one side does not vary.
 */
export function spearman(pairs: readonly Pick<Pair, 'x' | 'y'>[]): number | null {
  const n = pairs.length;
  if (n < 3) return null;
  const [a, b] = [ranks(pairs.map(({ x }) => x)), ranks(pairs.map(({ y }) => y))];
  const mean = (n + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [u, v] = [a[i]! - mean, b[i]! - mean];
    ab += u * v;
    aa += u * u;
    bb += v * v;
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}

/** Fewer pairs than this tell nothing of a relation. */
export const FEWEST_PAIRS = 10;
/** Words for the size of a rank correlation, smallest size first: the thresholds of Cohen (1988) for r, and 0.7 for a close one. */
const WORDS: readonly [least: number, words: Record<Lang, string>][] = [
  [0.1, { it: 'appena un po’ più spesso', en: 'only slightly more often' }],
  [0.3, { it: 'un po’ più spesso', en: 'somewhat more often' }],
  [0.5, { it: 'spesso', en: 'often' }],
  [0.7, { it: 'quasi sempre', en: 'nearly always' }],
];

/**
 * The relation in words: direction, strength, Spearman's number and how many areas it rests on; that it is no cause. No line is
 * drawn and no test is made: the areas are all there are, not a sample.
 */
export function correlationSentence(
  pairs: readonly Pair[],
  { lang, level, x, y }: { lang: Lang; level: Level; x: string; y: string },
): string {
  const it = lang === 'it';
  const n = pairs.length;
  if (n < FEWEST_PAIRS)
    return it
      ? `${capital(allOf(level, n, lang)).replace(` ${n} `, ' ')} con entrambi i valori sono ${n}: troppo ${level === 'quartiere' || level === 'comune' ? 'pochi' : 'poche'} per dire se i due vanno insieme.`
      : `Only ${n} ${levelLabel(level, lang, { plural: true })} have both values: too few to say whether the two go together.`;
  const rho = spearman(pairs);
  const among = allOf(level, n, lang);
  if (rho === null)
    return it
      ? `Tra ${among} con entrambi i valori uno dei due non varia.`
      : `Across ${among} with both values one of the two does not vary.`;
  const number = formatNumber(rho, 2, lang);
  const size = Math.abs(rho);
  const tail = it
    ? ` (correlazione per ranghi di Spearman ${number}, n = ${n}). Andare insieme non vuol dire che l’una sia causa dell’altra.`
    : ` (Spearman’s rank correlation ${number}, n = ${n}). Going together does not mean that one causes the other.`;
  const [first, second] = [quoted(x, lang), quoted(y, lang)];
  const strength = WORDS.findLast(([least]) => size >= least)?.[1][lang];
  if (!strength)
    return it
      ? `Tra ${among} con entrambi i valori, ${first} e ${second} non vanno né insieme né contro${tail}`
      : `Across ${among} with both values, ${first} and ${second} go neither together nor against each other${tail}`;
  const way = it ? (rho > 0 ? 'più alto' : 'più basso') : rho > 0 ? 'higher' : 'lower';
  return it
    ? `Tra ${among} con entrambi i valori, dove ${first} è più alto ${second} è ${strength} ${way}${tail}`
    : `${capital('across')} ${among} with both values, where ${first} is higher ${second} is ${strength} ${way}${tail}`;
}

const quoted = (title: string, lang: Lang): string => (lang === 'it' ? `«${title}»` : `“${title}”`);
