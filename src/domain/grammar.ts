import type { Lang, Level } from '../model/ids';
import { formatPeriod, levelLabel } from './format';

/** Prepositions and articles, where Italian needs them; every sentence takes them from here. */

/** An area as the reader calls it: its name and level. */
export interface Place {
  name: string;
  level: Level;
}

const CITY_NAME = 'Bologna';

/** "nel quartiere Navile", "nella zona Bolognina", "a Bologna" / "in the Navile district", "in Bologna". */
export function inPlace({ name, level }: Place, lang: Lang): string {
  if (lang === 'en') return `in ${thePlace({ name, level }, lang)}`;
  if (level === 'citta') return `a ${CITY_NAME}`;
  const label = levelLabel(level, lang);
  return level === 'area'
    ? `nell’${label} ${name}`
    : `${isMasculine(level) ? 'nel' : 'nella'} ${label}${of(level)} ${name}`;
}

/** "il quartiere Navile", "la zona Bolognina", "Bologna" / "the Navile district", "the municipality of Imola". */
export function thePlace({ name, level }: Place, lang: Lang): string {
  if (level === 'citta') return CITY_NAME;
  const label = levelLabel(level, lang);
  if (lang === 'en') return level === 'comune' ? `the ${label} of ${name}` : `the ${name} ${label}`;
  const article = level === 'area' ? 'l’' : isMasculine(level) ? 'il ' : 'la ';
  return `${article}${label}${of(level)} ${name}`;
}

const of = (level: Level) => (level === 'comune' ? ' di' : '');

/** "zona Bolognina" / "Bolognina zone": name and level as one label. */
export function placeLabel(place: Place, lang: Lang): string {
  return thePlace(place, lang).replace(/^(il |la |l’|the )/, '');
}

const isMasculine = (level: Level) => level === 'quartiere' || level === 'comune';

/** "dei quartieri", "delle zone" / "of the zones". */
export function ofAll(level: Level, lang: Lang): string {
  const label = levelLabel(level, lang, { plural: true });
  return lang === 'en' ? `of the ${label}` : `${isMasculine(level) ? 'dei' : 'delle'} ${label}`;
}

/** "per i quartieri", "per le zone" / "for the zones". */
export function forAll(level: Level, lang: Lang): string {
  const label = levelLabel(level, lang, { plural: true });
  return lang === 'en' ? `for the ${label}` : `per ${isMasculine(level) ? 'i' : 'le'} ${label}`;
}

/** "metà di essi", "metà di esse" / "half of them". */
export const halfOf = (level: Level, lang: Lang): string =>
  lang === 'en' ? 'half of them' : `metà di ${isMasculine(level) ? 'essi' : 'esse'}`;

/** "i 6 quartieri", "le 18 zone" / "the 6 districts". */
export function allOf(level: Level, count: number, lang: Lang): string {
  const label = levelLabel(level, lang, { plural: true });
  if (lang === 'en') return `the ${count} ${label}`;
  return `${isMasculine(level) ? 'i' : 'le'} ${count} ${label}`;
}

/** "i quartieri", "le zone" / "the zones". */
export const everyOne = (level: Level, lang: Lang): string =>
  `${lang === 'en' ? 'the' : isMasculine(level) ? 'i' : 'le'} ${levelLabel(level, lang, { plural: true })}`;

/** "nel 2021", "a maggio 2021", "il 31 maggio 2021" / "in 2021", "in May 2021", "on 31 May 2021". */
export function inPeriod(period: string, lang: Lang): string {
  const text = formatPeriod(period, lang);
  if (lang === 'en') return `${isDay(period) ? 'on' : 'in'} ${text}`;
  if (isDay(period)) return `${elides(text) ? 'l’' : 'il '}${text}`;
  if (isMonth(period)) return `${text.startsWith('a') ? 'ad' : 'a'} ${text}`;
  return `nel ${text}`;
}

/** "rispetto al 2010", "rispetto a maggio 2010" / "than in 2010". */
export function thanIn(period: string, lang: Lang): string {
  const text = formatPeriod(period, lang);
  if (lang === 'en') return `than ${inPeriod(period, lang)}`;
  if (isMonth(period)) return `rispetto ${text.startsWith('a') ? 'ad' : 'a'} ${text}`;
  return `rispetto ${isDay(period) && elides(text) ? 'all’' : 'al '}${text}`;
}

/** "dal 2010 al 2021", "da maggio 2020 ad agosto 2021" / "from 2010 to 2021". */
export function fromTo(first: string, last: string, lang: Lang): string {
  if (lang === 'en') return `from ${formatPeriod(first, lang)} to ${formatPeriod(last, lang)}`;
  const to = thanIn(last, lang).replace('rispetto ', '');
  return `${thanIn(first, lang)
    .replace(/^rispetto ad? /, 'da ')
    .replace(/^rispetto a/, 'da')} ${to}`;
}

const isDay = (period: string) => period.length === 10;
const isMonth = (period: string) => period.length === 7;

/** Italian numbers that begin with a vowel when read aloud: otto, ottanta, ottocento…, undici, undicimila…, uno. */
const elides = (number: string) => /^(8|11(?!\d)|1(?![\d.]))/.test(number);

const STEM = { di: 'del', da: 'dal', a: 'al', tra: '' } as const;

/** A number after a preposition with its article: "del 24,9%", "dell’8,1%", "dallo 0,4%", "tra l’11%". */
export function articled(preposition: keyof typeof STEM, number: string): string {
  if (preposition === 'tra')
    return `tra ${elides(number) ? 'l’' : number.startsWith('0') ? 'lo ' : 'il '}${number}`;
  const stem = STEM[preposition];
  if (elides(number)) return `${stem}l’${number}`;
  return number.startsWith('0') ? `${stem}lo ${number}` : `${stem} ${number}`;
}

/** "Barca", "Barca e Colli" / "Barca and Colli". */
export function list(words: readonly string[], lang: Lang): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${lang === 'it' ? 'e' : 'and'} ${words.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
