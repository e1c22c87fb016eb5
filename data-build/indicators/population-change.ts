import type { Cell } from '../../src/model/cell';
import { cellName, gridGet, SMALL_BASE } from '../bases/grid';
import { SMALL_AREAS } from '../bases/notes';
import { citizenship, residents } from '../bases/population';
import { sum, t } from '../bases/tally';
import type { Indicator, IndicatorCells } from '../model';

const change = (
  years: number,
  texts: Pick<Indicator, 'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'denominator'>,
): Indicator => ({
  ...texts,
  theme: 'population',
  pon: 'social',
  method: t(
    `Residenti con una dimora al 31 dicembre, meno quelli di ${years} anni prima, divisi per questi ultimi. Per zone, quartieri e città si sommano prima le persone.`,
    `Residents with a fixed abode on 31 December, less those of ${years} years before, divided by the latter. For zones, districts and the city people are summed first.`,
  ),
  notes: [
    t(
      'Il segno meno vuol dire che gli abitanti sono diminuiti. In un’area piccola bastano un cantiere finito o un convitto per cambiarlo molto.',
      'A minus sign means that residents have become fewer. In a small area one finished building site or hall of residence is enough to change it much.',
    ),
    SMALL_AREAS,
    t(
      'Per zone, quartieri e città si calcola dagli abitanti dal 1986; per aree statistiche e zone di prossimità da quelli del 2010–2021.',
      'For zones, districts and the city it rests on residents since 1986; for statistical areas and proximity zones on those of 2010–2021.',
    ),
  ],
  measure: 'rate',
  unit: 'percent',
  ramp: 'change',
  direction: 'neither',
  decimals: 1,
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['population-zona', 'population-area'],
  compute(edition, geography) {
    const { grid } = citizenship(edition, geography);
    // A change tells the residents of both years, so what is hidden of them is hidden here.
    const { hidden } = residents(edition, geography);
    const levels: IndicatorCells = {};
    for (const [level, byPeriod] of grid) {
      const periods = new Map<string, Map<string, Cell>>();
      for (const [period, cells] of byPeriod) {
        const before = String(Number(period) - years);
        const then = gridGet(grid, level, before);
        if (then.size === 0) continue;
        const cellOf = (code: string, now: number): Cell => {
          const base = sum(then.get(code)!);
          const isHidden = [period, before].some((p) => hidden.get(p)?.has(cellName(level, code)));
          if (isHidden) return { missing: 'suppressed' };
          return Math.min(base, now) < SMALL_BASE.residents
            ? { missing: 'unreliable' }
            : { value: (now / base - 1) * 100 };
        };
        periods.set(period, new Map([...cells].map(([code, counts]) => [code, cellOf(code, sum(counts))])));
      }
      levels[level] = periods;
    }
    return levels;
  },
});

export const indicators: Indicator[] = [
  change(5, {
    id: 'population.change_5y',
    order: 28,
    title: t('Variazione dei residenti in cinque anni', 'Change of residents over five years'),
    question: t(
      'Dove sono cresciuti gli abitanti negli ultimi cinque anni?',
      'Where has the number of residents grown over five years?',
    ),
    sentence: t(
      'i residenti sono cambiati del {n} % in cinque anni',
      'residents changed by {n} % over five years',
    ),
    definition: t(
      'Variazione percentuale dei residenti rispetto a cinque anni prima.',
      'Percentage change of residents against five years before.',
    ),
    denominator: t('residenti di cinque anni prima', 'residents five years before'),
  }),
  change(10, {
    id: 'population.change_10y',
    order: 29,
    title: t('Variazione dei residenti in dieci anni', 'Change of residents over ten years'),
    question: t(
      'Dove sono cresciuti gli abitanti in dieci anni?',
      'Where has the number of residents grown over ten years?',
    ),
    sentence: t(
      'i residenti sono cambiati del {n} % in dieci anni',
      'residents changed by {n} % over ten years',
    ),
    definition: t(
      'Variazione percentuale dei residenti rispetto a dieci anni prima.',
      'Percentage change of residents against ten years before.',
    ),
    denominator: t('residenti di dieci anni prima', 'residents ten years before'),
  }),
];
