import type { Lang } from '../model/ids';
import type { MapKind } from '../model/unit';

/** What each kind of map is called, and the question it answers. */
interface KindWords {
  name: string;
  answers: string;
}

const it = {
  kindLegend: 'Come disegnare il dato',
  unfit: (asked: string, shown: string) =>
    `Il tipo di mappa «${asked}» non si adatta a questo tema: mostro «${shown}».`,
  kinds: {
    choropleth: { name: 'Aree colorate', answers: 'Quanto vale, in ogni luogo?' },
    symbols: { name: 'Cerchi', answers: 'Quanti sono, in ogni luogo?' },
    change: { name: 'Variazione', answers: 'Dove è cresciuto e dove è calato, tra due date?' },
    bivariate: { name: 'Due temi insieme', answers: 'Dove vanno insieme, e dove no?' },
    dots: { name: 'Punti sparsi', answers: 'Come si distribuiscono le persone o le cose?' },
    points: { name: 'Luoghi', answers: 'Dove sono, uno per uno?' },
    hexes: { name: 'Esagoni', answers: 'Dove si addensano, senza i confini delle aree?' },
    extrusion: { name: 'Rilievo', answers: 'Dove si concentra? In tre dimensioni' },
    motion: { name: 'In movimento', answers: 'Come cambia nelle ore del giorno?' },
    multiples: {
      name: 'Piccole mappe',
      answers: 'Come si confrontano più anni o più temi, fianco a fianco?',
    },
  } satisfies Record<MapKind, KindWords>,
  change: {
    dates: 'Le due date',
    from: 'Dal',
    to: 'al',
    head: (span: string) => `Variazione ${span}`,
    relative: 'In percentuale del valore di partenza.',
    points: 'In punti percentuali.',
    smallStart: (n: number) =>
      `Dove si partiva da meno di ${n} la percentuale non è affidabile: una sola unità in più la sposterebbe troppo.`,
    ownClasses: 'Le classi scelte a mano valgono per i valori: qui sono pari attorno allo zero.',
    breakBetween: (years: string) =>
      `Tra le due date la serie cambia (${years}): le differenze possono venire da lì.`,
  },
  bivariate: {
    key: 'Chiave dei due temi: tre classi per ciascuno',
    hint: 'Ogni colore unisce un terzo dell’uno e un terzo dell’altro. Tocca una casella per vederne le aree.',
    second: 'Secondo tema',
    swap: 'Scambia i due temi',
    otherLevel: (level: string) =>
      `Il secondo tema non è calcolato per ${level}: scegline un altro o cambia livello.`,
    under: (to: string) => `meno di ${to}`,
    between: (from: string, to: string) => `da ${from} a ${to}`,
    over: (from: string) => `${from} e oltre`,
    all: 'tutti i valori',
    none: 'nessun valore',
  },
  points: {
    map: 'Mappa dei luoghi',
    atlas: 'Atlante urbano di Bologna',
    onMap: (n: string) => `Sulla mappa ce ne sono ${n}`,
    categories: 'Che cosa mostrare',
    hereOf: (here: number, all: number) => `${here} di ${all}`,
    listHere: (name: string) => `Qui, in ${name}`,
    noneHere: (name: string) => `In ${name} non ce n’è nessuno.`,
    chooseArea: 'Scegli un’area sulla mappa: qui compare l’elenco di quel che c’è.',
    together: (n: number) => `${n} luoghi vicini`,
    pressToOpen: 'tocca per avvicinarti',
    onlyOn: 'Nell’immagine ci sono solo le categorie accese nella legenda.',
  },
  hexes: {
    map: 'Mappa a esagoni',
    atlas: 'Atlante urbano di Bologna',
    title: (what: string, when: string) => `${what} per esagono, ${when}`,
    half: (total: string, few: string, all: string) =>
      `Metà del totale sulla mappa (${total}) sta in ${few} esagoni su ${all}.`,
    metres: (m: number) => `esagono di ${m} metri`,
    hexagons: (n: number) => (n === 1 ? '1 esagono' : `${n} esagoni`),
    per: (what: string, m: number) => `${what} in ogni esagono di ${m} metri`,
  },
  multiples: {
    by: 'Che cosa affiancare',
    byYears: 'Gli anni',
    bySisters: 'Temi simili',
    years: (what: string, n: number, from: string, to: string, level: string) =>
      `${what}: ${n} date dal ${from} al ${to}, per ${level}`,
    sisters: (n: number, when: string, level: string) =>
      `${n} temi misurati allo stesso modo, ${when} o l’anno più vicino, per ${level}`,
    open: 'Scegli una mappa per aprirla in grande.',
    openThis: 'apri in grande',
    valuesOf: (name: string) => `I numeri sono quelli di ${name}.`,
    newSeries: (year: string) => `Dal ${year} la serie cambia.`,
    oneKey: 'Un’unica scala per tutte le mappe',
    somewhere: 'in almeno una mappa',
  },
};
export type KindsWords = typeof it;

