/**
 * Joins arc references end to end into as few lines as possible. One end point may carry any number of lines; they are
 * paired in the order of the input, so that equal input gives equal lines.
 *
 * @param lines lists of arc references, `~i` for arc i walked backwards
 * @param ends first and last point of arc i as comparable keys
 */
export function joinLines(
  lines: readonly (readonly number[])[],
  ends: (arc: number) => readonly [first: string, last: string],
): number[][] {
  const firstOf = (refs: readonly number[]) => endOf(refs[0] as number, 0);
  const lastOf = (refs: readonly number[]) => endOf(refs.at(-1) as number, 1);
  const endOf = (ref: number, side: 0 | 1) => (ref < 0 ? ends(~ref)[1 - side] : ends(ref)[side]) as string;
  const open = new Map<string, number[][]>();
  const done: number[][] = [];
  for (const line of lines) {
    if (line.length === 0) continue;
    let joined = [...line];
    if (firstOf(joined) === lastOf(joined)) {
      done.push(joined);
      continue;
    }
    joined = attach(joined, take(open, firstOf(joined), firstOf, lastOf), firstOf);
    if (firstOf(joined) !== lastOf(joined)) {
      joined = attach(reversed(joined), take(open, lastOf(joined), firstOf, lastOf), firstOf);
    }
    if (firstOf(joined) === lastOf(joined)) done.push(joined);
    else
      for (const key of [firstOf(joined), lastOf(joined)]) open.set(key, [...(open.get(key) ?? []), joined]);
  }
  return [...done, ...new Set([...open.values()].flat())];
}

const reversed = (refs: readonly number[]) => refs.map((ref) => ~ref).reverse();

/** `other` + `line`, where `other` touches the first point of `line` with either end. */
function attach(
  line: number[],
  other: number[] | undefined,
  firstOf: (refs: readonly number[]) => string,
): number[] {
  if (!other) return line;
  return firstOf(other) === firstOf(line) ? [...reversed(other), ...line] : [...other, ...line];
}

/** Takes one open line that ends at `key`, off both its ends. */
function take(
  open: Map<string, number[][]>,
  key: string,
  firstOf: (refs: readonly number[]) => string,
  lastOf: (refs: readonly number[]) => string,
): number[] | undefined {
  const line = open.get(key)?.[0];
  if (!line) return undefined;
  for (const end of [firstOf(line), lastOf(line)]) {
    const rest = (open.get(end) ?? []).filter((l) => l !== line);
    if (rest.length > 0) open.set(end, rest);
    else open.delete(end);
  }
  return line;
}
