import { missingLabel } from '../domain/format';
import type { Missing } from '../model/cell';
import type { Lang } from '../model/ids';
import type { ClassOf, Way } from '../model/trust';

const REASON: Record<string, Missing> = {
  s: 'suppressed',
  n: 'not-available',
  u: 'unreliable',
  x: 'not-applicable',
};
/** "classe 3", or the reason there is no class. Classes count from 0 in the data and from 1 in print. */
export const classWords = (of: ClassOf, lang: Lang): string =>
  typeof of === 'number'
    ? `${lang === 'it' ? 'classe' : 'class'}\u00a0${of + 1}`
    : missingLabel(REASON[of] ?? 'not-available', lang);

const it = {
  title: 'Che cosa è cambiato',
  leadFirst:
    'L’atlante esce per edizioni: fotografie datate di tutti i suoi dati, ciascuna con un indirizzo che resta. Questa è la prima. Dalla prossima, qui si leggerà che cosa è entrato, che cosa è stato corretto o tolto, quali definizioni sono cambiate e quali aree sono passate a un’altra classe.',
  leadMore: (n: number) =>
    `L’atlante esce per edizioni: fotografie datate di tutti i suoi dati, ciascuna con un indirizzo che resta. Finora sono ${n}; la più recente è in cima.`,
  nav: 'In questa pagina',
  filters: 'Mostra solo',
  dataset: 'Dataset',
  place: 'Luogo',
  allDatasets: 'Tutti i dataset',
  allPlaces: 'Tutta la città',
  clear: 'Togli i filtri',
  first: 'Prima edizione',
  after: (day: string) => `dopo quella del ${day}`,
  facts: {
    datasets: { added: 'dataset entrati', changed: 'dataset modificati', removed: 'dataset tolti' },
    rows: { added: 'righe aggiunte', changed: 'righe modificate', removed: 'righe tolte' },
    all: { datasets: 'dataset', rows: 'righe' },
    indicators: 'indicatori',
    methods: 'definizioni cambiate',
    areas: 'passaggi di classe',
  } satisfies { datasets: Record<Way, string>; rows: Record<Way, string>; [key: string]: unknown },
  datasets: 'I dati',
  came: 'Che cosa c’è dentro',
  noTheme: 'Grafici, storie e sfondo della mappa',
  ways: { added: 'entrato', changed: 'modificato', removed: 'tolto' } satisfies Record<Way, string>,
  rowsBy: { added: 'aggiunte', changed: 'modificate', removed: 'tolte' } satisfies Record<Way, string>,
  rows: (n: string) => (n === '1' ? '1 riga' : `${n} righe`),
  sameRows: 'stesse righe',
  notes: 'note sul metodo riviste',
  described: 'descrizione rivista',
  entry: 'Scheda del dataset',
  history: 'Tutta la sua storia (JSON)',
  files: 'File per file',
  columns: (added: string, removed: string) =>
    [added && `colonne nuove: ${added}`, removed && `colonne tolte: ${removed}`].filter(Boolean).join('; '),
  methods: 'Definizioni',
  methodWays: { added: 'nuova', changed: 'cambiata', removed: 'tolta' } satisfies Record<Way, string>,
  classes: 'Aree che cambiano classe',
  classesLead:
    'Aree che sulla mappa passano a un altro colore, all’ultimo periodo comune alle due edizioni, calcolate con lo stesso metodo.',
  classesOf: (n: string, level: string, period: string) => `${n} ${level}, ${period}`,
  breaks: 'anche i limiti delle classi si sono spostati',
  fromTo: (from: string, to: string) => `da ${from} a ${to}`,
  nothing: 'Nessuna modifica in questa edizione.',
  nothingOf: (name: string) => `${name}: nessuna modifica in questa edizione.`,
  noClass: (name: string) => `${name}: nessun passaggio di classe in questa edizione.`,
  firstPlace: (name: string) =>
    `${name}: con una sola edizione non c’è ancora nulla con cui confrontarla. Dalla prossima, qui compariranno gli indicatori per cui cambia classe.`,
  waiting: 'Che cosa aspettiamo',
  waitingLead: (day: string) =>
    `Dataset che, nel catalogo del ${day}, erano in ritardo sulla frequenza promessa da chi li pubblica: le prossime novità possono venire da qui.`,
  waitingNone: 'Nessun dataset era in ritardo sulla frequenza promessa da chi lo pubblica.',
  waitingLine: (frequency: string, day: string) => `promesso ${frequency}, fermo al ${day}`,
  editions: 'Edizioni e indirizzi',
  editionsLead:
    'Le cifre di un’edizione restano al loro indirizzo anche quando ne esce un’altra: si possono citare e ritrovare.',
  current: 'in corso',
  filesCount: (n: string) => `${n} file`,
  index: 'Indice dei file (JSON)',
  follow: 'Segui le novità',
  followLead:
    'Il feed Atom ha una voce per ogni edizione e per ogni dataset che cambia: si aggiunge a un lettore di feed e avvisa da solo, senza iscrizioni e senza tracciare nessuno.',
  feed: 'Feed Atom',
  json: 'Le stesse novità per le macchine (JSON)',
  showAll: (n: number) => `Mostra tutte e ${n}`,
};

