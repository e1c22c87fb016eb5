import { describe, expect, it } from 'vitest';
import type { Trait } from './distinctive';
import { headline, whyAlike, type Named } from './place-sentence';
import { ofAreas } from './place-testing';

const NAMED: Record<string, Named> = {
  'a.share': { unit: 'percent', title: { it: 'Quota', en: 'Share' } },
  'a.rate': { unit: 'per1000', title: { it: 'Tasso', en: 'Rate' } },
  'a.euro': { unit: 'euro', title: { it: 'Reddito', en: 'Income' } },
};
const nameOf = (id: string) => NAMED[id]!;
const trait = (id: string, it: string, en: string, value: number, city: number, decimals = 1): Trait => ({
  indicator: ofAreas(id, [], 0, { decimals }),
  said: { it, en },
  value,
  city,
  score: 2,
});
const TRAITS = [
  trait('a.share', 'più stranieri', 'more foreigners', 24.71, 15.62),
  trait('a.rate', 'più annunci', 'more listings', 162.5, 21.24),
  trait('a.euro', 'redditi più bassi', 'lower incomes', 21567.1, 27118.7, 0),
];
const people = { value: 5000 };

describe('the headline', () => {
  it('says what a place has more and less of, with its number and the city’s', () => {
    expect(headline('zona', 'la zona Bolognina', TRAITS, people, nameOf, 'it', 175)).toBe(
      'Rispetto a tutta Bologna, la zona Bolognina ha più stranieri (24,7% contro 15,6%), più annunci (162,5 contro 21,2\u00a0ogni 1.000) e redditi più bassi (21.567\u00a0€ contro 27.119\u00a0€).',
    );
    expect(headline('zona', 'the Bolognina zone', TRAITS.slice(0, 1), people, nameOf, 'en', 175)).toBe(
      'Compared with the whole of Bologna, the Bolognina zone has more foreigners (24.7% against 15.6%).',
    );
  });

  it('has words for the city, for a place like it, and for one where hardly anybody lives', () => {
    expect(headline('citta', 'Bologna', [], people, nameOf, 'it', 175)).toMatch(/La città intera/);
    expect(headline('area', 'l’area X', [], people, nameOf, 'it', 175)).toMatch(/^L’area X somiglia/);
    expect(headline('area', 'l’area X', TRAITS, { value: 40 }, nameOf, 'it', 175)).toMatch(
      /pochissime persone/,
    );
    expect(headline('area', 'l’area X', TRAITS, { missing: 'suppressed' }, nameOf, 'en', 175)).toMatch(
      /Very few/,
    );
  });
});

it('says why two places are alike, with both numbers', () => {
  const called = (id: string, it: string, decimals: number) =>
    ofAreas(id, [], 0, { decimals, called: { it, en: it }, vector: 'linear' });
  const indicators = [called('a.share', 'stranieri', 1), called('a.euro', 'redditi', 0)];
  const valueOf = (indicator: { id: string }, which: 0 | 1) =>
    indicator.id === 'a.share' ? [24.7, 23.9][which]! : [21567, 30100][which]!;
  expect(whyAlike({ agree: ['a.share'], differ: 'a.euro' }, indicators, valueOf, nameOf, 'it')).toBe(
    'Si somigliano per stranieri (24,7% e 23,9%). La differenza più grande: redditi (21.567\u00a0€ e 30.100\u00a0€).',
  );
});
