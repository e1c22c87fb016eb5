import { describe, expect, it } from 'vitest';
import { correlationSentence, pairsOf, ranks, spearman } from './correlation';

const pairs = (xs: number[], ys: number[]) => xs.map((x, i) => ({ code: String(i), x, y: ys[i]! }));
const many = (n: number, y: (i: number) => number) =>
  pairs(
    Array.from({ length: n }, (_, i) => i),
    Array.from({ length: n }, (_, i) => y(i)),
  );
const names = { level: 'area', x: 'Reddito', y: 'Età' } as const;

describe('Spearman', () => {
  it('shares ranks among equals', () => {
    expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
  });
  it('is 1 for any rising relation, −1 for any falling one, whatever its form', () => {
    expect(spearman(many(12, (i) => i ** 3))).toBeCloseTo(1, 12);
    expect(spearman(many(12, (i) => -Math.log(i + 1)))).toBeCloseTo(-1, 12);
  });
  it('agrees with the worked example of a textbook', () => {
    // IQ and hours of television, ten people: rho = −29/165 (Wikipedia, “Spearman’s rank correlation coefficient”).
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(pairs(iq, hours))).toBeCloseTo(-29 / 165, 12);
  });
  it('has no answer for two pairs or for what does not vary', () => {
    expect(spearman(many(2, (i) => i))).toBeNull();
    expect(spearman(many(5, () => 3))).toBeNull();
  });
});

it('takes areas with both values only', () => {
  const xs = new Map([
    ['1', { value: 1 }],
    ['2', { value: 2 }],
    ['3', { missing: 'suppressed' as const }],
  ]);
  const ys = new Map([
    ['1', { value: 5 }],
    ['2', { missing: 'unreliable' as const }],
    ['3', { value: 7 }],
  ]);
  expect(pairsOf(xs, ys)).toEqual([{ code: '1', x: 1, y: 5 }]);
});

describe('in words', () => {
  it('says direction, strength, number and how many, and that it is no cause', () => {
    expect(
      correlationSentence(
        many(12, (i) => -i),
        { lang: 'it', ...names },
      ),
    ).toBe(
      'Tra le 12 aree statistiche con entrambi i valori, dove «Reddito» è più alto «Età» è quasi sempre più basso ' +
        '(correlazione per ranghi di Spearman −1,00, n = 12). Andare insieme non vuol dire che l’una sia causa dell’altra.',
    );
    expect(
      correlationSentence(
        many(12, (i) => i),
        { lang: 'en', ...names },
      ),
    ).toContain(
      'where “Reddito” is higher “Età” is nearly always higher (Spearman’s rank correlation 1.00, n = 12)',
    );
  });
  it('finds no relation where there is none', () => {
    const valley = many(12, (i) => Math.abs(i - 5.5));
    expect(Math.abs(spearman(valley)!)).toBeLessThan(0.1);
    expect(correlationSentence(valley, { lang: 'it', ...names })).toContain('né insieme né contro');
  });
  it('says nothing of a handful', () => {
    expect(
      correlationSentence(
        many(6, (i) => i),
        { lang: 'it', ...names, level: 'quartiere' },
      ),
    ).toBe('I quartieri con entrambi i valori sono 6: troppo pochi per dire se i due vanno insieme.');
  });
});

describe('spearman, of a map of two topics', () => {
  const pairs = (a: number[], b: number[]) => a.map((x, i) => ({ x, y: b[i]! }));
  it('asks for order alone', () => {
    expect(spearman(pairs([1, 2, 3, 4], [10, 100, 1000, 1e6]))).toBeCloseTo(1, 12);
    expect(spearman(pairs([1, 2, 3], [3, 2, 1]))).toBeCloseTo(-1, 12);
  });
  it('gives ties their mean rank: the worked example of Kendall & Gibbons', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: cov 4.5 over √(4.5 · 5).
    expect(spearman(pairs([1, 2, 2, 3], [1, 2, 3, 4]))).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });
  it('is nothing for one pair or one value', () => {
    expect(spearman([])).toBeNull();
    expect(spearman(pairs([1, 1, 1], [1, 2, 3]))).toBeNull();
  });
});
