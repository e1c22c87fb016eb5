import type { Lang } from '../model/ids';
import { en } from './place-en';
import { it, type PlaceWords } from './place-it';

export type { PlaceWords };

/** Words of the neighbourhood page, loaded with it. */
const WORDS: Record<Lang, PlaceWords> = { it, en };
export const placeWords = (lang: Lang): PlaceWords => WORDS[lang];
