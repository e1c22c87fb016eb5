import type { Lang } from '../model/ids';

/** Words of the choice of one indicator among many. */
const it = {
  search: 'Cerca un tema',
  count: (n: number) => (n === 1 ? '1 risultato' : `${n} risultati`),
  nothing: (q: string) => `Nessun tema per «${q}».`,
};
const en: typeof it = {
  search: 'Search for a topic',
  count: (n: number) => (n === 1 ? '1 result' : `${n} results`),
  nothing: (q: string) => `No topic for “${q}”.`,
};
const WORDS: Record<Lang, typeof it> = { it, en };
export const pickerWords = (lang: Lang): typeof it => WORDS[lang];
