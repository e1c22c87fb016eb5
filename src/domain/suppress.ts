import { firstLeak, isSmall, type Relation, type Supports } from './suppress-audit';

export interface Suppression {
  /** Cells that rest on fewer than three people. */
  primary: Set<string>;
  /** Cells hidden only so that no primary one follows from the published totals. */
  complementary: Set<string>;
}

/** Added to the cost of every cell, so that hiding one larger cell beats hiding many small ones. */
const FIXED_COST = 500;

/**
 * Decides which cells of one additive measure are not published, over all hierarchies at once.
 *
 * `supports` lists every cell with the counts it reveals; `relations` every total a reader can compute. Afterwards no hidden
 * cell with a count below three is determined by the published ones, nor is a sum of hidden cells that stays below three.
 * `lossOf` says what the reader loses with a cell, in people; by default the people it tells about.
 * Deterministic: ties break by cell name. Throws RangeError when a relation names an unknown cell or does not add up.
 */
export function suppress(
  supports: Supports,
  relations: readonly Relation[],
  lossOf: (cell: string) => number = (cell) => total(supports.get(cell)!),
): Suppression {
  checkRelations(supports, relations);
  const primary = new Set([...supports].filter(([, counts]) => isSmall(counts)).map(([cell]) => cell));
  const hidden = new Set(primary);
  const cost = (cell: string) => FIXED_COST + lossOf(cell);
  for (
    let leak = firstLeak(hidden, supports, relations);
    leak;
    leak = firstLeak(hidden, supports, relations)
  ) {
    const added =
      cheapestCycle(leak, hidden, relations, cost) ?? cheapestNeighbour(leak, hidden, relations, cost);
    if (added.length === 0)
      throw new RangeError(`cannot protect ${leak.join(', ')}: nothing is left to hide`);
    for (const cell of added) hidden.add(cell);
  }
  const complementary = new Set([...hidden].filter((cell) => !primary.has(cell)));
  const dearestFirst = [...complementary].sort((a, b) => cost(b) - cost(a) || (a < b ? -1 : 1));
  for (const cell of dearestFirst) {
    hidden.delete(cell);
    if (firstLeak(hidden, supports, relations)) hidden.add(cell);
    else complementary.delete(cell);
  }
  return { primary, complementary };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

function checkRelations(supports: Supports, relations: readonly Relation[]): void {
  for (const { whole, parts } of relations) {
    const counts = [whole, ...parts].map((cell) => {
      const support = supports.get(cell);
      if (!support) throw new RangeError(`relation ${whole} names an unknown cell ${cell}`);
      return support;
    });
    counts[0]!.forEach((n, i) => {
      const sum = counts.slice(1).reduce((acc, support) => acc + support[i]!, 0);
      if (sum !== n) throw new RangeError(`${whole} is ${n} but its parts add up to ${sum}`);
    });
  }
}

const OUTSIDE = -1;

/** The totals a cell takes part in: the nodes it joins. One total only → the other end is the outside, where nothing is known. */
function endsOf(relations: readonly Relation[]): Map<string, number[]> {
  const ends = new Map<string, number[]>();
  relations.forEach(({ whole, parts }, node) => {
    for (const cell of [whole, ...parts]) ends.set(cell, [...(ends.get(cell) ?? []), node]);
  });
  for (const [cell, nodes] of ends) if (nodes.length === 1) ends.set(cell, [nodes[0]!, OUTSIDE]);
  return ends;
}

/**
 * A cell that takes part in two totals is an edge between them, and stays undetermined exactly when it lies on a closed walk
 * of hidden cells (values can shift along it). So: the cheapest path between its two totals, other than itself (Dijkstra).
 * Null when the leak is not of this kind or no path exists.
 */
function cheapestCycle(
  leak: readonly string[],
  hidden: ReadonlySet<string>,
  relations: readonly Relation[],
  cost: (cell: string) => number,
): string[] | null {
  const ends = endsOf(relations);
  const [from, to, more] = ends.get(leak[0]!) ?? [];
  if (leak.length !== 1 || from === undefined || to === undefined || more !== undefined) return null;
  const edges = [...ends].filter(([cell, nodes]) => nodes.length === 2 && cell !== leak[0]);
  const best = new Map<number, { cost: number; via: string[] }>([[from, { cost: 0, via: [] }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const node = [...open].reduce((a, b) => (best.get(b)!.cost < best.get(a)!.cost ? b : a));
    open.delete(node);
    const here = best.get(node)!;
    if (node === to) {
      const added = here.via.filter((cell) => !hidden.has(cell));
      return added.length > 0 ? added : null;
    }
    for (const [cell, nodes] of edges) {
      if (!nodes.includes(node)) continue;
      const next = nodes[0] === node ? nodes[1]! : nodes[0]!;
      const there = here.cost + (hidden.has(cell) ? 0 : cost(cell));
      if (there < (best.get(next)?.cost ?? Infinity)) {
        best.set(next, { cost: there, via: [...here.via, cell] });
        open.add(next);
      }
    }
  }
  return null;
}

/** Otherwise the cheapest visible cell that shares a total with a leaking one; failing that, the cheapest of all. */
function cheapestNeighbour(
  leak: readonly string[],
  hidden: ReadonlySet<string>,
  relations: readonly Relation[],
  cost: (cell: string) => number,
): string[] {
  const cellsOf = ({ whole, parts }: Relation) => [whole, ...parts];
  const visible = (cells: string[]) => [...new Set(cells)].filter((cell) => !hidden.has(cell));
  const touching = relations.filter((relation) => cellsOf(relation).some((cell) => leak.includes(cell)));
  let candidates = visible(touching.flatMap(cellsOf));
  if (candidates.length === 0) candidates = visible(relations.flatMap(cellsOf));
  candidates.sort((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1));
  return candidates.slice(0, 1);
}
