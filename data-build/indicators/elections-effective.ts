import { METHOD, NOTES } from '../bases/election-notes';
import {
  breaksOf,
  CHAMBER,
  EUROPEAN,
  MAYOR_YEARS,
  MUNICIPAL,
  REGIONAL,
  type Race,
} from '../bases/election-races';
import { ballotGrid } from '../bases/elections';
import { SMALL_BASE, toCells, type Counts } from '../bases/grid';
import type { Indicator, IndicatorCells } from '../model';

/** Laakso and Taagepera, "Effective" number of parties, Comparative Political Studies 12(1), 1979: 1 / Σ p². */
function effectiveNumber(counts: Counts): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  return 1 / counts.reduce((sum, n) => sum + (n / total) ** 2, 0);
}

const effectiveOf = (race: Race, periods: readonly string[], order: number): Indicator => ({
  id: `elections.effective_lists_${race.id}`,
  order,
  theme: 'elections',
  pon: 'social',
  method: METHOD,
  direction: 'neither',
  notApplicable: [],
  datasets: ['elections'],
  title: { it: `Liste effettive: ${race.it}`, en: `Effective number of lists: ${race.en}` },
  sentence: {
    it: 'i voti sono divisi come tra {n} liste di pari forza',
    en: 'votes are split as among {n} lists of equal strength',
  },
  question: {
    it: `Quanto sono divisi i voti tra le liste (${race.it})?`,
    en: `How divided are the votes among the lists (${race.en})?`,
  },
  definition: {
    it: 'Numero effettivo di liste (Laakso e Taagepera): 1 diviso la somma dei quadrati delle quote di voto. Vale 1 se una sola lista ha tutti i voti; cresce quanto più i voti sono divisi.',
    en: 'Effective number of lists (Laakso and Taagepera): 1 divided by the sum of the squared vote shares. It is 1 when one list has all votes, and grows as votes are divided.',
  },
  notes: [
    ...NOTES,
    {
      it: 'Conta i voti alle liste, non le coalizioni. Il numero di liste in gara cambia da un’elezione all’altra.',
      en: 'It counts votes for lists, not coalitions. The number of lists on the ballot changes from one election to the next.',
    },
  ],
  measure: 'index',
  unit: 'number',
  denominator: { it: 'voti alle liste', en: 'votes for lists' },
  ramp: 'teal-red',
  decimals: 2,
  seriesBreaks: breaksOf(race).filter(({ period }) => periods[0]! < period),
  compute(edition, geography) {
    const merged: IndicatorCells = {};
    for (const period of periods) {
      const one = toCells(ballotGrid(edition, geography, race.ballot, period), [], (counts) =>
        counts.reduce((sum, n) => sum + n, 0) < SMALL_BASE.residents
          ? { missing: 'unreliable' }
          : { value: effectiveNumber(counts) },
      );
      for (const [level, byPeriod] of Object.entries(one) as [
        keyof IndicatorCells,
        NonNullable<IndicatorCells['area']>,
      ][])
        merged[level] = new Map([...(merged[level] ?? []), ...byPeriod]);
    }
    return merged;
  },
});

export const indicators: Indicator[] = [
  effectiveOf({ ...MUNICIPAL, ballot: 'council' }, MAYOR_YEARS, 21),
  effectiveOf(CHAMBER, ['2006', '2008', '2013', '2018', '2022'], 22),
  effectiveOf(EUROPEAN, ['2009', '2014', '2019'], 23),
  effectiveOf({ ...REGIONAL, ballot: 'regional-council' }, ['2020'], 24),
];
