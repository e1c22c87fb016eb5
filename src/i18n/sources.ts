import type { Lang } from '../model/ids';
import { en } from './sources-en';
import { it, type SourcesWords } from './sources-it';

export type { SourcesWords };

/** Words of the page of sources, loaded with it. */
const WORDS: Record<Lang, SourcesWords> = { it, en };
export const sourcesWords = (lang: Lang): SourcesWords => WORDS[lang];
