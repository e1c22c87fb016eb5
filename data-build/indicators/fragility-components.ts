import type { Cell } from '../../src/model/cell';
import type { Text } from '../../src/model/ids';
import { ADULTS_25_44, ALL, CHILDREN, OLD, peopleOf, shareCell } from '../bases/fragility';
import { share } from '../bases/kinds';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

/** The indicators behind the fragility indices that stand on their own, by statistical area. */

const SOURCE = t(
  'È uno degli indicatori da cui il Comune ricava gli indici di fragilità, come lo pubblica: le aree con pochissimi abitanti sono escluse e qui risultano poco affidabili.',
  'One of the indicators from which the Municipality derives its fragility indices, as published: areas with very few residents are left out and marked unreliable here.',
);
const RIGHTS = t(
  'Dove la percentuale riguarderebbe meno di tre persone il dato è nascosto.',
  'Where the percentage would concern fewer than three people the figure is hidden.',
);

const common = {
  theme: 'fragility',
  pon: 'social',
  method: t(
    'Valore calcolato e pubblicato dal Comune per area statistica. Mancano i numeri assoluti: per zone, quartieri e città non si può ricalcolare.',
    'Value computed and published by the Municipality by statistical area. Absolute numbers are missing: it cannot be recomputed for zones, districts and the city.',
  ),
  ramp: 'magenta',
  notApplicable: ['citta', 'quartiere', 'zona', 'prossimita'],
  datasets: ['fragility', 'population-area'],
} as const;

const changed = (note: Text) => [{ period: '2022', note }];
const JUMP = t(
  'I valori cambiano livello in tutta la città: nel 2022 la fonte conta in altro modo e i due anni non si confrontano.',
  'Values change level all over the city: in 2022 the source counts otherwise and the two years do not compare.',
);

type Row = Record<string, string>;

/** Period → area → cell over the table of components, of all its years or of some. */
function cellsOf(edition: EditionReader, cellOf: (row: Row) => Cell, years?: readonly string[]) {
  const cells = new Map<string, Map<string, Cell>>();
  for (const row of edition.table('fragility', 'components')) {
    if (years && !years.includes(row.period!)) continue;
    const byArea = cells.get(row.period!) ?? new Map<string, Cell>();
    cells.set(row.period!, byArea.set(row.area!, cellOf(row)));
  }
  return cells;
}

interface Component extends Pick<
  Indicator,
  'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'direction'
> {
  column: string;
  /** Who the percentage is about; null: dwellings or households, not people. */
  ages: readonly string[] | null;
  denominator: Text;
  notes?: readonly Text[];
  seriesBreaks?: Indicator['seriesBreaks'];
  /** Years carried; both by default. */
  periods?: readonly string[];
}

function component({ column, ages, denominator, notes = [], periods, ...texts }: Component): Indicator {
  return {
    ...common,
    seriesBreaks: [],
    ...texts,
    ...share(denominator),
    notes: [...notes, SOURCE, ...(ages ? [RIGHTS] : [])],
    compute(edition) {
      const people = ages ? peopleOf(edition, ages) : () => Infinity;
      const cellOf = (row: Row) => shareCell(row[column]!, people(row.area!, row.period!));
      return { area: cellsOf(edition, cellOf, periods) };
    },
  };
}

