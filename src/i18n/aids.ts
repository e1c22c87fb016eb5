import type { Lang } from '../model/ids';

/** Words of what stands beside the choices: the lock of the level, reading aloud. `level` comes in the plural. */
interface AidWords {
  follow: string;
  /** What holding means, for whom the switch is off. */
  hint: string;
  /** Held for as long as places are chosen. */
  held: string;
  now: (level: string) => string;
  /** Another indicator, of the 55 comuni or of the city, has stepped in. */
  twin: (title: string, level: string) => string;
  listen: string;
  silence: string;
}

const it: AidWords = {
  follow: 'Il livello segue lo zoom',
  hint: 'Da lontano quartieri, da vicino aree statistiche. Spento, il livello resta quello scelto.',
  held: 'Finché un luogo è scelto il livello non cambia.',
  now: (level) => `Ora per ${level}.`,
  twin: (title, level) => `Ora per ${level}: ${title}.`,
  listen: 'Ascolta',
  silence: 'Ferma la lettura',
};
const en: AidWords = {
  follow: 'The level follows the zoom',
  hint: 'Districts from afar, statistical areas close up. Off, the level stays as chosen.',
  held: 'While a place is chosen the level does not change.',
  now: (level) => `Now by ${level}.`,
  twin: (title, level) => `Now by ${level}: ${title}.`,
  listen: 'Listen',
  silence: 'Stop reading',
};
export const aidWords = (lang: Lang): AidWords => (lang === 'it' ? it : en);
