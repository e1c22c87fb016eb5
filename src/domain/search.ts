/** Lower case without accents, apostrophes or doubled spaces: what a reader types without thinking. */
export function normalise(text: string): string {
  return fold(text).text;
}

export interface Found<T> {
  item: T;
  /** [start, end) in the title as written, ascending and apart: what to mark. */
  ranges: [number, number][];
}

/**
 * Items that hold every word of the query, in title or extra text, at the start of a word or inside it.
 * Best first: title starts with it, a word starts with it, inside a word, only in extra; ties keep their order.
 * An empty query finds everything.
 */
export function search<T extends { title: string; extra?: string }>(
  items: readonly T[],
  query: string,
): Found<T>[] {
  const words = normalise(query).split(' ').filter(Boolean);
  const found: (Found<T> & { score: number })[] = [];
  for (const item of items) {
    const hit = match(item, words);
    if (hit) found.push({ item, ...hit });
  }
  return found.sort((a, b) => a.score - b.score).map(({ item, ranges }) => ({ item, ranges }));
}

function match(item: { title: string; extra?: string }, words: readonly string[]) {
  const title = fold(item.title);
  const extra = normalise(item.extra ?? '');
  const ranges: [number, number][] = [];
  let score = 0;
  for (const word of words) {
    const at = place(title.text, word);
    if (at >= 0) {
      score += at === 0 ? 0 : title.text[at - 1] === ' ' || title.starts.has(at) ? 1 : 3;
      ranges.push([title.from[at]!, title.from[at + word.length - 1]! + 1]);
    } else if (extra.includes(word)) score += 6;
    else return null;
  }
  return { score, ranges: merge(ranges) };
}

/** Where a word stands: preferably at the start of a word. */
function place(text: string, word: string): number {
  if (text.startsWith(word)) return 0;
  const start = text.indexOf(` ${word}`);
  return start >= 0 ? start + 1 : text.indexOf(word);
}

interface Folded {
  text: string;
  /** Index in the original of every folded character. */
  from: number[];
  /** Folded positions where a word starts after an apostrophe: "dell'età". */
  starts: Set<number>;
}

function fold(original: string): Folded {
  const folded: Folded = { text: '', from: [], starts: new Set() };
  let index = 0;
  for (const character of original) {
    if (/['’‘`´]/.test(character)) folded.starts.add(folded.text.length);
    else {
      const plain = character
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ' ');
      for (const c of plain) {
        if (c === ' ' && (folded.text === '' || folded.text.endsWith(' '))) continue;
        folded.text += c;
        folded.from.push(index);
      }
    }
    index += character.length;
  }
  if (folded.text.endsWith(' ')) folded.text = folded.text.slice(0, -1);
  return folded;
}

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
