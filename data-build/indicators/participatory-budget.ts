import type { Cell } from '../../src/model/cell';
import { CITY_CODE, type Level, type Text } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import { gridGet } from '../bases/grid';
import { projects, projectsByPlace, type Project } from '../bases/participatory-budget';
import { residents } from '../bases/population';
import type { EditionReader, Indicator, IndicatorCells } from '../model';

const LEVELS: readonly Level[] = ['citta', 'quartiere', 'zona', 'prossimita', 'area'];
const WIDE: readonly Level[] = ['citta', 'quartiere', 'zona', 'prossimita'];

const NOTES: readonly Text[] = [
  {
    it: 'Ogni edizione ha le sue regole e i suoi fondi: il numero di proposte al voto dipende anche da quelle. «2019» è l’edizione 2019/20.',
    en: 'Each edition has rules and funds of its own: the number of proposals put to the vote depends on them too. “2019” is the edition 2019/20.',
  },
];
const TOUCHING: Text = {
  it: 'Un progetto conta in ogni luogo dove ha almeno un punto, e una volta sola nel livello più ampio: le aree non sommano al quartiere.',
  en: 'A project counts in every place where it has at least one point, and only once in the wider level: areas do not add up to the district.',
};

const common = {
  theme: 'participation',
  pon: 'public-works',
  direction: 'neither',
  seriesBreaks: [],
} as const;

const counted = (all: readonly Project[], geography: Geography): IndicatorCells =>
  mapCells(projectsByPlace(all, geography, LEVELS), (n) => ({ value: n }));

function mapCells(
  counts: ReadonlyMap<Level, ReadonlyMap<string, ReadonlyMap<string, number>>>,
  make: (n: number, level: Level, period: string, code: string) => Cell,
): IndicatorCells {
  const cells: IndicatorCells = {};
  for (const [level, byPeriod] of counts)
    cells[level] = new Map(
      [...byPeriod].map(([period, byCode]) => [
        period,
        new Map([...byCode].map(([code, n]) => [code, make(n, level, period, code)])),
      ]),
    );
  return cells;
}