export const indicators: Indicator[] = [
  component({
    id: 'fragility.over80_share',
    order: 5,
    column: 'over80',
    ages: ALL,
    title: t('Residenti di oltre 80 anni, per area', 'Residents over 80, by area'),
    question: t(
      'In quali aree vivono più persone di oltre 80 anni?',
      'In which areas do more people over 80 live?',
    ),
    sentence: t('{n} residenti ogni 100 hanno più di 80 anni', '{n} of every 100 residents are over 80'),
    definition: t('Residenti di oltre 80 anni, ogni 100 residenti.', 'Residents over 80, per 100 residents.'),
    denominator: t('residenti', 'residents'),
    direction: 'neither',
  }),
  component({
    id: 'fragility.alone65_share',
    order: 6,
    column: 'alone65',
    ages: OLD,
    title: t('Anziani che vivono soli', 'Older people living alone'),
    question: t('Quanti anziani vivono soli?', 'How many older people live alone?'),
    sentence: t(
      '{n} persone di oltre 65 anni ogni 100 vivono sole',
      '{n} of every 100 people over 65 live alone',
    ),
    definition: t(
      'Residenti di oltre 65 anni che vivono soli, ogni 100 residenti della stessa età.',
      'Residents over 65 who live alone, per 100 residents of that age.',
    ),
    denominator: t('residenti di oltre 65 anni', 'residents over 65'),
    direction: 'worse',
    notes: [
      t(
        'Vivere soli per il registro non vuol dire essere soli: figli e vicini possono abitare alla porta accanto.',
        'Living alone on the register is not being alone: children and neighbours may live next door.',
      ),
    ],
  }),
  component({
    id: 'fragility.foreign0_19_share',
    order: 7,
    column: 'foreign0_19',
    ages: CHILDREN,
    title: t('Stranieri fra 0 e 19 anni', 'Foreign citizens aged 0 to 19'),
    question: t(
      'Quanti bambini e ragazzi fino a 19 anni hanno una cittadinanza straniera?',
      'How many children and young people up to 19 hold foreign citizenship?',
    ),
    sentence: t(
      '{n} residenti fino a 19 anni ogni 100 hanno cittadinanza straniera',
      '{n} of every 100 residents up to 19 hold foreign citizenship',
    ),
    definition: t(
      'Residenti stranieri da 0 a 19 anni, ogni 100 residenti della stessa età.',
      'Foreign residents aged 0 to 19, per 100 residents of that age.',
    ),
    denominator: t('residenti da 0 a 19 anni', 'residents aged 0 to 19'),
    direction: 'neither',
  }),
  component({
    id: 'fragility.single_parent_minors',
    order: 8,
    column: 'single_parent_minors',
    ages: CHILDREN,
    periods: ['2021'],
    title: t('Minori con un solo genitore', 'Minors with a single parent'),
    question: t('Quanti minori vivono con un solo genitore?', 'How many minors live with a single parent?'),
    sentence: t(
      '{n} minori ogni 100 vivono con un solo genitore',
      '{n} of every 100 minors live with a single parent',
    ),
    definition: t(
      'Minori in famiglie con un solo genitore, ogni 100 minori residenti.',
      'Minors in single-parent families, per 100 resident minors.',
    ),
    denominator: t('minori residenti', 'resident minors'),
    direction: 'worse',
    notes: [
      t(
        'Solo il 2021: nel 2022 la colonna con lo stesso nome vale da quattro a cinque volte meno in tutta la città, e non può essere la stessa quota.',
        'The year 2021 only: in 2022 the column of the same name is four to five times lower all over the city and cannot be the same share.',
      ),
    ],
  }),
  component({
    id: 'fragility.graduates25_44_share',
    order: 9,
    column: 'graduates25_44',
    ages: ADULTS_25_44,
    title: t('Laureati fra 25 e 44 anni', 'Graduates aged 25 to 44'),
    question: t(
      'Quanti adulti fra 25 e 44 anni hanno una laurea?',
      'How many adults aged 25 to 44 hold a degree?',
    ),
    sentence: t(
      '{n} residenti fra 25 e 44 anni ogni 100 hanno una laurea',
      '{n} of every 100 residents aged 25 to 44 hold a degree',
    ),
    definition: t(
      'Residenti da 25 a 44 anni con una laurea, ogni 100 residenti della stessa età.',
      'Residents aged 25 to 44 with a degree, per 100 residents of that age.',
    ),
    denominator: t('residenti da 25 a 44 anni', 'residents aged 25 to 44'),
    direction: 'better',
    seriesBreaks: changed(JUMP),
  }),
  component({
    id: 'fragility.frail65_share',
    order: 10,
    column: 'frail65',
    ages: OLD,
    title: t('Anziani in alta fragilità sanitaria', 'Older people in high health frailty'),
    question: t(
      'Quanti anziani hanno una salute molto fragile?',
      'How many older people are in very frail health?',
    ),
    sentence: t(
      '{n} anziani ogni 100 sono in alta fragilità sanitaria',
      '{n} of every 100 older people are in high health frailty',
    ),
    definition: t(
      'Anziani che la fonte classifica in alta fragilità sanitaria, ogni 100 anziani.',
      'Older people whom the source classes as in high health frailty, per 100 older people.',
    ),
    denominator: t('residenti anziani', 'older residents'),
    direction: 'worse',
    notes: [
      t(
        'La fonte non dice da quale età si è contati né la soglia di fragilità.',
        'The source gives neither the age from which people are counted nor the threshold of frailty.',
      ),
    ],
    seriesBreaks: changed(JUMP),
  }),
  component({
    id: 'fragility.rented_share',
    order: 11,
    column: 'rented',
    ages: null,
    title: t('Abitazioni in affitto', 'Rented homes'),
    question: t('Quante abitazioni sono in affitto?', 'How many homes are rented?'),
    sentence: t(
      '{n} abitazioni occupate ogni 100 sono in affitto',
      '{n} of every 100 occupied homes are rented',
    ),
    definition: t(
      'Abitazioni occupate in affitto, in percentuale, come le pubblica il Comune.',
      'Homes occupied by tenants, as a percentage, as published by the Municipality.',
    ),
    denominator: t('abitazioni', 'homes'),
    direction: 'neither',
    seriesBreaks: changed(JUMP),
  }),
  component({
    id: 'fragility.low_income_share',
    order: 12,
    column: 'low_income',
    ages: null,
    title: t('Famiglie con reddito sotto i 13.000 euro', 'Households with an income below 13,000 euros'),
    question: t(
      'Quante famiglie hanno un reddito molto basso?',
      'How many households have a very low income?',
    ),
    sentence: t(
      '{n} famiglie ogni 100 hanno un reddito sotto i 13.000 euro',
      '{n} of every 100 households have an income below 13,000 euros',
    ),
    definition: t(
      'Famiglie con un reddito inferiore a 13.000 euro, ogni 100 famiglie.',
      'Households with an income below 13,000 euros, per 100 households.',
    ),
    denominator: t('famiglie', 'households'),
    direction: 'worse',
    notes: [
      t(
        'La fonte non dice se i 13.000 euro siano per famiglia o per componente.',
        'The source does not say whether the 13,000 euros are per household or per member.',
      ),
    ],
  }),
  {
    ...common,
    id: 'fragility.median_income',
    order: 13,
    title: t('Reddito mediano pro capite delle famiglie', 'Median household income per head'),
    question: t(
      'Quanto reddito per persona ha la famiglia di mezzo?',
      'How much income per person does the household in the middle have?',
    ),
    sentence: t(
      'il reddito mediano pro capite delle famiglie è di {n} euro',
      'median household income per head is {n} euros',
    ),
    definition: t(
      'Reddito pro capite mediano delle famiglie, in euro.',
      'Median income per head of households, in euros.',
    ),
    notes: [
      t(
        'Nel file della fonte il 2021 è in euro e il 2022 in migliaia di euro: qui sono tutti in euro.',
        'In the source’s file 2021 is in euros and 2022 in thousands of euros: here both are in euros.',
      ),
      SOURCE,
    ],
    measure: 'median',
    unit: 'euro',
    denominator: t('famiglie', 'households'),
    ramp: 'green-blue',
    direction: 'better',
    decimals: 0,
    seriesBreaks: [],
    datasets: ['fragility'],
    compute: (edition) => ({
      area: cellsOf(edition, ({ median_income: text }) => shareCell(text!, Infinity)),
    }),
  },
];
