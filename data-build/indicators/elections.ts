import type { Text } from '../../src/model/ids';
import { METHOD, NOTES, OLD_SECTIONS } from '../bases/election-notes';
import { ballotGrid, electors, mayorOnly, turnout } from '../bases/elections';
import { ratio, SMALL_BASE, toCells, type Counts } from '../bases/grid';
import type { Indicator, IndicatorCells } from '../model';

interface Race {
  /** End of the ids. */
  id: string;
  ballot: string;
  /** First election held with sections close to those of 2021; undefined where all were. */
  settled?: string;
  it: string;
  en: string;
}

const MUNICIPAL: Race = {
  id: 'municipal',
  ballot: 'mayor',
  settled: '2011',
  it: 'elezioni comunali',
  en: 'municipal elections',
};
const CHAMBER: Race = {
  id: 'chamber',
  ballot: 'chamber',
  settled: '2013',
  it: 'elezioni politiche (Camera)',
  en: 'general elections (Chamber)',
};
const SENATE: Race = {
  id: 'senate',
  ballot: 'senate',
  settled: '2013',
  it: 'elezioni politiche (Senato)',
  en: 'general elections (Senate)',
};
const EUROPEAN: Race = {
  id: 'european',
  ballot: 'european',
  settled: '2014',
  it: 'elezioni europee',
  en: 'European elections',
};
const REGIONAL: Race = {
  id: 'regional',
  ballot: 'regional-president',
  it: 'elezioni regionali',
  en: 'regional elections',
};

const common = {
  theme: 'elections',
  pon: 'social',
  method: METHOD,
  direction: 'neither',
  notApplicable: [],
  datasets: ['elections'],
} as const;

const breaksOf = ({ settled }: Race) => (settled ? [OLD_SECTIONS(settled)] : []);

const SENATE_AGE = {
  period: '2022',
  note: {
    it: 'Fino al 2018 per il Senato votava solo chi aveva compiuto 25 anni; dal 2022 vota chi ne ha 18.',
    en: 'Up to 2018 only people aged 25 and over voted for the Senate; from 2022 all those aged 18 and over do.',
  },
};
const EXTRA: Record<string, readonly Text[]> = {
  chamber: [
    {
      it: 'Per il 2013 la fonte non riporta gli iscritti alla Camera: si veda il Senato.',
      en: 'For 2013 the source does not carry the voters registered for the Chamber: see the Senate.',
    },
  ],
  european: [
    {
      it: 'Per il 2014 mancano alla fonte sei sezioni: le aree e i livelli che le contengono restano senza dato.',
      en: 'For 2014 six sections are missing at the source: the areas and levels that hold them have no figure.',
    },
  ],
};

/** A turnout above the whole electorate says that people registered elsewhere voted there: a hospital, not a habit. */
const turnoutCell = ([voters, all]: Counts) =>
  voters! > all! ? ({ missing: 'unreliable' } as const) : ratio(voters!, all!, SMALL_BASE.residents);

const turnoutOf = (race: Race, order: number): Indicator => ({
  ...common,
  id: `elections.turnout_${race.id}`,
  order,
  title: { it: `Affluenza: ${race.it}`, en: `Turnout: ${race.en}` },
  sentence: {
    it: '{n} elettori ogni 100 sono andati a votare',
    en: '{n} of every 100 registered voters went to vote',
  },
  question: { it: `Quanti sono andati a votare alle ${race.it}?`, en: `How many voted in the ${race.en}?` },
  definition: {
    it: `Votanti ogni 100 elettori iscritti nelle liste delle sezioni, ${race.it}.`,
    en: `People who voted per 100 voters registered in the sections, ${race.en}.`,
  },
  notes: [
    ...NOTES,
    ...(EXTRA[race.id] ?? []),
    {
      it: 'Chi vota in ospedale è contato tra i votanti di lì, ma resta iscritto nella sezione di casa: dove i votanti superano gli iscritti il dato non è mostrato. Tra gli iscritti possono esserci elettori residenti all’estero.',
      en: 'People who vote in hospital count among the voters there but stay registered in the section of their home: where voters exceed those registered the figure is not shown. Registered voters may include voters living abroad.',
    },
  ],
  measure: 'share',
  unit: 'percent',
  denominator: { it: 'elettori iscritti', en: 'registered voters' },
  ramp: 'blue',
  decimals: 1,
  seriesBreaks: [...breaksOf(race), ...(race === SENATE ? [SENATE_AGE] : [])],
  compute(edition, geography) {
    const { grid, hidden } = turnout(edition, geography, race.ballot, 'voters', 'electors');
    return toCells(grid, [hidden], turnoutCell);
  },
});

