/** Abbreviations whose point ends no sentence. */
const ABBREVIATIONS =
  /\b(?:\p{Lu}|[Ss]s?|sig|dott|prof|art|artt|pag|pagg|ecc|es|ca|n|vol|cfr|ab|sec|km|min|max|St|Mr|Ms|Dr|e\.g|i\.e)\.(?=\s)/gu;

export interface Counts {
  sentences: number;
  words: number;
  letters: number;
}

/**
 * What the index counts. A word is a run of letters or digits (with inner apostrophes, points and commas: "392.017" is one);
 * letters are letters and digits; a sentence ends at . ! ? … or at the end of a paragraph.
 */
export function countText(text: string): Counts {
  const clean = text.replace(ABBREVIATIONS, (found) => found.slice(0, -1));
  const sentences = clean
    .split(/\n+/)
    .flatMap((paragraph) => paragraph.split(/[.!?…]+(?=[\s»”"’)]|$)/))
    .filter((sentence) => /[\p{L}\d]/u.test(sentence)).length;
  const words = clean.match(/[\p{L}\d]+(?:[.,’'\u2011-][\p{L}\d]+)*/gu) ?? [];
  const parts = words.flatMap((word) => word.split(/(?<=\p{L}[’'])/u));
  return { sentences, words: parts.length, letters: (clean.match(/[\p{L}\d]/gu) ?? []).length };
}

/**
 * Gulpease index of an Italian text, 0–100, rounded: 89 + (300 · sentences − 10 · letters) / words. Below 80 hard for a reader
 * with primary school, below 60 with lower secondary, below 40 with upper secondary (Lucisano & Piemontese 1988). Null for no text.
 */
export function gulpease(text: string): number | null {
  const { sentences, words, letters } = countText(text);
  if (!words) return null;
  return Math.round(Math.min(100, Math.max(0, 89 + (300 * sentences - 10 * letters) / words)));
}
