/** Edits between two words: insertions, deletions, substitutions (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Up to `most` names like the one written, nearest first: a part of a name counts as near. */
export function nearest(written: string, names: readonly string[], most = 3): string[] {
  const wanted = plain(written);
  return names
    .map((name) => {
      const other = plain(name);
      const inside = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other));
      return { name, score: inside ? 0.5 : distance(wanted, other) };
    })
    .filter(({ score, name }) => score <= Math.max(2, Math.max(wanted.length, name.length) * 0.5))
    .sort((a, b) => a.score - b.score)
    .filter(({ score }, _, [best]) => score <= best!.score * 2 + 1)
    .slice(0, most)
    .map(({ name }) => name);
}

/** "; did you mean a, b?", or the whole list where it is short, or nothing. */
export function didYouMean(written: string, names: readonly string[]): string {
  const near = nearest(written, names);
  if (near.length) return `; did you mean ${near.join(', ')}?`;
  return names.length && names.length <= 20 ? `; there are ${names.join(', ')}` : '';
}
