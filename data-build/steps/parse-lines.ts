import type { Position } from 'geojson';

function compareLines(a: readonly Position[], b: readonly Position[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = a[i]![0]! - b[i]![0]! || a[i]![1]! - b[i]![1]!;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The line from whichever end comes first. */
function oneWay(line: Position[]): Position[] {
  const back = [...line].reverse();
  return compareLines(line, back) <= 0 ? line : back;
}
const inOrder = (lines: readonly Position[][]): Position[][] => lines.map(oneWay).sort(compareLines);

/**
 * Joins lines end to end wherever exactly two ends meet, so that a street cut at every crossing becomes few lines. Order and direction of
 * what comes in change nothing.
 */
export const joinLines = (lines: readonly Position[][]): Position[][] => inOrder(chained(inOrder(lines)));

function chained(lines: readonly Position[][]): Position[][] {
  const key = (p: Position): string => p.join();
  const ends = new Map<string, number[]>();
  lines.forEach((line, i) => {
    for (const p of [line[0]!, line.at(-1)!]) {
      const list = ends.get(key(p));
      if (list) list.push(i);
      else ends.set(key(p), [i]);
    }
  });
  const used = new Set<number>();
  /** The only other line at `p`, if the chain may go on through it. */
  const next = (p: Position): number | undefined => {
    const here = ends.get(key(p)) ?? [];
    const free = here.filter((i) => !used.has(i));
    return here.length === 2 && free.length === 1 ? free[0] : undefined;
  };
  const extend = (chain: Position[]): Position[] => {
    for (let i = next(chain.at(-1)!); i !== undefined; i = next(chain.at(-1)!)) {
      used.add(i);
      const line = lines[i]!;
      const forward = key(line[0]!) === key(chain.at(-1)!);
      chain.push(...(forward ? line : [...line].reverse()).slice(1));
    }
    return chain;
  };
  return lines.flatMap((line, i) => {
    if (used.has(i)) return [];
    used.add(i);
    const tail = extend([...line]);
    return [extend(tail.reverse()).reverse()];
  });
}
