import { isValue, type Cell } from '../model/cell';
import { CITY_CODE, type Lang, type Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { mapKindOf } from '../model/unit';
import { cellAt, cellsAt, valuesOf } from './cells';
import { comparisons, quantileOf, type Comparison } from './compare';
import { formatPeriod, levelLabel, missingReason } from './format';
import { capital, inPeriod, inPlace } from './grammar';
import { against, measureIs, rangeOverTime, sameInPrint, sinceFirst, type Saying } from './phrases';
import { spreadSentence } from './spread';

export { announce, legendParts, legendSentence } from './announce';
export { citation } from './citation';

export interface SentenceInput {
  lang: Lang;
  summary: IndicatorSummary;
  table: Table;
  geography: Geography;
  level: Level;
  period: string;
  /** Selected area at `level`; null for the whole city. An unknown code counts as null. */
  area: string | null;
}

export interface Sentences {
  /** What the view shows: "Residenti di 65 anni e oltre nella zona Bolognina, 2021". */
  title: string;
  /** One to three sentences: the value and how it changed; how far the areas lie apart, or the place against the city. */
  finding: string;
  /** Text alternative of the picture: kind of map, title, finding. */
  alt: string;
  /** Caption of the table of the same cells. */
  caption: string;
  documentTitle: string;
}

/** Every sentence a view needs, from the very cells it draws. Never throws on missing data: it says what is missing. */
export function sentencesOf(input: SentenceInput): Sentences {
  const { lang, summary, geography, level, period } = input;
  const area = level === 'citta' ? undefined : geography.levels[level]?.find((a) => a.code === input.area);
  const say: Saying = { lang, unit: summary.unit, decimals: input.table.decimals, measure: summary.measure };
  const name = summary.title[lang];
  const when = formatPeriod(period, lang);
  const title = area ? `${name} ${inPlace({ name: area.name, level }, lang)}, ${when}` : `${name}, ${when}`;
  const finding = (area ? areaFinding(input, say, area) : cityFinding(input, say)).filter(Boolean).join(' ');
  return {
    title,
    finding,
    alt: `${kindOfMap(summary, level, lang)}. ${title}. ${finding}`,
    caption: `${name}, ${when}, ${lang === 'it' ? 'per' : 'by'} ${levelLabel(level, lang)}`,
    documentTitle: `${title} · ${lang === 'it' ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna'}`,
  };
}

function kindOfMap(summary: IndicatorSummary, level: Level, lang: Lang): string {
  const symbols = mapKindOf(summary.measure) === 'symbols';
  const by = levelLabel(level, lang);
  const where =
    level === 'comune'
      ? { it: 'della città metropolitana di Bologna', en: 'of the metropolitan city of Bologna' }
      : { it: 'di Bologna', en: 'of Bologna' };
  if (lang === 'it') return `Mappa ${symbols ? 'a cerchi ' : ''}${where.it} per ${by}`;
  return `${symbols ? 'Circle map' : 'Map'} ${where.en} by ${by}`;
}

function cityFinding(
  { lang, summary, table, geography, level, period }: SentenceInput,
  say: Saying,
): string[] {
  const cells = cellsAt(table, geography, level, period);
  const spread =
    level === 'citta'
      ? ''
      : spreadSentence({ say, cells, geography, level, period, named: endsMayBeNamed(summary) });
  if (level === 'comune') return [spread];
  const city = { level: 'citta', code: CITY_CODE } as const;
  const cell = cellAt(table, geography, 'citta', period, CITY_CODE);
  if (!isValue(cell))
    return level === 'citta'
      ? [missingReason(cell.missing, lang)]
      : [spread, cityMissing(cell, period, lang)];
  const main = `${capital(inPlace({ name: '', level: 'citta' }, lang))} ${measureIs(say, cell.value, period, isLatest(table, 'citta', period))}`;
  const since = sinceFirst(say, table, geography, city, period);
  return [
    since ? `${main}, ${since}.` : `${main}.`,
    spread || rangeOverTime(say, table, geography, city, period),
  ];
}

function areaFinding(input: SentenceInput, say: Saying, area: { code: string; name: string }): string[] {
  const { lang, table, geography, level, period, summary } = input;
  const place = inPlace({ name: area.name, level }, lang);
  const cell = cellAt(table, geography, level, period, area.code);
  if (!isValue(cell)) {
    const head =
      lang === 'it'
        ? `${capital(place)} ${inPeriod(period, lang)} non c’è un valore`
        : `${capital(place)} there is no value ${inPeriod(period, lang)}`;
    return [`${head}.`, missingReason(cell.missing, lang)];
  }
  const city = comparisons({
    code: area.code,
    level,
    period,
    table,
    geography,
    measure: summary.measure,
  }).find((c) => c.level === 'citta');
  const main = `${capital(place)} ${measureIs(say, cell.value, period, isLatest(table, level, period))}`;
  const beside = city && isValue(city.cell) ? besideCity(city, say) : besideMiddle(input, say, cell.value);
  const since = sinceFirst(say, table, geography, { level, code: area.code }, period);
  return [beside ? `${main}: ${beside}.` : `${main}.`, since ? `${capital(since)}.` : ''];
}

function besideCity({ cell, difference, verdict }: Comparison, say: Saying): string {
  if (!isValue(cell) || difference === null) return '';
  const what = say.lang === 'it' ? 'il valore della città' : 'the city value';
  return against(say, difference, verdict === 'similar', cell.value, what);
}

/** Where no city value can be computed, the middle of the areas of the same level stands in for it. */
function besideMiddle(
  { lang, table, geography, level, period, summary }: SentenceInput,
  say: Saying,
  value: number,
): string {
  const values = valuesOf(cellsAt(table, geography, level, period).values());
  if (values.length < FEWEST_FOR_MIDDLE || summary.measure === 'count') return '';
  const middle = quantileOf(values, 0.5);
  const many = levelLabel(level, lang, { plural: true });
  const what = lang === 'it' ? `il valore mediano tra ${many}` : `the median of the ${many}`;
  return against(say, value - middle, sameInPrint(say, value, middle), middle, what);
}

const FEWEST_FOR_MIDDLE = 5;

function cityMissing(cell: Cell, period: string, lang: Lang): string {
  const never = !isValue(cell) && cell.missing === 'not-applicable';
  if (lang === 'it')
    return never
      ? 'Per la città intera non si può calcolare.'
      : `Per la città intera non c’è un valore ${inPeriod(period, lang)}.`;
  return never
    ? 'It cannot be computed for the whole city.'
    : `There is no value for the whole city ${inPeriod(period, lang)}.`;
}

const isLatest = (table: Table, level: Level, period: string) =>
  table.levels[level]?.periods.at(-1) === period;

/** The city asks that its fragility indices are not read as a ranking of neighbourhoods: their extremes stay unnamed. */
const endsMayBeNamed = (summary: IndicatorSummary) => summary.theme !== 'fragility';
