import { isValue, type Cell } from '../model/cell';
import { CITY_CODE, type Lang, type Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { cellAt } from './cells';
import { changeCell, formatChange, isUnchanged, type ChangeMode, type Span } from './change';
import { crossesBreak } from './compare';
import { formatPeriod, levelLabel, missingReason } from './format';
import { allOf, capital, fromTo, inPlace, list } from './grammar';
import { after, opened, printed, sameInPrint, type Saying } from './phrases';
import type { Sentences } from './sentence';

export interface ChangeSentenceInput {
  lang: Lang;
  summary: IndicatorSummary;
  table: Table;
  geography: Geography;
  level: Level;
  span: Span;
  mode: ChangeMode;
  /** Digits a change is printed with. */
  decimals: number;
  /** Code → change: the cells the map paints. */
  changes: ReadonlyMap<string, Cell>;
  area: string | null;
}

/** What a map of change says; the dates, both values and the sign are always there. */
export function changeSentences(input: ChangeSentenceInput): Partial<Sentences> {
  const { lang, summary, geography, level, span } = input;
  const it = lang === 'it';
  const area = geography.levels[level]?.find((a) => a.code === input.area);
  const name = summary.title[lang];
  const place = area ? ` ${inPlace({ name: area.name, level }, lang)}` : '';
  const what = `${it ? 'variazione' : 'change'} ${fromTo(span.from, span.to, lang)}`;
  const title = `${name}${place}: ${what}`;
  const said = span.from === span.to ? [sameDate(lang)] : area ? ofArea(input, area) : ofAll(input);
  const finding = [...said, breakNote(input)].filter(Boolean).join(' ');
  const by = `${it ? 'per' : 'by'} ${levelLabel(level, lang)}`;
  return {
    title,
    finding,
    alt: `${it ? 'Mappa della variazione' : 'Map of change'}, ${by}. ${title}. ${finding}`,
    caption: `${name}: ${what}, ${by}`,
    documentTitle: `${title} · ${it ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna'}`,
  };
}

const sameDate = (lang: Lang): string =>
  lang === 'it'
    ? 'Le due date sono la stessa: scegli un altro anno per vedere che cosa è cambiato.'
    : 'Both dates are the same: choose another year to see what has changed.';

const sayingOf = ({ lang, summary, table }: ChangeSentenceInput): Saying => ({
  lang,
  unit: summary.unit,
  measure: summary.measure,
  decimals: table.decimals,
});

const shown = ({ mode, decimals, summary, lang }: ChangeSentenceInput, value: number): string =>
  formatChange(value, { mode, unit: summary.unit, decimals }, lang);

const pricesNote = ({ summary, lang }: ChangeSentenceInput): string =>
  summary.unit !== 'euro' ? '' : lang === 'it' ? ', a prezzi correnti' : ', in current prices';

/** "è salito dal 23,5% al 24,9% (+1,4 punti)", or that it stayed where it was. */
function movement(input: ChangeSentenceInput, from: number, to: number, change: Cell): string {
  const say = sayingOf(input);
  const it = input.lang === 'it';
  if (sameInPrint(say, from, to))
    return it ? `è rimasto uguale (${printed(say, to)})` : `stayed the same (${printed(say, to)})`;
  const up = to > from;
  const verb = it ? `è ${up ? 'salito' : 'sceso'}` : up ? 'rose' : 'fell';
  const ends = it
    ? `${after('da', say, from, opened)} ${after('a', say, to)}`
    : `from ${opened(say, from)} to ${printed(say, to)}`;
  const size = isValue(change) ? ` (${shown(input, change.value)}${pricesNote(input)})` : '';
  return `${verb} ${ends}${size}`;
}

function ofAll(input: ChangeSentenceInput): string[] {
  const { lang, table, geography, span, mode, summary } = input;
  const [from, to] = [span.from, span.to].map((p) => cellAt(table, geography, 'citta', p, CITY_CODE));
  const spread = changeSpread(input);
  if (!from || !to || !isValue(from) || !isValue(to)) return [spread];
  const where = inPlace({ name: '', level: 'citta' }, lang);
  const head = `${capital(fromTo(span.from, span.to, lang))} ${lang === 'it' ? 'il valore' : 'the value'} ${where}`;
  return [
    `${head} ${movement(input, from.value, to.value, changeCell(from, to, mode, summary.unit, table.decimals))}.`,
    spread,
  ];
}

function ofArea(input: ChangeSentenceInput, area: { code: string; name: string }): string[] {
  const { lang, table, geography, level, span, mode, summary } = input;
  const it = lang === 'it';
  const where = inPlace({ name: area.name, level }, lang);
  const [from, to] = [span.from, span.to].map((p) => cellAt(table, geography, level, p, area.code)) as [
    Cell,
    Cell,
  ];
  const change = input.changes.get(area.code) ?? changeCell(from, to, mode, summary.unit, table.decimals);
  if (!isValue(from) || !isValue(to)) {
    const why = isValue(change) ? '' : missingReason(change.missing, lang);
    return [`${capital(where)} ${it ? 'la variazione non si può dire' : 'the change cannot be told'}.`, why];
  }
  const subject = it ? 'il valore' : 'the value';
  const head = `${capital(fromTo(span.from, span.to, lang))} ${subject} ${where} ${movement(input, from.value, to.value, change)}.`;
  if (!isValue(change))
    return [
      head,
      it
        ? 'In percentuale la variazione non è affidabile: si partiva da troppo poco.'
        : 'In per cent the change is not reliable: it started from too little.',
    ];
  const city = [span.from, span.to].map((p) => cellAt(table, geography, 'citta', p, CITY_CODE)) as [
    Cell,
    Cell,
  ];
  const beside = changeCell(city[0], city[1], mode, summary.unit, table.decimals);
  if (level === 'citta' || !isValue(beside)) return [head];
  const cityName = inPlace({ name: '', level: 'citta' }, lang);
  return [
    head,
    `${capital(cityName)} ${it ? 'la variazione è' : 'the change is'} ${shown(input, beside.value)}.`,
  ];
}

/** More names than this at one end say only how many they are. */
const MOST_NAMES = 2;

/** How many rise and fall, and between which ends; no name where the city asks for no ranking. */
export function changeSpread(input: ChangeSentenceInput): string {
  const { lang, geography, level, changes, decimals, summary } = input;
  const it = lang === 'it';
  const areas = geography.levels[level] ?? [];
  const points = areas.flatMap(({ code, name }) => {
    const cell = changes.get(code);
    return cell && isValue(cell) ? [{ name, value: cell.value }] : [];
  });
  if (level === 'citta') return '';
  if (points.length < 2)
    return it
      ? `Meno di due ${levelLabel(level, lang, { plural: true })} hanno un dato confrontabile alle due date.`
      : `Fewer than two ${levelLabel(level, lang, { plural: true })} have comparable figures at both dates.`;
  const still = points.filter(({ value }) => isUnchanged(value, decimals)).length;
  const up = points.filter(({ value }) => value > 0 && !isUnchanged(value, decimals)).length;
  const down = points.length - up - still;
  const some =
    points.length === areas.length
      ? ''
      : it
        ? ` con un dato (su ${areas.length})`
        : ` with figures (of ${areas.length})`;
  const among = `${it ? 'tra' : 'across'} ${allOf(level, points.length, lang)}${some}`;
  const verbs = it ? ['sale', 'scende', 'resta uguale'] : ['rises', 'falls', 'stays the same'];
  const counts = [up, down, still];
  const moves = verbs.flatMap((verb, i) =>
    counts[i] === points.length
      ? [`${verb} ${it ? 'ovunque' : 'everywhere'}`]
      : counts[i]
        ? [`${verb} in ${counts[i]}`]
        : [],
  );
  const low = Math.min(...points.map((p) => p.value));
  const high = Math.max(...points.map((p) => p.value));
  const head = `${capital(among)} ${it ? 'il valore' : 'the value'} ${list(moves, lang)}`;
  if (shown(input, low) === shown(input, high)) return `${head}.`;
  const end = (value: number) => {
    const names = points.filter((p) => shown(input, p.value) === shown(input, value)).map((p) => p.name);
    const who =
      names.length > MOST_NAMES
        ? `${names.length} ${levelLabel(level, lang, { plural: true })}`
        : list(names, lang);
    return `${shown(input, value)}${summary.theme === 'fragility' ? '' : ` (${who})`}`;
  };
  return it
    ? `${head}; la variazione va da ${end(low)} a ${end(high)}.`
    : `${head}; the change ranges from ${end(low)} to ${end(high)}.`;
}

/** Where the series breaks between the dates, that and why, from the indicator itself. */
function breakNote({ lang, table, span }: ChangeSentenceInput): string {
  if (!crossesBreak(table, span.from, span.to)) return '';
  const at = table.seriesBreaks.filter(({ period }) => period > span.from && period <= span.to);
  const when = list(
    at.map(({ period }) => formatPeriod(period, lang)),
    lang,
  );
  const head =
    lang === 'it'
      ? `Attenzione: tra le due date la serie cambia (${when}).`
      : `Beware: between the two dates the series changes (${when}).`;
  return [head, ...at.map(({ note }) => note[lang])].join(' ');
}

/** "2010–2021", for a column's head or a chart. */
export const spanLabel = (span: Span, lang: Lang): string =>
  `${formatPeriod(span.from, lang)}–${formatPeriod(span.to, lang)}`;
