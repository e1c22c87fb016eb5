import type { Lang } from '../model/ids';

/** Words of the map in relief. */
interface ReliefWords {
  /** Title of what is raised when it is a count: "Residenti per km²". */
  perKm2: (title: string) => string;
  height: string;
  volume: string;
  column: (value: string) => string;
  years: string;
  hint: string;
  /** Under a picture of it. */
  flat: string;
}

const it: ReliefWords = {
  perKm2: (title) => `${title} per km²`,
  height: 'L’altezza parte da zero: doppia altezza, doppio valore.',
  volume: 'L’altezza è il conteggio diviso per i km²: il conteggio stesso è il volume.',
  column: (value) => `La colonna grigia sulla mappa è alta ${value}.`,
  years: 'La scala è la stessa in tutti gli anni.',
  hint: 'Trascina con il tasto destro o con due dita per inclinare e ruotare; da tastiera V, < e >.',
  flat: 'Il rilievo è disegnato in piano: gli stessi valori, con i colori al posto dell’altezza.',
};

const en: ReliefWords = {
  perKm2: (title) => `${title} per km²`,
  height: 'Height starts at zero: twice the height is twice the value.',
  volume: 'Height is the count divided by km²: the count itself is the volume.',
  column: (value) => `The grey column on the map stands for ${value}.`,
  years: 'The scale is the same in every year.',
  hint: 'Drag with the right button or with two fingers to lean and turn; by keyboard V, < and >.',
  flat: 'The relief is drawn flat: the same figures, in colours in place of height.',
};

export const reliefWords = (lang: Lang): ReliefWords => (lang === 'it' ? it : en);