const invalidOf = (race: Race, order: number): Indicator => ({
  ...common,
  id: `elections.invalid_${race.id}`,
  order,
  title: { it: `Schede bianche e nulle: ${race.it}`, en: `Blank and spoilt ballots: ${race.en}` },
  sentence: {
    it: '{n} schede ogni 100 sono bianche, nulle o contestate',
    en: '{n} of every 100 ballot papers are blank, spoilt or contested',
  },
  question: {
    it: `Quanti sono andati alle urne senza esprimere un voto valido (${race.it})?`,
    en: `How many went to the polls without casting a valid vote (${race.en})?`,
  },
  definition: {
    it: `Votanti meno voti validi, ogni 100 votanti, ${race.it}.`,
    en: `People who voted minus valid votes, per 100 people who voted, ${race.en}.`,
  },
  notes: [
    ...NOTES,
    {
      it: 'La fonte non distingue schede bianche, nulle e contestate. Per le politiche del 2018 conta solo i voti alle liste, non tutti i validi: quell’anno manca.',
      en: 'The source does not tell blank, spoilt and contested papers apart. For the general election of 2018 it counts only votes for lists, not all valid ones: that year is missing.',
    },
  ],
  measure: 'share',
  unit: 'percent',
  denominator: { it: 'votanti', en: 'people who voted' },
  ramp: 'plum',
  decimals: 2,
  seriesBreaks: breaksOf(race),
  compute(edition, geography) {
    const { grid, hidden } = turnout(edition, geography, race.ballot, 'valid', 'voters');
    return toCells(grid, [hidden], ([valid, voters]) =>
      ratio(voters! - valid!, voters!, SMALL_BASE.residents),
    );
  },
});

/** Laakso and Taagepera, "Effective" number of parties, Comparative Political Studies 12(1), 1979: 1 / Σ p². */
function effectiveNumber(counts: Counts): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  return 1 / counts.reduce((sum, n) => sum + (n / total) ** 2, 0);
}

const effectiveOf = (
  race: Omit<Race, 'ballot'> & { ballot: string },
  periods: readonly string[],
  order: number,
): Indicator => ({
  ...common,
  id: `elections.effective_lists_${race.id}`,
  order,
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

const MAYOR_YEARS = ['2004', '2009', '2011', '2016', '2021'];

export const indicators: Indicator[] = [
  turnoutOf(MUNICIPAL, 1),
  turnoutOf(CHAMBER, 2),
  turnoutOf(SENATE, 3),
  turnoutOf(EUROPEAN, 4),
  turnoutOf(REGIONAL, 5),
  {
    ...common,
    id: 'elections.electors',
    order: 6,
    title: { it: 'Elettori iscritti', en: 'Registered voters' },
    question: { it: 'Quanti elettori hanno le sezioni di qui?', en: 'How many voters are registered here?' },
    sentence: { it: 'gli elettori iscritti sono {n}', en: 'there are {n} registered voters' },
    definition: {
      it: 'Elettori iscritti nelle liste delle sezioni alle elezioni comunali.',
      en: 'Voters registered in the polling sections for the municipal elections.',
    },
    notes: NOTES.slice(0, 2),
    measure: 'count',
    unit: 'people',
    denominator: null,
    ramp: 'blue',
    decimals: 0,
    seriesBreaks: breaksOf(MUNICIPAL),
    compute(edition, geography) {
      const { grid, hidden } = electors(edition, geography, MUNICIPAL.ballot);
      return toCells(grid, [hidden], ([n]) => ({ value: n! }));
    },
  },
  invalidOf(MUNICIPAL, 11),
  invalidOf(CHAMBER, 12),
  invalidOf(EUROPEAN, 13),
  invalidOf(REGIONAL, 14),
  {
    ...common,
    id: 'elections.mayor_only',
    order: 15,
    title: { it: 'Voto al solo sindaco', en: 'Votes for the mayor alone' },
    sentence: {
      it: '{n} voti ogni 100 vanno al candidato sindaco senza scegliere una lista',
      en: '{n} of every 100 votes go to a candidate for mayor without choosing a list',
    },
    question: {
      it: 'Quanti scelgono il sindaco ma nessuna lista?',
      en: 'How many choose a mayor but no list?',
    },
    definition: {
      it: 'Voti validi ai candidati sindaco meno voti validi alle liste del Consiglio comunale, ogni 100 voti ai candidati sindaco.',
      en: 'Valid votes for candidates for mayor minus valid votes for lists of the City Council, per 100 votes for candidates for mayor.',
    },
    notes: [
      ...NOTES,
      {
        it: 'Al primo turno: chi vota una lista vota anche il suo candidato sindaco, se non ne indica un altro.',
        en: 'First round: a vote for a list also goes to its candidate for mayor, unless another is marked.',
      },
    ],
    measure: 'share',
    unit: 'percent',
    denominator: { it: 'voti validi ai candidati sindaco', en: 'valid votes for candidates for mayor' },
    ramp: 'ochre',
    decimals: 1,
    seriesBreaks: breaksOf(MUNICIPAL),
    compute(edition, geography) {
      const { grid, hidden } = mayorOnly(edition, geography, MAYOR_YEARS);
      return toCells(grid, [hidden], ([only, all]) => ratio(only!, all!, SMALL_BASE.residents));
    },
  },
  effectiveOf({ ...MUNICIPAL, ballot: 'council' }, MAYOR_YEARS, 21),
  effectiveOf(CHAMBER, ['2006', '2008', '2013', '2018', '2022'], 22),
  effectiveOf(EUROPEAN, ['2009', '2014', '2019'], 23),
  effectiveOf({ ...REGIONAL, ballot: 'regional-council' }, ['2020'], 24),
];
