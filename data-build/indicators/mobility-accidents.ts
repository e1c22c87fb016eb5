import type { Geography } from '../../src/model/manifest';
import { accidents, HURT, injured, injuredTotal } from '../bases/accidents';
import { gridGet, SMALL_BASE, toCells } from '../bases/grid';
import { streets } from '../bases/lines';
import { countCells, rates, residentBase } from '../bases/places';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

const WHERE = t(
  'Gli incidenti si contano dove accadono e non dove abitano le persone: zone di passaggio ne hanno molti anche con pochi residenti.',
  'Accidents are counted where they happen and not where people live: places of transit have many even with few residents.',
);
const LEVELS = t(
  'La fonte dà le 25 zone di prossimità: quartieri e città sono la loro somma; aree statistiche e zone non si possono ricavare.',
  'The source gives the 25 proximity zones: districts and city are their sum; statistical areas and zones cannot be derived.',
);
const PANDEMIC = t(
  'Nel 2020 le chiusure per la pandemia hanno ridotto il traffico e con esso gli incidenti.',
  'In 2020 the lockdowns reduced traffic and with it accidents.',
);
const RESIDENTS = t(
  'Residenti con una dimora al 31 dicembre dello stesso anno; per il 2022 quelli del 2021, ultimo anno per zona di prossimità.',
  'Residents with a fixed abode on 31 December of the same year; for 2022 those of 2021, the last year by proximity zone.',
);
const FEW = t(
  'Dove i feriti di un gruppo sono meno di tre la quota non è mostrata, né lo sono quelle da cui la si ricaverebbe.',
  'Where fewer than three people of a group were injured the share is not shown, nor are those it could be worked out from.',
);
const SUMMED = t(
  'Somma delle zone di prossimità contenute; ai livelli più ampi si somma prima e si divide poi.',
  'Sum of the proximity zones contained; for wider levels sums come first and the division after.',
);
/** The rest of a share's family must hold more than a handful, or one person moves it by several points. */
const FEWEST_INJURED = 20;

const common = {
  theme: 'mobility',
  pon: 'public-works',
  ramp: 'blue',
  direction: 'worse',
  notApplicable: [],
  seriesBreaks: [],
} as const;

const shareOf = (edition: EditionReader, geography: Geography, at: number) => {
  const { grid, hidden } = injured(edition, geography);
  return toCells(grid, hidden, (counts) => {
    const all = counts.reduce((sum, n) => sum + n, 0);
    return all < FEWEST_INJURED ? { missing: 'unreliable' } : { value: (counts[at]! / all) * 100 };
  });
};

