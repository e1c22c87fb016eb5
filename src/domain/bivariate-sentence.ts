import { isValue, type Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { bivariateBin, linkOf, third, type Bivariate, type Link } from './bivariate';
import { spearman } from './correlation';
import { formatCell, formatNumber, formatPeriod, levelLabel } from './format';
import { allOf, capital, inPlace } from './grammar';
import type { Sentences } from './sentence';

/** One of the two numbers, at the period it has here. */
export interface Axis {
  summary: IndicatorSummary;
  table: Pick<Table, 'decimals'>;
  period: string;
  cells: ReadonlyMap<string, Cell>;
}

export interface BivariateSentenceInput {
  lang: Lang;
  first: Axis;
  second: Axis;
  model: Bivariate;
  geography: Geography;
  level: Level;
  area: string | null;
}

/** "Reddito medio (2021)": an axis by its name, with its year only where the two differ. */
export const axisName = ({ summary, period }: Axis, other: Axis, lang: Lang): string =>
  `${summary.title[lang]}${period === other.period ? '' : ` (${formatPeriod(period, lang)})`}`;

/** What a map of two indicators says: how they go together, without a word about why. */
export function bivariateSentences(input: BivariateSentenceInput): Partial<Sentences> {
  const { lang, first, second, geography, level } = input;
  const it = lang === 'it';
  const area = geography.levels[level]?.find((a) => a.code === input.area);
  const [a, b] = [axisName(first, second, lang), axisName(second, first, lang)];
  const when = first.period === second.period ? `, ${formatPeriod(first.period, lang)}` : '';
  const where = area ? ` ${inPlace({ name: area.name, level }, lang)}` : '';
  const title = `${a} ${it ? 'e' : 'and'} ${b}${where}${when}`;
  const finding = [area ? ofArea(input, area) : '', linkSentence(input)].filter(Boolean).join(' ');
  const by = `${it ? 'per' : 'by'} ${levelLabel(level, lang)}`;
  return {
    title,
    finding,
    alt: `${it ? 'Mappa di due temi insieme' : 'Map of two topics at once'}, ${by}. ${title}. ${finding}`,
    caption: `${a} ${it ? 'e' : 'and'} ${b}${when}, ${by}`,
    documentTitle: `${title} · ${it ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna'}`,
  };
}

const STRENGTH: Record<Exclude<Link, 'too-few' | 'none'>, Record<Lang, string>> = {
  weak: { it: 'tende appena', en: 'tends slightly' },
  clear: { it: 'tende', en: 'tends' },
  strong: { it: 'tende nettamente', en: 'clearly tends' },
};

/** How the two orders agree over the areas, with the measure, the number of areas, and what it does not say. */
export function linkSentence({ lang, first, second, model, level }: BivariateSentenceInput): string {
  const it = lang === 'it';
  const n = model.pairs.length;
  const [a, b] = [first, second].map(({ summary }) => `«${summary.title[lang]}»`) as [string, string];
  const rho = spearman(model.pairs);
  const link = linkOf(rho, n);
  const places = allOf(level, n, lang);
  if (link === 'too-few' || rho === null)
    return it
      ? `Con ${n === 0 ? 'nessun luogo che abbia' : `solo ${n} luoghi che hanno`} entrambi i dati non si può dire se i due temi vadano insieme.`
      : `With ${n === 0 ? 'no place that has' : `only ${n} places that have`} both figures one cannot say whether the two topics go together.`;
  const measure = it
    ? `(correlazione di Spearman ${formatNumber(rho, 2, lang)}, n = ${n})`
    : `(Spearman correlation ${formatNumber(rho, 2, lang)}, n = ${n})`;
  if (link === 'none')
    return it
      ? `Tra ${places} con entrambi i dati non si vede un legame chiaro tra ${a} e ${b} ${measure}.`
      : `Across ${places} with both figures there is no clear link between ${a} and ${b} ${measure}.`;
  const more = rho > 0;
  const [bin, low] = more
    ? [bivariateBin(2, 2), bivariateBin(0, 0)]
    : [bivariateBin(2, 0), bivariateBin(0, 2)];
  const inBin = (wanted: number) =>
    [...model.cells.values()].filter((cell) => isValue(cell) && cell.value === wanted).length;
  const ends = inBin(bin) + inBin(low);
  if (it) {
    const head = `Tra ${places} con entrambi i dati, dove ${a} è più alto ${more ? 'anche ' : ''}${b}`;
    const both = more ? 'di tutti e due, o nel più basso' : 'dell’uno e nel più basso dell’altro';
    return `${head} ${STRENGTH[link].it} a essere più ${more ? 'alto' : 'basso'} ${measure}: ${ends} su ${n} sono nel terzo più alto ${both}. Vanno insieme sulla mappa; perché, la mappa non lo dice.`;
  }
  const head = `Across ${places} with both figures, where ${a} is higher ${b}`;
  const both = more ? 'of both, or in the lowest' : 'of one and the lowest of the other';
  return `${head} ${STRENGTH[link].en} to be ${more ? 'higher too' : 'lower'} ${measure}: ${ends} of ${n} are in the highest third ${both}. They go together on the map; why, the map does not say.`;
}

const THIRDS: Record<Lang, readonly [string, string, string]> = {
  it: ['nel terzo più basso', 'nel terzo di mezzo', 'nel terzo più alto'],
  en: ['in the lowest third', 'in the middle third', 'in the highest third'],
};

function ofArea(
  { lang, first, second, model }: BivariateSentenceInput,
  area: { code: string; name: string },
): string {
  const one = (axis: Axis, cuts: readonly number[]): string => {
    const cell = axis.cells.get(area.code) ?? { missing: 'not-available' };
    const said = formatCell(cell, axis.summary.unit, axis.table.decimals, lang);
    const place = isValue(cell) ? `, ${THIRDS[lang][third(cell.value, cuts)]}` : '';
    return `${axis.summary.title[lang]} ${said}${place}`;
  };
  return `${capital(area.name)}: ${one(first, model.cuts.first)}; ${one(second, model.cuts.second)}.`;
}
