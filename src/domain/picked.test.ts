import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PICKED, parsePicked, printPicked } from './picked';

const LEVELS: Record<string, string[]> = {
  area: Array.from({ length: 90 }, (_, i) => String(i + 1)),
  zona: Array.from('ABCDEFGHIJKLMNOPQR'),
  quartiere: ['11', '12', '13', '14', '15', '16'],
  comune: Array.from({ length: 62 }, (_, i) => `0370${String(i + 1).padStart(2, '0')}`),
};

describe('areas taken together, in a link', () => {
  it.each(Object.entries(LEVELS))('%s: any choice comes back, in at most 17 characters', (_, all) => {
    const choice = fc.subarray(all, { minLength: 1, maxLength: Math.min(MOST_PICKED, all.length) });
    fc.assert(
      fc.property(choice, (codes) => {
        const sorted = [...codes].sort();
        const printed = printPicked(sorted);
        expect(parsePicked(printed)).toEqual(sorted);
        expect(encodeURIComponent(printed)).toBe(printed);
        expect(printed.length).toBeLessThanOrEqual(17);
      }),
    );
  });

  it('a few stay readable, and the form of older links is still read', () => {
    expect(printPicked(['3', '25'].sort())).toBe('25.3');
    expect(parsePicked('25.26.3.25')).toEqual(['25', '26', '3']);
    const many = Array.from({ length: 30 }, (_, i) => String(i * 3 + 1)).sort();
    expect(parsePicked(many.join('.'))).toEqual(many);
    expect(printPicked(many)).toMatch(/^n/);
  });

  it.each(['n', 'nAA', 'q12', 'n!!', 'nB', 'zAAAAE', 'a.b', '1234567', ''])('refuses %s', (raw) => {
    expect(parsePicked(raw)).toBeUndefined();
  });

  it('refuses more than thirty, packed or not', () => {
    const all = LEVELS.area!;
    expect(parsePicked(printPicked(all.slice(0, 31)))).toBeUndefined();
    expect(parsePicked(all.slice(0, 31).join('.'))).toBeUndefined();
  });
});
