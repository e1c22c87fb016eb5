import { METHOD, NOTES } from '../bases/election-notes';
import { listVotes } from '../bases/elections';
import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import { share } from '../bases/kinds';
import type { Indicator } from '../model';

/** Lists below this share of the city's list votes stay in the edition's tables and have no map of their own. */
export const MAP_FROM = 0.05;

interface Race {
  ballot: string;
  period: string;
  id: string;
  it: string;
  en: string;
  /** [end of the id, name as the source writes it, the same name with its spaces, capitals and accents]. */
  lists: readonly (readonly [string, string, string])[];
}

/** The latest election of each kind in the edition. A test holds this list against the votes: all above MAP_FROM, and no other. */
export const RACES: readonly Race[] = [
  {
    ballot: 'council',
    period: '2021',
    id: 'municipal2021',
    it: 'Comunali 2021',
    en: 'Municipal elections 2021',
    lists: [
      ['pd', 'partito_democratico_lepore_sindaco', 'Partito Democratico Lepore Sindaco'],
      ['fdi', 'fratelli_d_italia', 'Fratelli d’Italia'],
      ['lega', 'lega_salvini_premier', 'Lega Salvini Premier'],
      [
        'coalizione_civica',
        'coalizione_civica_per_bologna_coraggiosa_ecologista_solidale',
        'Coalizione Civica per Bologna coraggiosa ecologista solidale',
      ],
      ['lepore_sindaco', 'matteo_lepore_sindaco', 'Matteo Lepore Sindaco'],
      ['anche_tu_conti', 'anche_tu_conti', 'Anche tu conti'],
    ],
  },
  {
    ballot: 'chamber',
    period: '2022',
    id: 'chamber2022',
    it: 'Politiche 2022 (Camera)',
    en: 'General election 2022 (Chamber)',
    lists: [
      [
        'pd',
        'PARTITO DEMOCRATICO - ITALIA DEMOCRATICA E PROGRESSISTA',
        'Partito Democratico - Italia Democratica e Progressista',
      ],
      ['fdi', "FRATELLI D'ITALIA CON GIORGIA MELONI", 'Fratelli d’Italia con Giorgia Meloni'],
      ['azione_iv', 'AZIONE - ITALIA VIVA - CALENDA', 'Azione - Italia Viva - Calenda'],
      ['m5s', 'MOVIMENTO 5 STELLE', 'Movimento 5 Stelle'],
      ['avs', 'ALLEANZA VERDI E SINISTRA', 'Alleanza Verdi e Sinistra'],
    ],
  },
  {
    ballot: 'european',
    period: '2019',
    id: 'european2019',
    it: 'Europee 2019',
    en: 'European elections 2019',
    lists: [
      ['pd', 'partito_democratico', 'Partito Democratico'],
      ['lega', 'lega_salvini', 'Lega Salvini'],
      ['m5s', 'movimento_5_stelle', 'Movimento 5 Stelle'],
      ['fi', 'berlusconi_forza_italia', 'Berlusconi Forza Italia'],
      ['piu_europa', 'piu_europa', 'Più Europa'],
    ],
  },
  {
    ballot: 'regional-council',
    period: '2020',
    id: 'regional2020',
    it: 'Regionali 2020',
    en: 'Regional election 2020',
    lists: [
      ['pd', 'partito_democratico', 'Partito Democratico'],
      ['lega', 'lega', 'Lega'],
      ['fdi', 'fratelli_d_italia', 'Fratelli d’Italia'],
      [
        'coraggiosa',
        'emilia_romagna_coraggiosa_ecologista_progressista',
        'Emilia-Romagna Coraggiosa Ecologista Progressista',
      ],
      ['bonaccini_presidente', 'bonaccini_presidente', 'Bonaccini Presidente'],
    ],
  },
];

const FIRST_ORDER = 31;

export const indicators: Indicator[] = RACES.flatMap(({ lists, ...race }) =>
  lists.map(([end, name, label]) => ({ ...race, end, name, label })),
).map(({ ballot, period, id, it, en, end, name, label }, i): Indicator => ({
  id: `elections.${id}_${end}`,
  order: FIRST_ORDER + i,
  theme: 'elections',
  pon: 'social',
  title: { it: `${it}: ${label}`, en: `${en}: ${label}` },
  sentence: {
    it: `{n} voti ogni 100 sono andati alla lista ${label}`,
    en: `{n} of every 100 votes went to the list ${label}`,
  },
  question: {
    it: 'Dove questa lista ha avuto più voti?',
    en: 'Where did this list get more votes?',
  },
  definition: {
    it: `Voti alla lista ${label} ogni 100 voti validi alle liste. ${it}.`,
    en: `Votes for the list ${label} per 100 valid votes for lists. ${en}.`,
  },
  method: METHOD,
  notes: [
    ...NOTES,
    {
      it: `Hanno una mappa le liste con almeno ${MAP_FROM * 100} voti ogni 100 nella città, una per elezione: le liste cambiano nome e alleanze, e non sono unite in una serie. Tutte le altre sono nelle tabelle dell’edizione. La tinta è la stessa per tutte e non è quella di alcun partito.`,
      en: `Lists with at least ${MAP_FROM * 100} of every 100 votes in the city have a map, one for each election: lists change names and alliances, and are not joined in a series. All others are in the edition’s tables. The colour is the same for all and is no party’s.`,
    },
  ],
  ...share({ it: 'voti validi alle liste', en: 'valid votes for lists' }),
  ramp: 'plum',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['elections'],
  compute(edition, geography) {
    const { grid, hidden } = listVotes(edition, geography, ballot, period, name);
    return toCells(grid, [hidden], ([own, others]) => ratio(own!, own! + others!, SMALL_BASE.residents));
  },
}));
