import { formatNumber, formatPeriod } from '../domain/format';
import type { Lang, Text } from '../model/ids';

/** Words that the news and the sources share. */

const frequency: Record<string, Text> = {
  ANNUAL: { it: 'ogni anno', en: 'every year' },
  ANNUAL_2: { it: 'due volte l’anno', en: 'twice a year' },
  QUARTERLY: { it: 'ogni tre mesi', en: 'every three months' },
  MONTHLY: { it: 'ogni mese', en: 'every month' },
  WEEKLY: { it: 'ogni settimana', en: 'every week' },
  DAILY: { it: 'ogni giorno', en: 'every day' },
  IRREG: { it: 'quando occorre', en: 'when needed' },
  AS_NEEDED: { it: 'quando occorre', en: 'when needed' },
  NEVER: { it: 'nessun altro aggiornamento', en: 'no further updates' },
  OTHER: { it: 'con un’altra cadenza', en: 'at another pace' },
};

/** "ogni anno": what a code of the EU frequency list promises; the code itself where it has no words yet. */
export const frequencyWords = (code: string, lang: Lang): string => frequency[code]?.[lang] ?? code;

/** "1,7 MB", "12 kB"; powers of ten, as file managers count. */
export function bytesWords(bytes: number, lang: Lang): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, bytes < 10_000 ? 1 : 0, lang)}\u00a0kB`;
  return `${formatNumber(bytes / 1_000_000, 1, lang)}\u00a0MB`;
}

/** "2010–2021", "2024", "1° gennaio 2024 – 29 dicembre 2025". */
export function spanWords([from, to]: readonly [string, string], lang: Lang): string {
  const [a, b] = [formatPeriod(from, lang), formatPeriod(to, lang)];
  return a === b ? a : a.includes(' ') ? `${a} – ${b}` : `${a}–${b}`;
}

/** The same by the year alone, where there is little room. */
export const yearsWords = ([from, to]: readonly [string, string]): string =>
  from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;
