import { describe, expect, it, vi } from 'vitest';
import { suppress } from '../../src/domain/suppress';
import type { Relation } from '../../src/domain/suppress-audit';
import { unionOf, type Union } from '../../src/domain/union';
import type { Area, Geography } from '../../src/model/manifest';
import type { PartsIndicator, PlaceLevel } from '../../src/model/place';

/**
 * Whoever may ask for the sum of any places must not learn what the atlas hides. Random cities with crossing hierarchies and small
 * counts are suppressed as the build does it, the parts published as the build does it; then a reader asks for many unions and
 * solves everything she knows: the published cells, the totals they add up to, and every answer. The solver is written apart from
 * the build's, in floating point.
 */

vi.setConfig({ testTimeout: 60_000 });

/** Mulberry32. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const EDGES = [
  ['area', 'zona'],
  ['area', 'prossimita'],
  ['zona', 'quartiere'],
  ['prossimita', 'quartiere'],
] as const;
const LEVELS = ['area', 'zona', 'prossimita', 'quartiere'] as const satisfies PlaceLevel[];

const areaOf = (code: string, parents: Area['parents']): Area => ({
  code,
  name: code,
  parents,
  point: [11.3, 44.5],
  bbox: [11.2, 44.4, 11.4, 44.6],
  km2: 1,
  neighbours: [],
});

interface City {
  geography: Geography;
  /** `level|code` → [people with a trait, all others]. */
  truth: Map<string, [number, number]>;
  hidden: Set<string>;
  parts: PartsIndicator;
}

function randomCity(seed: number): City {
  const next = random(seed);
  const whole = (n: number) => Math.floor(next() * n);
  const areas: Area[] = [];
  const wide = new Map<string, Area>();
  for (let q = 0; q < 2 + whole(2); q++)
    for (let i = 0; i < 4 + whole(4); i++) {
      const [quartiere, zona, prossimita] = [`Q${q}`, `Z${q}${i % 2}`, `P${q}${i % 3}`];
      areas.push(areaOf(`A${q}${i}`, { quartiere, zona, prossimita }));
      wide.set(`quartiere|${quartiere}`, areaOf(quartiere, {}));
      wide.set(`zona|${zona}`, areaOf(zona, { quartiere }));
      wide.set(`prossimita|${prossimita}`, areaOf(prossimita, { quartiere }));
    }
  const at = (level: string) =>
    [...wide].filter(([key]) => key.startsWith(`${level}|`)).map(([, area]) => area);
  const geography: Geography = {
    schemaVersion: 1,
    levels: { area: areas, zona: at('zona'), prossimita: at('prossimita'), quartiere: at('quartiere') },
  };
  const truth = new Map<string, [number, number]>();
  const add = (cell: string, [a, b]: [number, number]) => {
    const [x, y] = truth.get(cell) ?? [0, 0];
    truth.set(cell, [x + a, y + b]);
  };
  for (const { code, parents } of areas) {
    // Half of the areas hold hardly anybody with the trait.
    const counts: [number, number] = [next() < 0.4 ? whole(4) : 3 + whole(40), 3 + whole(90)];
    add(`area|${code}`, counts);
    for (const level of ['zona', 'prossimita', 'quartiere'] as const)
      add(`${level}|${parents[level]!}`, counts);
  }
  const relations = relationsOf(geography);
  const { primary, complementary } = suppress(truth, relations);
  const hidden = new Set([...primary, ...complementary]);
  return { geography, truth, hidden, parts: publish(geography, truth, hidden) };
}

function relationsOf(geography: Geography): Relation[] {
  return EDGES.flatMap(([child, parent]) => {
    const parts = new Map<string, string[]>();
    for (const { code, parents } of geography.levels[child]!) {
      const key = `${parent}|${parents[parent]!}`;
      parts.set(key, [...(parts.get(key) ?? []), `${child}|${code}`]);
    }
    return [...parts].map(([whole, names]) => ({ whole, parts: names }));
  });
}

function publish(geography: Geography, truth: City['truth'], hidden: ReadonlySet<string>): PartsIndicator {
  const sheet = (level: PlaceLevel) => {
    const cells = (geography.levels[level] ?? []).map(({ code }) => `${level}|${code}`);
    return {
      num: cells.map((cell) => (hidden.has(cell) ? ('s' as const) : truth.get(cell)![0])),
      den: cells.map((cell) =>
        hidden.has(cell) ? ('s' as const) : truth.get(cell)![0] + truth.get(cell)![1],
      ),
    };
  };
  return {
    id: 'a.b',
    how: 'ratio',
    factor: 100,
    offset: 0,
    minimum: 0,
    guard: ['num', 'den'],
    periods: { area: 'now', zona: 'now', prossimita: 'now', quartiere: 'now' },
    sheets: { now: Object.fromEntries(LEVELS.map((level) => [level, sheet(level)])) },
  };
}

