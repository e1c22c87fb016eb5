import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from './suppress';
import { determined, firstLeak, type Relation } from './suppress-audit';

const supportsOf = (counts: Record<string, number>) =>
  new Map(Object.entries(counts).map(([cell, n]) => [cell, [n]]));

/**
 * Independent check: is a cell constant over all real solutions? Orthonormal basis of the row space by Gram–Schmidt in floating
 * point; the cell is determined when its unit vector lies in that space. Shares no code with the audit.
 */
function determinedByProjection(hidden: string[], relations: readonly Relation[]): Set<string> {
  const rows = relations.map(({ whole, parts }) =>
    hidden.map((cell) => (parts.includes(cell) ? 1 : 0) - (whole === cell ? 1 : 0)),
  );
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  const basis: number[][] = [];
  for (const row of rows) {
    let v = row;
    for (let pass = 0; pass < 2; pass++)
      for (const b of basis) {
        const k = dot(v, b);
        v = v.map((x, i) => x - k * b[i]!);
      }
    const length = Math.sqrt(dot(v, v));
    if (length > 1e-9) basis.push(v.map((x) => x / length));
  }
  return new Set(hidden.filter((_, i) => Math.abs(basis.reduce((sum, b) => sum + b[i]! ** 2, 0) - 1) < 1e-9));
}

/** Areas in two crossing partitions, both nested in districts, districts in a city: the shape of Bologna with random counts. */
const hierarchy = fc
  .array(
    fc.record({
      zone: fc.integer({ min: 0, max: 3 }),
      near: fc.integer({ min: 0, max: 3 }),
      yes: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })),
      no: fc.oneof(
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
        { weight: 4, arbitrary: fc.integer({ min: 3, max: 99 }) },
      ),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((areas) => {
    const supports = new Map<string, number[]>();
    const children = new Map<string, Set<string>>();
    const add = (cell: string, parent: string | null, area: { yes: number; no: number }) => {
      const [yes, no] = supports.get(cell) ?? [0, 0];
      supports.set(cell, [yes! + area.yes, no! + area.no]);
      if (parent) children.set(parent, (children.get(parent) ?? new Set()).add(cell));
    };
    areas.forEach((area, i) => {
      // Zones 0,1 and nearnesses 0,1 belong to district 0, the others to district 1.
      const district = area.zone < 2 ? 0 : 1;
      const near = (area.near % 2) + 2 * district;
      add(`a${i}`, `z${area.zone}`, area);
      children.set(`n${near}`, (children.get(`n${near}`) ?? new Set()).add(`a${i}`));
      add(`z${area.zone}`, `dz${district}`, area);
      add(`n${near}`, `dn${district}`, area);
      add(`d${district}`, 'city', area);
      add('city', null, area);
    });
    const relations = [...children].map(([whole, parts]) => ({
      whole: whole.startsWith('d') ? `d${whole.slice(-1)}` : whole,
      parts: [...parts],
    }));
    return { supports, relations };
  });

describe('suppress', () => {
  it('hides nothing when nothing is small', () => {
    const result = suppress(supportsOf({ whole: 9, a: 4, b: 5 }), [{ whole: 'whole', parts: ['a', 'b'] }]);
    expect(result.primary.size + result.complementary.size).toBe(0);
  });

  it('hides the cheapest sibling so that the small cell does not follow from the total', () => {
    const result = suppress(supportsOf({ whole: 32, a: 2, b: 10, c: 20 }), [
      { whole: 'whole', parts: ['a', 'b', 'c'] },
    ]);
    expect([...result.primary]).toEqual(['a']);
    expect([...result.complementary]).toEqual(['b']);
  });

  it('protects a sum of hidden cells that stays below three', () => {
    const result = suppress(supportsOf({ whole: 22, a: 1, b: 1, c: 20 }), [
      { whole: 'whole', parts: ['a', 'b', 'c'] },
    ]);
    expect([...result.complementary]).toHaveLength(1);
  });

  it('closes the circuit over two crossing partitions', () => {
    const supports = supportsOf({ a: 1, b: 10, c: 10, d: 10, z1: 11, z2: 20, n1: 11, n2: 20 });
    const relations = [
      { whole: 'z1', parts: ['a', 'b'] },
      { whole: 'z2', parts: ['c', 'd'] },
      { whole: 'n1', parts: ['a', 'c'] },
      { whole: 'n2', parts: ['b', 'd'] },
    ];
    // Hiding the totals z1 and n1, each known nowhere else, is cheaper here than the square a b d c.
    const { complementary } = suppress(supports, relations);
    expect(determined(new Set(['a', ...complementary]), relations).has('a')).toBe(false);
    expect(complementary.size).toBe(2);
  });

  it('counts the complement too: two Italians among twenty is as small as two foreigners', () => {
    const supports = new Map([
      ['whole', [50, 50]],
      ['a', [18, 2]],
      ['b', [32, 48]],
    ]);
    expect([...suppress(supports, [{ whole: 'whole', parts: ['a', 'b'] }]).primary]).toEqual(['a']);
  });

  it('refuses totals that do not add up', () => {
    expect(() => suppress(supportsOf({ w: 5, a: 4 }), [{ whole: 'w', parts: ['a'] }])).toThrow(/add up to 4/);
    expect(() => suppress(supportsOf({ w: 5 }), [{ whole: 'w', parts: ['a'] }])).toThrow(/unknown cell a/);
  });

  it('leaves no small cell that an independent solver can determine, in any hierarchy', () => {
    fc.assert(
      fc.property(hierarchy, ({ supports, relations }) => {
        let result;
        try {
          result = suppress(supports, relations);
        } catch (error) {
          // Legitimate only when the whole city is too small to publish anything.
          expect(String(error)).toMatch(/nothing is left to hide/);
          return;
        }
        const { primary, complementary } = result;
        const hidden = [...primary, ...complementary];
        const solved = determinedByProjection(hidden, relations);
        for (const cell of primary) expect(solved.has(cell), cell).toBe(false);
        expect(firstLeak(new Set(hidden), supports, relations)).toBeNull();
        for (const [cell, counts] of supports)
          if (counts.some((n) => n < 3)) expect(primary.has(cell)).toBe(true);
      }),
      { seed: 37006, numRuns: 400 },
    );
  });
});

describe('the audit agrees with the independent solver on which hidden cells are determined', () => {
  it('for random hidden sets', () => {
    fc.assert(
      fc.property(hierarchy, fc.infiniteStream(fc.boolean()), ({ supports, relations }, coin) => {
        const hidden = [...supports.keys()].filter(() => coin.next().value);
        expect([...determined(new Set(hidden), relations)].sort()).toEqual(
          [...determinedByProjection(hidden, relations)].sort(),
        );
      }),
      { seed: 37006, numRuns: 400 },
    );
  });
});
