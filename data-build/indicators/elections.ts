import type { Text } from '../../src/model/ids';
import { METHOD, NOTES } from '../bases/election-notes';
import {
  breaksOf,
  CHAMBER,
  EUROPEAN,
  MAYOR_YEARS,
  MUNICIPAL,
  REGIONAL,
  SENATE,
  type Race,
} from '../bases/election-races';
import { electors, mayorOnly, turnout } from '../bases/elections';
import { ratio, SMALL_BASE, toCells, type Counts } from '../bases/grid';
import type { Indicator } from '../model';

const common = {
  theme: 'elections',
  pon: 'social',
  method: METHOD,
  direction: 'neither',
  notApplicable: [],
  datasets: ['elections'],
} as const;

const SENATE_AGE = {
  period: '2022',
  note: {
    it: 'Fino al 2018 per il Senato votava solo chi aveva compiuto 25 anni; dal 2022 vota chi ne ha 18.',
    en: 'Up to 2018 only people aged 25 and over voted for the Senate; from 2022 all those aged 18 and over do.',
  },
};
/** Registered voters of sections 58–62 (Marconi-2) were 1.3–1.8 times those of the Chamber a year or two apart in 2016 and 2019–2021. */
const ABROAD: Text = {
  it: 'Tra gli iscritti ci sono elettori residenti all’estero, che votano di rado e che, a giudicare dai numeri, sono assegnati soprattutto a poche sezioni del centro: a Marconi-2 e dintorni l’affluenza di chi ci abita è più alta di quella mostrata. Alle politiche chi sta all’estero vota per corrispondenza e non è contato qui.',
  en: 'Registered voters include voters living abroad, who seldom vote and, to judge by the numbers, are assigned above all to a few central sections: in Marconi-2 and nearby the turnout of those who live there is higher than shown. In general elections voters abroad vote by mail and are not counted here.',
};
const EXTRA: Record<string, readonly Text[]> = {
  chamber: [
    {
      it: 'Per il 2013 la fonte non riporta gli iscritti alla Camera: si veda il Senato. Nel 2006 gli iscritti si conoscono solo per la città.',
      en: 'For 2013 the source does not carry the voters registered for the Chamber: see the Senate. In 2006 registered voters are known for the city alone.',
    },
    {
      it: 'Nel 2008 in una sezione del Fossolo (area 79) la fonte conta più votanti che iscritti: lì l’affluenza mostrata è troppo alta.',
      en: 'In 2008 the source counts more voters than registered ones in a section of Fossolo (area 79): the turnout shown there is too high.',
    },
  ],
  senate: [
    {
      it: 'Nel 2006 gli iscritti si conoscono solo per la città.',
      en: 'In 2006 registered voters are known for the city alone.',
    },
  ],
  municipal: [
    {
      it: 'Nel 2004 e nel 2009 gli iscritti si conoscono solo per la città.',
      en: 'In 2004 and 2009 registered voters are known for the city alone.',
    },
    ABROAD,
  ],
  regional: [ABROAD],
  european: [
    {
      it: 'Per il 2014 mancano alla fonte sei sezioni: le aree e i livelli che le contengono restano senza dato. Nel 2009 gli iscritti si conoscono solo per la città.',
      en: 'For 2014 six sections are missing at the source: the areas and levels that hold them have no figure. In 2009 registered voters are known for the city alone.',
    },
    ABROAD,
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
      it: 'Chi vota in ospedale è contato tra i votanti di lì, ma resta iscritto nella sezione di casa.',
      en: 'People who vote in hospital count among the voters there but stay registered in the section of their home.',
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
    title: { it: 'Elettori iscritti (Camera)', en: 'Registered voters (Chamber)' },
    question: { it: 'Quanti elettori abitano qui?', en: 'How many voters live here?' },
    sentence: { it: 'gli elettori iscritti sono {n}', en: 'there are {n} registered voters' },
    definition: {
      it: 'Elettori iscritti nelle liste delle sezioni per la Camera dei deputati: cittadini italiani maggiorenni residenti, senza chi abita all’estero.',
      en: 'Voters registered in the polling sections for the Chamber of Deputies: adult Italian citizens who live here, without those living abroad.',
    },
    notes: [...NOTES.slice(0, 2), EXTRA['chamber']![0]!],
    measure: 'count',
    unit: 'people',
    denominator: null,
    ramp: 'blue',
    decimals: 0,
    seriesBreaks: breaksOf(CHAMBER),
    compute(edition, geography) {
      const { grid, hidden } = electors(edition, geography, CHAMBER.ballot);
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
];
