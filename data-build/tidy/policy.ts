import type { Text } from '../../src/model/ids';

/** Why a tidy table stays in the repository and is not among the published files. */
export const WITHHELD = {
  persons: {
    it: 'La tabella completa ha celle con meno di tre persone, o permette di ricavarle per differenza: restano gli indicatori, già protetti, e l’originale presso chi lo pubblica.',
    en: 'The full table has cells with fewer than three people, or lets them be worked out by subtraction: the indicators, already protected, remain, and the original with its publisher.',
  },
  votes: {
    it: 'I voti sono stimati per area e in molte celle sono uno o due: restano gli indicatori e, presso chi pubblica, i risultati per sezione.',
    en: 'Votes are estimated by area and many cells hold one or two: the indicators remain and, with the publisher, the results by section.',
  },
  excluded: {
    it: 'Le componenti ci sono anche per le aree che la fonte esclude perché troppo piccole: si pubblicano gli indici.',
    en: 'The components are there also for areas the source leaves out as too small: the indices are published.',
  },
  listings: {
    it: 'I prezzi sono quelli di singoli annunci: si pubblicano i conteggi per area e la griglia, che ha almeno tre annunci per cella.',
    en: 'Prices are those of single listings: counts by area are published, and the grid, which has at least three listings a cell.',
  },
  unweighed: {
    it: 'Non ancora valutata: finché non si è certi che nessuna riga riguardi poche persone, non si pubblica.',
    en: 'Not yet weighed: it is not published until it is certain that no row concerns a few people.',
  },
} as const satisfies Record<string, Text>;
export type Withheld = keyof typeof WITHHELD;

export interface Policy {
  /** Tables given away, without `.csv`. */
  give: readonly string[];
  /** Columns of them that count people: the build refuses a 1 or a 2 in them. `*` at the end stands for anything. */
  people?: readonly string[];
  /** Why the others are not. */
  why?: Withheld;
}

const all = (...give: string[]): Policy => ({ give });
const none = (why: Withheld): Policy => ({ give: [], why });

/**
 * What of each dataset may be taken away as a tidy table. Things and places go as they are, as at their publishers'; tables of
 * people only where no cell is under three and none can be worked out from another. A dataset that is not here waits: nobody
 * has weighed it yet.
 */
export const POLICIES: Readonly<Record<string, Policy>> = {
  accidents: none('persons'),
  'accommodation-licences': all('data'),
  addresses: all('data', 'streets'),
  'air-quality': all('data', 'years', 'profiles'),
  'air-stations': all('data'),
  airbnb: { give: ['data', 'hexes'], why: 'listings' },
  'bike-racks': all('data'),
  'boulevard-counts': all('data', 'profiles', 'sensors'),
  'bus-stops': all('data'),
  catalogue: all('data'),
  elections: { give: ['lists'], why: 'votes' },
  fragility: { give: ['data'], why: 'excluded' },
  geography: all('hierarchy'),
  'green-entrances': all('data'),
  households: none('persons'),
  'income-cap': { give: ['data'], people: ['*_n'] },
  'income-comune': { give: ['data'], people: ['*_n'] },
  'income-mean': none('persons'),
  'income-median': none('persons'),
  jobs: none('persons'),
  libraries: all('data'),
  'participatory-budget': all('data', 'places'),
  'population-area': none('persons'),
  'population-civil': none('persons'),
  'population-comuni': { give: ['data'], people: ['residents'] },
  'population-metro-age': { give: ['data'], people: ['residents'] },
  'population-zona': none('persons'),
  'public-toilets': all('data'),
  'red-light-cameras': all('data'),
  schools: all('data'),
  'social-resources': all('data'),
  'student-halls': all('data'),
  'students-unibo': { give: ['data', 'regions'], people: ['students'] },
  temperature: all('data', 'years'),
  'tourism-capacity': all('data'),
  'tourism-flows': { give: ['data'], people: ['arrivals*', 'nights*'] },
  'traffic-loops': all('data'),
  vehicles: all('data'),
};

const UNWEIGHED: Policy = none('unweighed');
export const policyOf = (dataset: string): Policy => POLICIES[dataset] ?? UNWEIGHED;