/** Cells whose value follows: their unit vector lies in the span of the equations, each a map from hidden cell to factor. */
function determined(cells: readonly string[], equations: readonly Map<string, number>[]): Set<string> {
  const basis: number[][] = [];
  for (const equation of equations) {
    let vector = cells.map((cell) => equation.get(cell) ?? 0);
    for (let pass = 0; pass < 2; pass++)
      for (const unit of basis) {
        const along = vector.reduce((sum, x, i) => sum + x * unit[i]!, 0);
        vector = vector.map((x, i) => x - along * unit[i]!);
      }
    const length = Math.hypot(...vector);
    if (length > 1e-9) basis.push(vector.map((x) => x / length));
  }
  return new Set(cells.filter((_, i) => basis.reduce((sum, unit) => sum + unit[i]! ** 2, 0) > 1 - 1e-9));
}

/** What a reader learns from one answer: the sum over the areas it covers. Hidden ones among them are unknowns of an equation. */
function equationOf(union: Union, { geography, hidden }: City): Map<string, number> {
  const areas = new Map<string, number>();
  for (const { level, code } of union.parts)
    for (const area of geography.levels.area!)
      if (level === 'area' ? area.code === code : area.parents[level as 'zona'] === code)
        areas.set(`area|${area.code}`, 1);
  return new Map([...areas].filter(([cell]) => hidden.has(cell)));
}

/** Everything the atlas itself says about its hidden cells. */
const published = ({ geography, hidden }: City): Map<string, number>[] =>
  relationsOf(geography).map(
    ({ whole, parts }) =>
      new Map(
        [...parts.map((part) => [part, 1] as const), [whole, -1] as const].filter(([cell]) =>
          hidden.has(cell),
        ),
      ),
  );

const small = ({ truth, hidden }: City) =>
  [...hidden].filter((cell) => truth.get(cell)!.some((count) => count < 3));

/** Unions a curious reader would ask for: single places, all but one of a whole, neighbours, and anything at random. */
function questions(city: City, next: () => number): { level: PlaceLevel; picked: string[] }[] {
  const { geography } = city;
  const asked: { level: PlaceLevel; picked: string[] }[] = [];
  for (const [child, parent] of EDGES)
    for (const { code } of geography.levels[parent]!) {
      const inside = geography.levels[child]!.filter(({ parents }) => parents[parent] === code).map(
        (a) => a.code,
      );
      asked.push({ level: child, picked: inside });
      for (const one of inside) asked.push({ level: child, picked: inside.filter((other) => other !== one) });
    }
  for (let i = 0; i < 60; i++) {
    const level = LEVELS[Math.floor(next() * 3)]!;
    asked.push({
      level,
      picked: geography.levels[level]!.map(({ code }) => code).filter(() => next() < 0.5),
    });
  }
  return asked.filter(({ picked }) => picked.length > 0);
}

describe('unions of places', () => {
  it('tell nobody a hidden count below three, whatever is asked', () => {
    let hiddenCells = 0;
    let told = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const city = randomCity(seed);
      const secret = small(city);
      hiddenCells += secret.length;
      const equations = published(city);
      for (const { level, picked } of questions(city, random(seed * 7919))) {
        const union = unionOf(city.parts, city.geography, level, picked, () => 1)!;
        if (!('value' in union.cell)) continue;
        told += 1;
        // The answer is the sum it claims to be …
        const [num, den] = union.parts.reduce(
          ([a, b], part) => {
            const [with_, without] = city.truth.get(`${part.level}|${part.code}`)!;
            return [a + with_, b + with_ + without];
          },
          [0, 0],
        );
        expect(union.cell.value).toBeCloseTo((num! / den!) * 100, 9);
        expect(num).toBeGreaterThanOrEqual(3);
        // … over the places it says it covers, each once.
        expect(new Set([...union.covered, ...union.left])).toEqual(new Set(picked));
        equations.push(equationOf(union, city));
      }
      const open = determined([...city.hidden], equations);
      for (const cell of secret)
        expect(open.has(cell), `seed ${seed}: ${cell} follows from the unions`).toBe(false);
    }
    expect(hiddenCells).toBeGreaterThan(100);
    expect(told).toBeGreaterThan(2000);
  });

  it('would not pass if a union summed what is hidden: the test sees such a leak', () => {
    const leaks = Array.from({ length: 10 }, (_, i) => randomCity(i + 1)).filter((city) => {
      const open = publish(city.geography, city.truth, new Set());
      const equations = [
        ...published(city),
        ...questions(city, random(5)).map(({ level, picked }) =>
          equationOf(
            unionOf(open, city.geography, level, picked, () => 1)!,
            city,
          ),
        ),
      ];
      const known = determined([...city.hidden], equations);
      return small(city).some((cell) => known.has(cell));
    });
    expect(leaks.length).toBeGreaterThan(5);
  });
});