/** Shares of the injured: [class, order, Italian, English]. */
const SHARES = [
  ['pedestrians', 6, 'a piedi', 'on foot'],
  ['cyclists', 7, 'in bicicletta', 'on a bicycle'],
  ['motorcyclists', 8, 'in moto o scooter', 'on a motorcycle or moped'],
] as const;

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'mobility.accident_count',
    order: 1,
    title: t('Incidenti stradali', 'Road accidents'),
    question: t('Dove avvengono gli incidenti stradali?', 'Where do road accidents happen?'),
    sentence: t(
      'gli incidenti stradali nell’anno sono {n}',
      'the number of road accidents in the year is {n}',
    ),
    definition: t('Incidenti stradali rilevati nell’anno.', 'Road accidents recorded in the year.'),
    method: SUMMED,
    notes: [WHERE, LEVELS, PANDEMIC],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['accidents'],
    compute: (edition, geography) => countCells(accidents(edition, geography)),
  },
  {
    ...common,
    id: 'mobility.accidents_per1000',
    order: 2,
    title: t('Incidenti stradali ogni 1.000 abitanti', 'Road accidents per 1,000 residents'),
    question: t(
      'Quanti incidenti ci sono rispetto a chi abita qui?',
      'How many accidents are there for those who live here?',
    ),
    sentence: t(
      'ci sono stati {n} incidenti stradali ogni 1.000 residenti',
      'there were {n} road accidents per 1,000 residents',
    ),
    definition: t(
      'Incidenti stradali dell’anno ogni 1.000 residenti con una dimora.',
      'Road accidents of the year per 1,000 residents with a fixed abode.',
    ),
    method: SUMMED,
    notes: [WHERE, RESIDENTS, LEVELS, PANDEMIC],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti', 'residents'),
    decimals: 1,
    datasets: ['accidents', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(accidents(edition, geography), residentBase(edition, geography), 1, SMALL_BASE.residents),
  },
  {
    ...common,
    id: 'mobility.accidents_per10km',
    order: 3,
    title: t('Incidenti ogni 10 km di strade', 'Accidents per 10 km of streets'),
    question: t('Quali strade vedono più incidenti?', 'Where do streets see more accidents?'),
    sentence: t(
      'ci sono stati {n} incidenti ogni 10 km di strade',
      'there were {n} accidents per 10 km of streets',
    ),
    definition: t(
      'Incidenti stradali dell’anno ogni 10 chilometri di strade della zona.',
      'Road accidents of the year per 10 kilometres of the zone’s streets.',
    ),
    method: t(
      'Incidenti divisi per la lunghezza delle strade del grafo comunale del 2025, la stessa per tutti gli anni. Una strada di confine è divisa a metà tra le due zone; le carreggiate disegnate separate contano entrambe.',
      'Accidents divided by the length of streets in the municipal graph of 2025, the same for all years. A street on a border is halved between the two zones; carriageways drawn apart both count.',
    ),
    notes: [
      WHERE,
      t(
        'La lunghezza non dice quanto traffico passi: una tangenziale e un vicolo contano allo stesso modo.',
        'Length does not say how much traffic there is: a ring road and an alley count alike.',
      ),
      LEVELS,
      PANDEMIC,
    ],
    measure: 'rate',
    unit: 'number',
    denominator: t('chilometri di strade', 'kilometres of streets'),
    decimals: 1,
    datasets: ['accidents', 'streets', 'geography'],
    compute(edition, geography) {
      const length = streets(edition, geography, 'any');
      return toCells(accidents(edition, geography), [], ([n], { level, code }) => ({
        value: (n! / length.get(level)!.get('any')!.get(code)![0]!) * 10_000,
      }));
    },
  },
  {
    ...common,
    id: 'mobility.injured_per1000',
    order: 4,
    title: t('Feriti in incidenti ogni 1.000 abitanti', 'People injured in accidents per 1,000 residents'),
    question: t(
      'Quante persone restano ferite sulle strade della zona?',
      'How many people are injured on the zone’s streets?',
    ),
    sentence: t(
      'i feriti sulle strade sono {n} ogni 1.000 residenti',
      '{n} people were injured on the streets per 1,000 residents',
    ),
    definition: t(
      'Persone ferite in incidenti stradali avvenuti nella zona durante l’anno, ogni 1.000 residenti con una dimora.',
      'People injured in road accidents that happened in the zone during the year, per 1,000 residents with a fixed abode.',
    ),
    method: SUMMED,
    notes: [
      t(
        'I feriti possono abitare altrove: il rapporto misura quanto sono pericolose le strade, non il rischio di chi vi risiede.',
        'The injured may live elsewhere: the rate tells how dangerous the streets are, not the risk of those who live there.',
      ),
      RESIDENTS,
      LEVELS,
      PANDEMIC,
    ],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti', 'residents'),
    decimals: 1,
    datasets: ['accidents', 'population-area', 'population-zona'],
    compute(edition, geography) {
      const { grid, hidden } = injuredTotal(edition, geography);
      const base = residentBase(edition, geography);
      const shown = toCells(grid, hidden, ([n]) => ({ value: n! }));
      const cells = rates(grid, base, 1, SMALL_BASE.residents);
      for (const [level, periods] of Object.entries(shown))
        for (const [period, byCode] of periods)
          for (const [code, cell] of byCode)
            if ('missing' in cell) cells[level as keyof typeof cells]?.get(period)?.set(code, cell);
      return cells;
    },
  },
  {
    ...common,
    id: 'mobility.injured_per100_accidents',
    order: 5,
    title: t('Feriti ogni 100 incidenti', 'People injured per 100 accidents'),
    question: t('Quanto sono gravi gli incidenti?', 'How severe are accidents?'),
    sentence: t('i feriti sono {n} ogni 100 incidenti', '{n} people are injured per 100 accidents'),
    definition: t(
      'Persone ferite ogni 100 incidenti dell’anno.',
      'People injured per 100 accidents of the year.',
    ),
    method: SUMMED,
    notes: [
      t(
        'Un incidente può ferire più persone: per questo il valore supera 100. I morti (da 12 a 24 l’anno in tutta la città) sono troppo pochi per una mappa.',
        'One accident may injure several people: this is why the figure exceeds 100. Deaths (12 to 24 a year in the whole city) are too few for a map.',
      ),
      LEVELS,
    ],
    measure: 'rate',
    unit: 'per100',
    denominator: t('incidenti', 'accidents'),
    decimals: 0,
    datasets: ['accidents'],
    compute(edition, geography) {
      const { grid, hidden } = injuredTotal(edition, geography);
      const events = accidents(edition, geography);
      return toCells(grid, hidden, ([n], { level, period, code }) => {
        const [all] = gridGet(events, level, period).get(code)!;
        return all! < FEWEST_INJURED ? { missing: 'unreliable' } : { value: (n! / all!) * 100 };
      });
    },
  },
  ...SHARES.map(([who, order, it, en]): Indicator => {
    const at = HURT.indexOf(who);
    return {
      ...common,
      id: `mobility.injured_${who}_share`,
      order,
      title: t(`Feriti che erano ${it}`, `Injured people who were ${en}`),
      question: t(`Quanti feriti erano ${it}?`, `How many of the injured were ${en}?`),
      sentence: t(`{n} feriti ogni 100 erano ${it}`, `{n} of every 100 injured people were ${en}`),
      definition: t(
        `Persone ferite mentre erano ${it}, ogni 100 feriti in incidenti dell’anno.`,
        `People injured while ${en}, per 100 people injured in accidents of the year.`,
      ),
      method: SUMMED,
      notes: [
        FEW,
        t(
          `Dove i feriti sono meno di ${FEWEST_INJURED} la quota è poco affidabile e non è mostrata. Chi guida un’auto, chi va in monopattino e i feriti di cui la fonte non dice il mezzo contano solo nel totale.`,
          `Where fewer than ${FEWEST_INJURED} people were injured the share is unreliable and not shown. Car drivers, scooter riders and those whose mode the source does not give count in the total alone.`,
        ),
        LEVELS,
      ],
      measure: 'share',
      unit: 'percent',
      denominator: t('feriti', 'injured people'),
      direction: 'neither',
      decimals: 1,
      datasets: ['accidents'],
      compute: (edition, geography) => shareOf(edition, geography, at),
    };
  }),
];