/** Residents at the end of the year, or of the last year the level has: areas and prossimità end in 2021. */
function residentsAt(edition: EditionReader, geography: Geography) {
  const { grid } = residents(edition, geography);
  return (level: Level, period: string, code: string): number => {
    const last = [...(grid.get(level)?.keys() ?? [])].sort().at(-1) ?? '';
    return gridGet(grid, level, period < last ? period : last).get(code)![0]!;
  };
}

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'participation.proposals',
    order: 1,
    title: { it: 'Proposte del bilancio partecipativo', en: 'Participatory budget proposals' },
    question: {
      it: 'Quante idee del bilancio partecipativo riguardavano questo posto?',
      en: 'How many participatory budget ideas concerned this place?',
    },
    sentence: {
      it: 'le proposte messe al voto sono {n}',
      en: 'the proposals put to the vote number {n}',
    },
    definition: {
      it: 'Progetti messi al voto nel bilancio partecipativo, vincitori compresi, con almeno un luogo qui.',
      en: 'Projects put to the vote in the participatory budget, winners included, with at least one place here.',
    },
    method: TOUCHING,
    notes: NOTES,
    measure: 'count',
    unit: 'number',
    denominator: null,
    ramp: 'magenta',
    decimals: 0,
    notApplicable: [],
    datasets: ['participatory-budget'],
    compute: (edition, geography) => counted(projects(edition, geography), geography),
  },
  {
    ...common,
    id: 'participation.proposals_rate',
    order: 2,
    title: {
      it: 'Proposte del bilancio partecipativo per abitante',
      en: 'Participatory budget proposals per resident',
    },
    question: {
      it: 'Dove sono nate più proposte, in rapporto agli abitanti?',
      en: 'Where were there more proposals, for the people who live there?',
    },
    sentence: {
      it: 'ci sono {n} proposte al voto ogni 1.000 abitanti',
      en: 'there are {n} proposals put to the vote per 1,000 residents',
    },
    definition: {
      it: 'Progetti messi al voto con almeno un luogo qui, ogni 1.000 residenti.',
      en: 'Projects put to the vote with at least one place here, per 1,000 residents.',
    },
    method: TOUCHING,
    notes: [
      ...NOTES,
      {
        it: 'Residenti al 31 dicembre dello stesso anno; per le zone di prossimità, nel 2023, quelli del 2021. Per le aree statistiche le proposte sono troppo poche per un rapporto.',
        en: 'Residents on 31 December of the same year; for the zones of proximity, in 2023, those of 2021. In statistical areas the proposals are too few for a rate.',
      },
    ],
    measure: 'rate',
    unit: 'per1000',
    denominator: { it: 'residenti', en: 'residents' },
    ramp: 'magenta',
    decimals: 2,
    notApplicable: ['area'],
    datasets: ['participatory-budget', 'population-area', 'population-zona'],
    compute(edition, geography) {
      const people = residentsAt(edition, geography);
      return mapCells(
        projectsByPlace(projects(edition, geography), geography, WIDE),
        (n, level, period, code) => ({
          value: (n / people(level, period, code)) * 1000,
        }),
      );
    },
  },
  {
    ...common,
    id: 'participation.funded',
    order: 3,
    title: {
      it: 'Progetti vincitori del bilancio partecipativo',
      en: 'Winning participatory budget projects',
    },
    question: {
      it: 'Quali posti hanno avuto un progetto scelto dal voto?',
      en: 'Which places got a project chosen by vote?',
    },
    sentence: { it: 'i progetti scelti dal voto sono {n}', en: 'the projects chosen by vote number {n}' },
    definition: {
      it: 'Progetti vincitori, in corso o realizzati, con almeno un luogo qui.',
      en: 'Projects that won, are under way or done, with at least one place here.',
    },
    method: TOUCHING,
    notes: NOTES,
    measure: 'count',
    unit: 'number',
    denominator: null,
    ramp: 'magenta',
    decimals: 0,
    notApplicable: [],
    datasets: ['participatory-budget'],
    compute: (edition, geography) =>
      counted(
        projects(edition, geography).filter(({ won }) => won),
        geography,
      ),
  },
  {
    ...common,
    id: 'participation.amount_per_resident',
    order: 4,
    title: {
      it: 'Euro del bilancio partecipativo per abitante',
      en: 'Participatory budget euros per resident',
    },
    question: {
      it: 'Quanti euro per abitante ha mosso il voto?',
      en: 'How many euros per resident did the vote move?',
    },
    sentence: {
      it: 'i progetti scelti dal voto valgono {n} euro per abitante',
      en: 'the projects chosen by vote are worth {n} euros per resident',
    },
    definition: {
      it: 'Somma degli importi dei progetti vincitori, in corso o realizzati, divisa per i residenti del quartiere.',
      en: 'Sum of the amounts of projects that won, are under way or done, divided by the district’s residents.',
    },
    method: {
      it: 'Ogni progetto conta una volta, nel quartiere che lo ha proposto; la città divide la somma dei quartieri per tutti i residenti. Residenti al 31 dicembre dello stesso anno.',
      en: 'Each project counts once, in the district that proposed it; the city divides the sum of the districts by all residents. Residents on 31 December of the same year.',
    },
    notes: [
      ...NOTES,
      {
        it: 'Per l’edizione 2023 la fonte non dà importi. Il denaro di un progetto non si può dividere tra aree e zone.',
        en: 'For the 2023 edition the source gives no amounts. A project’s money cannot be divided among areas and zones.',
      },
    ],
    measure: 'mean',
    unit: 'euro',
    denominator: { it: 'residenti', en: 'residents' },
    ramp: 'green-blue',
    decimals: 2,
    notApplicable: ['zona', 'prossimita', 'area'],
    datasets: ['participatory-budget', 'population-area', 'population-zona'],
    compute(edition, geography) {
      const people = residentsAt(edition, geography);
      const won = projects(edition, geography).filter((p) => p.won);
      return mapCells(amounts(won, geography), (euros, level, period, code) => ({
        value: euros / people(level, period, code),
      }));
    },
  },
];

/** Euros by quartiere and city, in the editions whose winners all have an amount. */
function amounts(
  won: readonly Project[],
  geography: Geography,
): Map<Level, Map<string, Map<string, number>>> {
  const periods = [...new Set(won.map(({ period }) => period))].filter((period) =>
    won.every((p) => p.period !== period || p.amount !== undefined),
  );
  const sumOf = (period: string, quartiere?: string): number =>
    won
      .filter((p) => p.period === period && (quartiere === undefined || p.quartiere === quartiere))
      .reduce((sum, p) => sum + p.amount!, 0);
  const codes = (geography.levels.quartiere ?? []).map(({ code }) => code);
  return new Map<Level, Map<string, Map<string, number>>>([
    ['citta', new Map(periods.map((period) => [period, new Map([[CITY_CODE, sumOf(period)]])]))],
    [
      'quartiere',
      new Map(periods.map((period) => [period, new Map(codes.map((code) => [code, sumOf(period, code)]))])),
    ],
  ]);
}