const en: KindsWords = {
  kindLegend: 'How to draw the figure',
  unfit: (asked, shown) => `The kind of map “${asked}” does not suit this topic: showing “${shown}”.`,
  kinds: {
    choropleth: { name: 'Shaded areas', answers: 'How much is it, in each place?' },
    symbols: { name: 'Circles', answers: 'How many are there, in each place?' },
    change: { name: 'Change', answers: 'Where did it rise and where fall, between two dates?' },
    bivariate: { name: 'Two topics at once', answers: 'Where do they go together, and where not?' },
    dots: { name: 'Scattered dots', answers: 'How are people or things spread?' },
    points: { name: 'Places', answers: 'Where are they, one by one?' },
    hexes: { name: 'Hexagons', answers: 'Where do they crowd, whatever the boundaries?' },
    extrusion: { name: 'Relief', answers: 'Where does it concentrate? In three dimensions' },
    motion: { name: 'In motion', answers: 'How does it change over the hours of a day?' },
    multiples: { name: 'Small maps', answers: 'How do years or topics compare, side by side?' },
  },
  change: {
    dates: 'The two dates',
    from: 'From',
    to: 'to',
    head: (span: string) => `Change ${span}`,
    relative: 'In per cent of the starting value.',
    points: 'In percentage points.',
    smallStart: (n: number) =>
      `Where it started from fewer than ${n} the percentage is not reliable: a single one more would move it too far.`,
    ownClasses: 'Classes set by hand hold for the values: here they are even about zero.',
    breakBetween: (years: string) =>
      `Between the two dates the series changes (${years}): differences may come from that.`,
  },
  bivariate: {
    key: 'Key to the two topics: three classes of each',
    hint: 'Each colour joins a third of one and a third of the other. Touch a square to see its areas.',
    second: 'Second topic',
    swap: 'Swap the two topics',
    otherLevel: (level: string) =>
      `The second topic is not computed for ${level}: choose another one or change level.`,
    under: (to: string) => `under ${to}`,
    between: (from: string, to: string) => `${from} to ${to}`,
    over: (from: string) => `${from} and over`,
    all: 'all values',
    none: 'no value',
  },
  points: {
    map: 'Map of places',
    atlas: 'Urban atlas of Bologna',
    onMap: (n: string) => `There are ${n} on the map`,
    categories: 'What to show',
    hereOf: (here: number, all: number) => `${here} of ${all}`,
    listHere: (name: string) => `Here, in ${name}`,
    noneHere: (name: string) => `There is none in ${name}.`,
    chooseArea: 'Choose an area on the map: what it holds is listed here.',
    together: (n: number) => `${n} places close together`,
    pressToOpen: 'press to come closer',
    onlyOn: 'The picture has only the categories switched on in the legend.',
  },
  hexes: {
    map: 'Map of hexagons',
    atlas: 'Urban atlas of Bologna',
    title: (what: string, when: string) => `${what} by hexagon, ${when}`,
    half: (total: string, few: string, all: string) =>
      `Half of the total on the map (${total}) lies in ${few} of ${all} hexagons.`,
    metres: (m: number) => `hexagon of ${m} metres`,
    hexagons: (n: number) => (n === 1 ? '1 hexagon' : `${n} hexagons`),
    per: (what: string, m: number) => `${what} in each hexagon of ${m} metres`,
  },
  multiples: {
    by: 'What to set side by side',
    byYears: 'Years',
    bySisters: 'Similar topics',
    years: (what: string, n: number, from: string, to: string, level: string) =>
      `${what}: ${n} dates from ${from} to ${to}, by ${level}`,
    sisters: (n: number, when: string, level: string) =>
      `${n} topics measured alike, ${when} or the nearest year, by ${level}`,
    open: 'Choose a map to open it large.',
    openThis: 'open large',
    valuesOf: (name: string) => `The numbers are those of ${name}.`,
    newSeries: (year: string) => `From ${year} the series changes.`,
    oneKey: 'One scale for all maps',
    somewhere: 'on at least one map',
  },
};

const WORDS: Record<Lang, KindsWords> = { it, en };
export const kindsWords = (lang: Lang): KindsWords => WORDS[lang];
