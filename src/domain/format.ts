import { isValue, type Cell, type Missing } from '../model/cell';
import type { Lang, Level, Text } from '../model/ids';
import type { Unit } from '../model/unit';

const LOCALE: Record<Lang, string> = { it: 'it-IT', en: 'en-GB' };
const NBSP = '\u00a0';

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(decimals: number, lang: Lang, sign: 'negative' | 'exceptZero'): Intl.NumberFormat {
  const key = `${lang}${decimals}${sign}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      // it-IT leaves four digits ungrouped; beside five-digit neighbours "2.790" reads better in a column.
      useGrouping: 'always',
      signDisplay: sign,
    });
    numberFormats.set(key, format);
  }
  return format;
}

const minus = (text: string) => text.replace('-', '\u2212');

/** "1.234,5" / "1,234.5"; a true minus sign, no sign on a zero that rounding made; `exceptZero` also says "+". */
export function formatNumber(
  value: number,
  decimals: number,
  lang: Lang,
  sign: 'negative' | 'exceptZero' = 'negative',
): string {
  return minus(numberFormat(decimals, lang, sign).format(value));
}

/** A number printed by `formatNumber` with its unit; a difference of percentages is in points. */
export const printUnit = (number: string, unit: Unit, lang: Lang, { difference = false } = {}): string =>
  difference ? differenceWithUnit(number, unit, lang) : withUnit(number, unit, lang);

/** A number as its print says it: what a reader who sees only the print takes it for. */
export const asPrinted = (value: number, decimals: number): number =>
  Number(numberFormat(decimals, 'en', 'negative').format(value).replaceAll(',', ''));

/**
 * `a` − `b` as a reader works it out from the two as printed: 24,7 beside 15,6 differ by 9,1, whatever the digits not shown say.
 * Every difference printed beside the values it is taken from is this one (decision 045).
 */
export const differenceInPrint = (a: number, b: number, decimals: number): number =>
  Number((asPrinted(a, decimals) - asPrinted(b, decimals)).toFixed(decimals)) + 0;

/** "ab./km²" stands for abitanti, the usual abbreviation of Italian statistics; per cent closes up in both languages. */
function withUnit(number: string, unit: Unit, lang: Lang): string {
  const it = lang === 'it';
  switch (unit) {
    case 'percent':
      return `${number}%`;
    case 'euro':
      return it ? `${number}${NBSP}€` : number.replace(/^([+\u2212]?)/, '$1€');
    case 'per-km2':
      return `${number}${NBSP}${it ? 'ab.' : 'people'}/km²`;
    case 'things-per-km2':
      return `${number}${NBSP}per${NBSP}km²`;
    case 'km-per-km2':
      return `${number}${NBSP}km/km²`;
    case 'per100':
      return `${number}${NBSP}${it ? 'ogni' : 'per'}${NBSP}100`;
    case 'people':
      return `${number}${NBSP}${peopleWord(number, lang)}`;
    case 'per1000':
      return `${number}${NBSP}${it ? 'ogni 1.000' : 'per 1,000'}`;
    case 'index':
    case 'number':
      return number;
    case 'km':
      return `${number}${NBSP}km`;
    case 'celsius':
      return `${number}${NBSP}°C`;
    case 'ugm3':
      return `${number}${NBSP}µg/m³`;
    case 'households':
    case 'years':
    case 'days':
    case 'nights':
      return `${number}${NBSP}${NOUNS[unit][isOne(number) ? 'one' : 'many'][lang]}`;
  }
}

const NOUNS: Record<'households' | 'years' | 'days' | 'nights', { one: Text; many: Text }> = {
  households: { one: { it: 'famiglia', en: 'household' }, many: { it: 'famiglie', en: 'households' } },
  years: { one: { it: 'anno', en: 'year' }, many: { it: 'anni', en: 'years' } },
  days: { one: { it: 'giorno', en: 'day' }, many: { it: 'giorni', en: 'days' } },
  nights: { one: { it: 'notte', en: 'night' }, many: { it: 'notti', en: 'nights' } },
};

const isOne = (number: string) => /^[+\u2212]?1$/.test(number);
const pointsWord = (number: string, lang: Lang) =>
  isOne(number) ? (lang === 'it' ? 'punto' : 'point') : lang === 'it' ? 'punti' : 'points';
const peopleWord = (number: string, lang: Lang) =>
  isOne(number) ? (lang === 'it' ? 'persona' : 'person') : lang === 'it' ? 'persone' : 'people';

/** A number with its unit, as printed: "23,4%", "24.512 €", "2.790 ab./km²", "218 ogni 100", "101,2" for an index. */
export function formatValue(value: number, unit: Unit, decimals: number, lang: Lang): string {
  return withUnit(formatNumber(value, decimals, lang), unit, lang);
}

/** A value with its unit, or the words for the reason there is none. */
export function formatCell(cell: Cell, unit: Unit, decimals: number, lang: Lang): string {
  return isValue(cell) ? formatValue(cell.value, unit, decimals, lang) : missingLabel(cell.missing, lang);
}

/** A signed difference; of two percentages in points, so that "+3,2 punti" is never read as 3.2 per cent of the value. */
export function formatDifference(difference: number, unit: Unit, decimals: number, lang: Lang): string {
  return differenceWithUnit(minus(numberFormat(decimals, lang, 'exceptZero').format(difference)), unit, lang);
}

/** The size of a difference, unsigned, for sentences that say "more" or "less" themselves. */
export function formatGap(difference: number, unit: Unit, decimals: number, lang: Lang): string {
  const number = formatNumber(Math.abs(difference), decimals, lang);
  // "12.083 in più", "18 in più": the unit stands beside the value it is compared with.
  return unit === 'people' || unit === 'per100' ? number : differenceWithUnit(number, unit, lang);
}

function differenceWithUnit(number: string, unit: Unit, lang: Lang): string {
  if (unit !== 'percent' && unit !== 'index') return withUnit(number, unit, lang);
  return `${number}${NBSP}${pointsWord(number, lang)}`;
}

const MISSING_LABEL: Record<Missing, Text> = {
  suppressed: { it: 'riservato', en: 'withheld' },
  'not-available': { it: 'non disponibile', en: 'not available' },
  unreliable: { it: 'non affidabile', en: 'not reliable' },
  'not-applicable': { it: 'non applicabile', en: 'not applicable' },
};

const MISSING_REASON: Record<Missing, Text> = {
  suppressed: {
    it: 'Il dato non è pubblicato per riservatezza: si riferisce a troppe poche persone.',
    en: 'The figure is withheld for confidentiality: it rests on too few people.',
  },
  'not-available': {
    it: 'La fonte non pubblica un dato per questo luogo e questo periodo.',
    en: 'The source publishes no figure for this place and period.',
  },
  unreliable: {
    it: 'Il dato si basa su un numero di casi troppo piccolo per essere affidabile.',
    en: 'The figure rests on too few cases to be reliable.',
  },
  'not-applicable': {
    it: 'A questo livello il dato non si può calcolare correttamente.',
    en: 'At this level the figure cannot be computed correctly.',
  },
};

/** Two words for a table cell or a legend row. */
export const missingLabel = (missing: Missing, lang: Lang): string => MISSING_LABEL[missing][lang];

/** One sentence, with its full stop, for a note. */
export const missingReason = (missing: Missing, lang: Lang): string => MISSING_REASON[missing][lang];

const UNIT_LABEL: Record<Unit, Text> = {
  people: { it: 'persone', en: 'people' },
  percent: { it: '%', en: '%' },
  'per-km2': { it: 'abitanti per km²', en: 'people per km²' },
  'things-per-km2': { it: 'per km²', en: 'per km²' },
  'km-per-km2': { it: 'km per km²', en: 'km per km²' },
  per100: { it: 'ogni 100', en: 'per 100' },
  euro: { it: 'euro', en: 'euros' },
  per1000: { it: 'ogni 1.000', en: 'per 1,000' },
  index: { it: 'indice', en: 'index' },
  number: { it: 'numero', en: 'number' },
  households: { it: 'famiglie', en: 'households' },
  years: { it: 'anni', en: 'years' },
  days: { it: 'giorni', en: 'days' },
  nights: { it: 'notti', en: 'nights' },
  km: { it: 'km', en: 'km' },
  celsius: { it: '°C', en: '°C' },
  ugm3: { it: 'µg/m³', en: 'µg/m³' },
};

/** The unit alone, for an axis or a column head. */
export const unitLabel = (unit: Unit, lang: Lang): string => UNIT_LABEL[unit][lang];

const LEVEL_LABEL: Record<Level, Record<Lang, readonly [one: string, many: string]>> = {
  citta: { it: ['città', 'città'], en: ['city', 'cities'] },
  quartiere: { it: ['quartiere', 'quartieri'], en: ['district', 'districts'] },
  zona: { it: ['zona', 'zone'], en: ['zone', 'zones'] },
  prossimita: { it: ['zona di prossimità', 'zone di prossimità'], en: ['proximity zone', 'proximity zones'] },
  area: { it: ['area statistica', 'aree statistiche'], en: ['statistical area', 'statistical areas'] },
  comune: { it: ['comune', 'comuni'], en: ['municipality', 'municipalities'] },
};

/** The level in lower case: "zona", "zone". */
export const levelLabel = (level: Level, lang: Lang, opts: { plural?: boolean } = {}): string =>
  LEVEL_LABEL[level][lang][opts.plural ? 1 : 0];

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Italian says and writes the first of a month as an ordinal, which Intl does not: "1° gennaio 2024", "dal 1° gennaio". */
const firstOfMonth = (day: string, lang: Lang): string =>
  lang === 'it' ? day.replace(/^1(?=\s)/, '1°') : day;

/** "2021", "maggio 2021", "31 maggio 2021", "1° maggio 2021"; text that is no period comes back as it is. */
export function formatPeriod(period: string, lang: Lang): string {
  const parts = period.split('-');
  const date = Date.parse(`${period}T00:00:00Z`.replace(/^(\d{4}-\d{2})T/, '$1-01T'));
  if (parts.length === 1 || Number.isNaN(date)) return period;
  const key = `${lang}${parts.length}`;
  let format = dateFormats.get(key);
  if (!format) {
    const day = parts.length === 3 ? ({ day: 'numeric' } as const) : {};
    format = new Intl.DateTimeFormat(LOCALE[lang], {
      year: 'numeric',
      month: 'long',
      ...day,
      timeZone: 'UTC',
    });
    dateFormats.set(key, format);
  }
  return parts.length === 3 ? firstOfMonth(format.format(date), lang) : format.format(date);
}
