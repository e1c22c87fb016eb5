import type { Lang } from '../model/ids';
import { creditsOf, type Credited } from './credits';
import { formatPeriod } from './format';
import type { PictureWords } from './picture/types';
import type { Sentences } from './sentence';

export interface WordsInput {
  lang: Lang;
  sentences: Pick<Sentences, 'title' | 'finding' | 'alt'>;
  /** Where the figures come from. */
  datasets: readonly Credited[];
  /** Title of the theme, over the picture's title. */
  kicker?: string;
  /** Edition of the atlas, `2026-11-23`. */
  edition: string;
  url?: string;
  stamp?: string;
}

/** The words around a picture, whatever it shows. */
export function pictureWords(input: WordsInput): PictureWords {
  const { lang, datasets, edition } = input;
  return {
    ...(input.kicker ? { kicker: input.kicker } : {}),
    ...input.sentences,
    source: sourceLine({ datasets }, edition, lang),
    atlas: lang === 'it' ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna',
    ...(input.url ? { url: input.url.replace(/^https?:\/\//, '') } : {}),
    ...(input.stamp ? { stamp: input.stamp } : {}),
  };
}

/** "Fonte: Comune di Bologna · CC BY 4.0 · Edizione del 23 novembre 2026": publishers and licences once each. */
export function sourceLine(table: { datasets: readonly Credited[] }, edition: string, lang: Lang): string {
  const it = lang === 'it';
  const { publishers, licences } = creditsOf(table.datasets);
  return `${it ? 'Fonte' : 'Source'}: ${publishers}. ${it ? 'Licenza' : 'Licence'}: ${licences}. ${it ? 'Dati dell’edizione del' : 'Data of the edition of'} ${formatPeriod(edition, lang).replaceAll(' ', '\u00a0')}.`;
}
