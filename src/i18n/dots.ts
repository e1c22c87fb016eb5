import type { Lang } from '../model/ids';

/** Words of the dot map. `each` is how many people or households a dot stands for, printed. */
interface DotWords {
  unit: Record<'people' | 'households', string>;
  oneDot: (each: string, unit: string) => string;
  /** The same in a title. */
  worth: (each: string) => string;
  where: string;
  rest: (each: string, unit: string) => string;
  classRow: (title: string, dots: string, share: string) => string;
  classes: string;
  /** In a picture with fewer dots than the map: how many, one in how many, what each is worth there. */
  thinned: (drawn: string, of: string, worth: string) => string;
  withheld: { suppressed: string; unreliable: string };
  otherYear: (year: string) => string;
  onlyYears: (from: string, to: string) => string;
  /** `where` is empty for the city, else “In …” and a space. */
  finding: (where: string, total: string, each: string, unit: string, parts: string) => string;
  part: (title: string, share: string) => string;
  none: string;
  alt: (title: string, finding: string) => string;
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const it: DotWords = {
  unit: { people: 'residenti', households: 'famiglie' },
  oneDot: (each, unit) => `1 punto = ${each} ${unit}`,
  worth: (each) => `1 punto = ${each}`,
  where:
    'Il punto è messo a caso vicino a un numero civico dell’area: dice in quale area si abita, non in quale casa.',
  rest: (each, unit) =>
    `Solo punti interi: i resti, meno di ${each} ${unit} per classe e area, non sono disegnati.`,
  classRow: (title, dots, share) => `${title}: ${dots} punti, ${share}`,
  classes: 'Classi: una alla volta si accende',
  thinned: (drawn, of, worth) => `L’immagine ha ${drawn} punti, uno ogni ${of} della mappa: ${worth}.`,
  withheld: { suppressed: 'Dato riservato', unreliable: 'Troppo pochi per un dato affidabile' },
  otherYear: (year) => `I punti sono del ${year}, l’anno più vicino che c’è.`,
  onlyYears: (from, to) => `I punti ci sono dal ${from} al ${to}.`,
  finding: (where, total, each, unit, parts) => `${where}${total} punti, uno ogni ${each} ${unit}: ${parts}.`,
  part: (title, share) => `${lower(title)} ${share}`,
  none: 'Qui nessun punto: le persone sono troppo poche per essere mostrate.',
  alt: (title, finding) => `Mappa a punti di Bologna. ${title}. ${finding}`,
};

const en: DotWords = {
  unit: { people: 'residents', households: 'households' },
  oneDot: (each, unit) => `1 dot = ${each} ${unit}`,
  worth: (each) => `1 dot = ${each}`,
  where:
    'Each dot is put at random near a house number of its area: it says in which area people live, not in which house.',
  rest: (each, unit) =>
    `Whole dots only: remainders, fewer than ${each} ${unit} per class and area, are not drawn.`,
  classRow: (title, dots, share) => `${title}: ${dots} dots, ${share}`,
  classes: 'Classes: one at a time lights up',
  thinned: (drawn, of, worth) => `The picture has ${drawn} dots, one in ${of} of the map: ${worth}.`,
  withheld: { suppressed: 'Withheld for privacy', unreliable: 'Too few for a reliable figure' },
  otherYear: (year) => `The dots are those of ${year}, the nearest year there is.`,
  onlyYears: (from, to) => `There are dots from ${from} to ${to}.`,
  finding: (where, total, each, unit, parts) => `${where}${total} dots, one per ${each} ${unit}: ${parts}.`,
  part: (title, share) => `${lower(title)} ${share}`,
  none: 'No dots here: too few people to be shown.',
  alt: (title, finding) => `Dot map of Bologna. ${title}. ${finding}`,
};

export const dotWords = (lang: Lang): DotWords => (lang === 'it' ? it : en);
