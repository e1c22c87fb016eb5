import type { Cell } from '../../src/model/cell';
import type { Text } from '../../src/model/ids';
import type { Indicator } from '../model';

type Column = 'overall' | 'demographic' | 'social' | 'economic';

const NOTES: Text[] = [
  {
    it: 'È una fragilità potenziale: dice dove più condizioni difficili si sommano, non come stanno le singole persone, e non è una classifica.',
    en: 'This is potential fragility: it tells where several difficult conditions add up, not how individual people fare, and it is not a ranking.',
  },
  {
    it: 'Il Comune esclude le aree con pochissimi abitanti: qui risultano poco affidabili.',
    en: 'The Municipality leaves out areas with very few residents: here they are marked unreliable.',
  },
];

function fragility(
  column: Column,
  order: number,
  texts: Pick<Indicator, 'title' | 'sentence' | 'question' | 'definition'>,
): Indicator {
  return {
    ...texts,
    id: `fragility.${column}`,
    order,
    theme: 'fragility',
    pon: 'social',
    method: {
      it: 'Indice calcolato e pubblicato dal Comune per area statistica. Un indice composto non si somma: per zone, quartieri e città non si può ricalcolare.',
      en: 'Index computed and published by the Municipality by statistical area. A composite index does not add up: it cannot be recomputed for zones, districts and the city.',
    },
    notes: NOTES,
    measure: 'index',
    unit: 'index',
    denominator: { it: 'indice composto', en: 'composite index' },
    ramp: 'magenta',
    direction: 'worse',
    decimals: 0,
    notApplicable: ['citta', 'quartiere', 'zona', 'prossimita'],
    seriesBreaks: [
      {
        period: '2022',
        note: {
          it: 'Nel 2022 è cambiato l’insieme degli indicatori che compongono l’indice: il confronto con il 2021 va letto con cautela.',
          en: 'In 2022 the set of indicators behind the index changed: compare with 2021 with care.',
        },
      },
    ],
    datasets: ['fragility'],
    compute(edition) {
      const periods = new Map<string, Map<string, Cell>>();
      for (const row of edition.table('fragility')) {
        const cells = periods.get(row.period!) ?? new Map<string, Cell>();
        periods.set(row.period!, cells.set(row.area!, cellOf(row, column)));
      }
      return { area: periods };
    },
  };
}

const cellOf = (row: Record<string, string>, column: Column): Cell =>
  row.excluded === '1'
    ? { missing: 'unreliable' }
    : row[column] === ''
      ? { missing: 'not-available' }
      : { value: Number(row[column]) };

export const indicators: Indicator[] = [
  fragility('overall', 1, {
    title: { it: 'Fragilità potenziale complessiva', en: 'Overall potential fragility' },
    sentence: {
      it: 'l’indice di fragilità potenziale complessiva è {n}',
      en: 'the index of overall potential fragility is {n}',
    },
    question: {
      it: 'Dove si sommano più condizioni di fragilità?',
      en: 'Where do several kinds of fragility add up?',
    },
    definition: {
      it: 'Indice che riunisce le condizioni demografiche, sociali ed economiche dell’area.',
      en: 'Index combining the demographic, social and economic conditions of the area.',
    },
  }),
  fragility('demographic', 2, {
    title: { it: 'Fragilità potenziale demografica', en: 'Demographic potential fragility' },
    sentence: {
      it: 'l’indice di fragilità potenziale demografica è {n}',
      en: 'the index of demographic potential fragility is {n}',
    },
    question: {
      it: 'Dove la popolazione è più fragile per età e ricambio?',
      en: 'Where is the population more fragile in age and renewal?',
    },
    definition: {
      it: 'Indice delle condizioni demografiche, tra cui variazione della popolazione, ricambio, età molto avanzate.',
      en: 'Index of demographic conditions, among them population change, renewal, very old ages.',
    },
  }),
  fragility('social', 3, {
    title: { it: 'Fragilità potenziale sociale', en: 'Social potential fragility' },
    sentence: {
      it: 'l’indice di fragilità potenziale sociale è {n}',
      en: 'the index of social potential fragility is {n}',
    },
    question: {
      it: 'Dove le condizioni sociali sono più fragili?',
      en: 'Where are social conditions more fragile?',
    },
    definition: {
      it: 'Indice delle condizioni sociali, tra cui anziani soli, ricambio degli abitanti, minori stranieri o con un solo genitore, istruzione.',
      en: 'Index of social conditions, among them older people living alone, turnover of residents, foreign children or children with one parent, education.',
    },
  }),
  fragility('economic', 4, {
    title: { it: 'Fragilità potenziale economica', en: 'Economic potential fragility' },
    sentence: {
      it: 'l’indice di fragilità potenziale economica è {n}',
      en: 'the index of economic potential fragility is {n}',
    },
    question: {
      it: 'Dove le condizioni economiche sono più fragili?',
      en: 'Where are economic conditions more fragile?',
    },
    definition: {
      it: 'Indice delle condizioni economiche, tra cui redditi familiari e abitazioni in affitto.',
      en: 'Index of economic conditions, among them household incomes and rented homes.',
    },
  }),
];
