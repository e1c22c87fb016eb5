import { isValue, type Cell } from '../model/cell';
import { CITY_CODE, type Lang, type Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { mapKindOf } from '../model/unit';
import { cellAt, cellsAt, valuesOf } from './cells';
import { comparisons, quantileOf } from './compare';
import { differenceInPrint, formatPeriod, levelLabel, missingReason } from './format';
import { capital, inPeriod, inPlace, ofAll } from './grammar';
import {
  against,
  changeSentence,
  measureIs,
  rangeOverTime,
  sameInPrint,
  sinceFirst,
  type Saying,
} from './phrases';
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
  /** Two sentences where the data carry them: the value and its change, then the spread of the areas; or the place against the city, then its change. */
  finding: string;
  /** Text alternative of the picture: kind of map, title, finding. */
  alt: string;
  /** Caption of the table of the same cells. */
  caption: string;
  documentTitle: string;
}

/** Every sentence a view needs, from the very cells it draws. Never throws on missing data: it says what is missing. */
export function sentencesOf(input: SentenceInput): Sentences {
  const { lang, summary, table, geography, level, period } = input;
  const area = level === 'citta' ? undefined : geography.levels[level]?.find((a) => a.code === input.area);
  const say: Saying = {
    lang,
    unit: summary.unit,
    decimals: table.decimals,
    measure: summary.measure,
    change: summary.ramp === 'change',
  };
  const name = summary.title[lang];
  const when = formatPeriod(period, lang);
  const title = area ? `${name} ${inPlace({ name: area.name, level }, lang)}, ${when}` : `${name}, ${when}`;
  const said = area ? areaFinding(input, say, area) : cityFinding(input, say);
  const finding = said.filter(Boolean).join(' ');
  return {
    title,
    finding,
    alt: `${mapOf(summary, level, lang)}. ${title}. ${finding}`,
    caption: `${name}, ${when}, ${byLevel(level, lang)}`,
    documentTitle: `${title} · ${lang === 'it' ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna'}`,
  };
}

function byLevel(level: Level, lang: Lang): string {
  if (level === 'citta') return lang === 'it' ? 'intera città' : 'whole city';
  return `${lang === 'it' ? 'per' : 'by'} ${levelLabel(level, lang)}`;
}

function mapOf(summary: IndicatorSummary, level: Level, lang: Lang): string {
  const it = lang === 'it';
  const circles = mapKindOf(summary.measure) === 'symbols';
  const kind = circles ? (it ? 'Mappa a cerchi' : 'Circle map') : it ? 'Mappa' : 'Map';
  const metro = level === 'comune';
  const where = it
    ? `${metro ? 'della città metropolitana ' : ''}di Bologna`
    : `of ${metro ? 'the metropolitan city of ' : ''}Bologna`;
  return level === 'citta' ? `${kind} ${where}` : `${kind} ${where} ${byLevel(level, lang)}`;
}

function cityFinding(
  { lang, summary, table, geography, level, period }: SentenceInput,
  say: Saying,
): string[] {
  const cell = cellAt(table, geography, 'citta', period, CITY_CODE);
  const opens = level === 'comune' || !isValue(cell);
  const cells = cellsAt(table, geography, level, period);
  const latest = isLatest(table, level, period);
  const named = endsMayBeNamed(summary);
  const spread =
    level === 'citta' ? '' : spreadSentence({ say, cells, geography, level, period, latest, opens, named });
  if (level === 'comune') return [spread];
  if (!isValue(cell))
    return level === 'citta'
      ? [missingReason(cell.missing, lang)]
      : [spread, cityMissing(cell, period, lang)];
  const city = { level: 'citta', code: CITY_CODE } as const;
  const where = inPlace({ name: '', level: 'citta' }, lang);
  const main = measureIs(say, cell.value, where, period, isLatest(table, 'citta', period));
  const since = sinceFirst(say, table, geography, city, period);
  return [
    since ? `${main}, ${since}.` : `${main}.`,
    spread || rangeOverTime(say, table, geography, city, period),
  ];
}

function areaFinding(input: SentenceInput, say: Saying, area: { code: string; name: string }): string[] {
  const { lang, table, geography, level, period } = input;
  const where = inPlace({ name: area.name, level }, lang);
  const cell = cellAt(table, geography, level, period, area.code);
  if (!isValue(cell)) {
    const head = lang === 'it' ? 'non c’è un valore' : 'there is no value';
    return [`${capital(inPeriod(period, lang))} ${head} ${where}.`, missingReason(cell.missing, lang)];
  }
  const main = measureIs(say, cell.value, where, period, isLatest(table, level, period));
  const beside = besideCity(input, say, area.code) || besideMiddle(input, say, cell.value);
  const change = changeSentence(say, table, geography, { level, code: area.code }, period);
  return [beside ? `${main}: ${beside}.` : `${main}.`, change];
}

function besideCity(
  { table, geography, level, period, summary }: SentenceInput,
  say: Saying,
  code: string,
): string {
  const all = comparisons({ code, level, period, table, geography, measure: summary.measure });
  const city = all.find((c) => c.level === 'citta');
  if (!city || !isValue(city.cell) || city.difference === null) return '';
  const what = say.lang === 'it' ? 'il valore della città' : 'the city value';
  return against(say, city.difference, city.verdict === 'similar', city.cell.value, what);
}

const FEWEST_FOR_MIDDLE = 5;

/** Where no city value can be computed, the middle of the areas of the same level stands in for it. */
function besideMiddle(
  { lang, table, geography, level, period, summary }: SentenceInput,
  say: Saying,
  value: number,
): string {
  const values = valuesOf(cellsAt(table, geography, level, period).values());
  if (values.length < FEWEST_FOR_MIDDLE || summary.measure === 'count') return '';
  const middle = quantileOf(values, 0.5);
  const what = `${lang === 'it' ? 'la mediana' : 'the median'} ${ofAll(level, lang)}`;
  return against(
    say,
    differenceInPrint(value, middle, say.decimals),
    sameInPrint(say, value, middle),
    middle,
    what,
  );
}

function cityMissing(cell: Cell, period: string, lang: Lang): string {
  const never = !isValue(cell) && cell.missing === 'not-applicable';
  if (lang === 'it')
    return never
      ? 'Per l’intera città il valore non si può calcolare.'
      : `Per l’intera città non c’è un valore ${inPeriod(period, lang)}.`;
  return never
    ? 'The value cannot be computed for the whole city.'
    : `There is no value for the whole city ${inPeriod(period, lang)}.`;
}

const isLatest = (table: Table, level: Level, period: string) =>
  table.levels[level]?.periods.at(-1) === period;

/** The city asks that its fragility indices are not read as a ranking of neighbourhoods: their extremes stay unnamed. */
const endsMayBeNamed = (summary: IndicatorSummary) => summary.theme !== 'fragility';
