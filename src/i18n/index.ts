import type { Lang } from '../model/ids';
import { en } from './en';
import { it, type Words } from './it';

export type { Words };
const WORDS: Record<Lang, Words> = { it, en };

/** Interface words of a language. Sentences about data are made in domain/sentence, not here. */
export const words = (lang: Lang): Words => WORDS[lang];