const en: typeof it = {
  title: 'What has changed',
  leadFirst:
    'The atlas comes out in editions: dated pictures of all its data, each with an address that stays. This is the first. From the next one on, this page will tell what came in, what was put right or taken out, which definitions changed and which areas moved to another class.',
  leadMore: (n) =>
    `The atlas comes out in editions: dated pictures of all its data, each with an address that stays. There are ${n} so far, the newest first.`,
  nav: 'On this page',
  filters: 'Show only',
  dataset: 'Dataset',
  place: 'Place',
  allDatasets: 'All datasets',
  allPlaces: 'The whole city',
  clear: 'Clear the filters',
  first: 'First edition',
  after: (day) => `after that of ${day}`,
  facts: {
    datasets: { added: 'datasets came in', changed: 'datasets changed', removed: 'datasets taken out' },
    rows: { added: 'rows added', changed: 'rows changed', removed: 'rows taken out' },
    all: { datasets: 'datasets', rows: 'rows' },
    indicators: 'indicators',
    methods: 'definitions changed',
    areas: 'moves to another class',
  },
  datasets: 'The data',
  came: 'What it holds',
  noTheme: 'Charts, stories and the background of the map',
  ways: { added: 'came in', changed: 'changed', removed: 'taken out' },
  rowsBy: { added: 'added', changed: 'changed', removed: 'taken out' },
  rows: (n) => (n === '1' ? '1 row' : `${n} rows`),
  sameRows: 'same rows',
  notes: 'notes on method revised',
  described: 'description revised',
  entry: 'Entry of the dataset',
  history: 'Its whole history (JSON)',
  files: 'File by file',
  columns: (added, removed) =>
    [added && `new columns: ${added}`, removed && `columns gone: ${removed}`].filter(Boolean).join('; '),
  methods: 'Definitions',
  methodWays: { added: 'new', changed: 'changed', removed: 'taken out' },
  classes: 'Areas that change class',
  classesLead:
    'Areas that take another colour on the map, at the last period both editions have, computed with the same method.',
  classesOf: (n, level, period) => `${n} ${level}, ${period}`,
  breaks: 'the limits of the classes moved too',
  fromTo: (from, to) => `from ${from} to ${to}`,
  nothing: 'No changes in this edition.',
  nothingOf: (name) => `${name}: no changes in this edition.`,
  noClass: (name) => `${name}: no move to another class in this edition.`,
  firstPlace: (name) =>
    `${name}: with a single edition there is nothing to compare it with yet. From the next one on, the indicators at which it changes class will appear here.`,
  waiting: 'What we are waiting for',
  waitingLead: (day) =>
    `Datasets that, in the catalogue of ${day}, were late on the frequency their publisher promises: the next news may come from here.`,
  waitingNone: 'No dataset was late on the frequency its publisher promises.',
  waitingLine: (frequency, day) => `promised ${frequency}, unchanged since ${day}`,
  editions: 'Editions and addresses',
  editionsLead:
    'The figures of an edition stay at their address when the next comes out: they can be cited and found again.',
  current: 'current',
  filesCount: (n) => `${n} files`,
  index: 'Index of files (JSON)',
  follow: 'Follow the news',
  followLead:
    'The Atom feed has an entry for every edition and for every dataset that changes: add it to a feed reader and it tells you by itself, with no sign-up and without tracking anyone.',
  feed: 'Atom feed',
  json: 'The same news for machines (JSON)',
  showAll: (n) => `Show all ${n}`,
};

const WORDS = { it, en };
export type NewsWords = typeof it;
export const newsWords = (lang: Lang): NewsWords => WORDS[lang];
