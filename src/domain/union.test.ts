import { describe, expect, it } from 'vitest';
import type { PartsIndicator } from '../model/place';
import { PLACES } from './place-testing';
import { coverage, unionOf, valueOf } from './union';

type Sheet = NonNullable<PartsIndicator['sheets'][string]['area']>;
const column = (...cells: ([number, number] | 's' | 'n')[]): Sheet => ({
  num: cells.map((c) => (typeof c === 'string' ? c : c[0])),
  den: cells.map((c) => (typeof c === 'string' ? c : c[1])),
});
const share = (
  sheets: PartsIndicator['sheets']['2021'],
  over: Partial<PartsIndicator> = {},
): PartsIndicator => ({
  id: 'a.b',
  how: 'ratio',
  factor: 100,
  offset: 0,
  minimum: 50,
  guard: ['num', 'den'],
  periods: { area: '2021' },
  sheets: { '2021': sheets },
  ...over,
});
const AREAS = column([10, 100], [30, 100], 's', [5, 100], [6, 60], 'n', [9, 30], [4, 100]);
const equal = () => 100;

describe('places taken together', () => {
  it('sums numerators and denominators once, never averages', () => {
    const union = unionOf(share({ area: AREAS }), PLACES, 'area', ['1', '2', '5'], equal)!;
    expect(union.cell).toEqual({ value: (46 / 260) * 100 });
    expect(union).toMatchObject({ covered: ['1', '2', '5'], left: [], because: null, period: '2021' });
  });

  it('leaves hidden and unknown places out, says so and why', () => {
    const union = unionOf(share({ area: AREAS }), PLACES, 'area', ['1', '2', '4', '3'], equal)!;
    expect(union).toMatchObject({ covered: ['1', '2', '4'], left: ['3'], because: 'suppressed' });
    expect(union.cell).toEqual({ value: (45 / 300) * 100 });
    expect(unionOf(share({ area: AREAS }), PLACES, 'area', ['6'], equal)!.cell).toEqual({
      missing: 'not-available',
    });
  });

  it('takes the published whole where all of its parts are picked, even those that are hidden one by one', () => {
    const sheets = { area: AREAS, zona: column([40, 200], [7, 190], 's', 's') };
    const union = unionOf(share(sheets), PLACES, 'area', ['3', '4'], equal)!;
    expect(union).toMatchObject({ parts: [{ level: 'zona', code: 'B' }], left: [] });
    expect(union.cell).toEqual({ value: (7 / 190) * 100 });
    // The whole of a district before its zones; a hidden zone is taken apart again.
    const wide = { ...sheets, quartiere: column([47, 390], 's') };
    expect(unionOf(share(wide), PLACES, 'area', ['1', '2', '3', '4'], equal)!.parts).toEqual([
      { level: 'quartiere', code: '11' },
    ]);
    expect(unionOf(share(sheets), PLACES, 'area', ['7', '8'], equal)!.parts).toEqual([
      { level: 'area', code: '7' },
      { level: 'area', code: '8' },
    ]);
  });

  it('tells no figure that stands for less than three quarters of the residents', () => {
    const few = (code: string) => (code === '3' ? 900 : 100);
    expect(unionOf(share({ area: AREAS }), PLACES, 'area', ['1', '2', '3'], few)!.cell).toEqual({
      missing: 'suppressed',
    });
    const many = (code: string) => (code === '3' ? 10 : 100);
    expect('value' in unionOf(share({ area: AREAS }), PLACES, 'area', ['1', '2', '3'], many)!.cell).toBe(
      true,
    );
    expect(coverage(['1'], ['3'], () => null)).toBeNull();
    expect(coverage(['1'], [], () => null)).toBe(1);
  });

  it('is unreliable on a small base and silent about fewer than three people', () => {
    expect(
      valueOf({ how: 'ratio', factor: 100, offset: 0, minimum: 50, guard: ['num', 'den'] }, 9, 30),
    ).toEqual({
      missing: 'unreliable',
    });
    expect(valueOf({ how: 'ratio', factor: 100, offset: 0, minimum: 0, guard: ['num'] }, 2, 300)).toEqual({
      missing: 'suppressed',
    });
    expect(valueOf({ how: 'ratio', factor: 1, offset: 0, minimum: 0, guard: [] }, 2, 0)).toEqual({
      missing: 'unreliable',
    });
    expect(valueOf({ how: 'sum', factor: 1, offset: 0, minimum: 0, guard: ['num'] }, 7, 2)).toEqual({
      value: 7,
    });
    expect(valueOf({ how: 'ratio', factor: 100, offset: -100, minimum: 0, guard: [] }, 90, 100)).toEqual({
      value: -10,
    });
  });

  it('has nothing to say at a level it has no period for', () => {
    expect(unionOf(share({ area: AREAS }), PLACES, 'zona', ['A'], equal)).toBeNull();
  });
});
