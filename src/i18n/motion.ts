import type { Lang } from '../model/ids';

/** Words of the map of hours. Numbers and times come printed. */
interface MotionWords {
  time: string;
  play: string;
  pause: string;
  worth: (each: string) => string;
  now: (vehicles: string, loops: number) => string;
  move: string;
  how: string;
  still: string;
  /** Where points are drawn, and what of it is not measured. */
  where: (metres: string) => string;
  numbers: string;
  days: string;
  silent: (year: string, loops: string) => string;
  few: (loops: string) => string;
  title: (year: string) => string;
  finding: (of: {
    year: string;
    loops: number;
    total: string;
    most: string;
    mostAt: string;
    least: string;
    leastAt: string;
  }) => string;
  alt: (title: string, finding: string) => string;
  thing: (vehicles: string, span: string) => string;
  notCounted: (year: string) => string;
}

const it: MotionWords = {
  time: 'Ora del giorno',
  play: 'Fai scorrere la giornata',
  pause: 'Ferma la giornata',
  worth: (each) => `1 punto = ${each} veicoli della mezz’ora`,
  now: (vehicles, loops) => `${vehicles} veicoli su ${loops} ${loops === 1 ? 'spira' : 'spire'}`,
  move: 'Punti in movimento',
  how: 'Come leggere i punti',
  still: 'I punti stanno fermi: il tuo dispositivo chiede meno movimento.',
  where: (metres) =>
    `I punti corrono fino a ${metres} metri prima e dopo ogni spira: più in là nessuno ha contato. Il numero è misurato; posto e velocità di ogni punto no.`,
  numbers: 'Sulla mappa, i veicoli della mezz’ora a ogni spira.',
  days: 'Media dei martedì e mercoledì dell’anno.',
  silent: (year, loops) => `Senza giorni interi nel ${year}: ${loops}.`,
  few: (loops) => `Con pochi giorni contati: ${loops}.`,
  title: (year) => `Il giorno sui viali, mezz’ora per mezz’ora, ${year}`,
  finding: ({ year, loops, total, most, mostAt, least, leastAt }) =>
    `In un giorno feriale tipo del ${year}, su ${loops} ${loops === 1 ? 'spira' : 'spire'} dei viali si contano ${total} passaggi. La mezz’ora più piena comincia alle ${mostAt} (${most}), la più vuota alle ${leastAt} (${least}).`,
  alt: (title, finding) =>
    `Mappa di Bologna con punti che corrono sui viali attorno alle spire. ${title}. ${finding}`,
  thing: (vehicles, span) => `${vehicles} veicoli, ${span}`,
  notCounted: (year) => `Nessun giorno intero nel ${year}`,
};

const en: MotionWords = {
  time: 'Time of day',
  play: 'Play the day',
  pause: 'Stop the day',
  worth: (each) => `1 point = ${each} vehicles of the half hour`,
  now: (vehicles, loops) => `${vehicles} vehicles over ${loops} ${loops === 1 ? 'loop' : 'loops'}`,
  move: 'Moving points',
  how: 'How to read the points',
  still: 'The points stand still: your device asks for less motion.',
  where: (metres) =>
    `Points run up to ${metres} metres before and after each loop: beyond, nobody counted. Their number is measured; place and speed of each are not.`,
  numbers: 'On the map, the vehicles of the half hour at each loop.',
  days: 'Mean of the year’s Tuesdays and Wednesdays.',
  silent: (year, loops) => `Without a whole day in ${year}: ${loops}.`,
  few: (loops) => `With few days counted: ${loops}.`,
  title: (year) => `A day on the boulevards, half hour by half hour, ${year}`,
  finding: ({ year, loops, total, most, mostAt, least, leastAt }) =>
    `On a typical working day of ${year}, ${loops} ${loops === 1 ? 'loop of the boulevards counts' : 'loops of the boulevards count'} ${total} passages. The fullest half hour begins at ${mostAt} (${most}), the emptiest at ${leastAt} (${least}).`,
  alt: (title, finding) =>
    `Map of Bologna with points running along the boulevards around the loops. ${title}. ${finding}`,
  thing: (vehicles, span) => `${vehicles} vehicles, ${span}`,
  notCounted: (year) => `No whole day in ${year}`,
};

export const motionWords = (lang: Lang): MotionWords => (lang === 'it' ? it : en);
