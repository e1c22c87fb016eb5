import type { Lang } from '../model/ids';

/** Words of the comparison of two maps. */
const it = {
  how: 'Come confrontare',
  modes: { none: 'Una mappa sola', swipe: 'Tendina', side: 'Affiancate' },
  what: 'Dall’altra parte',
  year: 'Anno',
  sameYear: 'Lo stesso anno',
  topic: 'Tema',
  sameTopic: 'Lo stesso tema',
  noLevel: 'Questo tema non è pubblicato al livello sullo schermo: cambia livello o scegli un altro tema.',
  hint: {
    none: '',
    swipe: 'Trascina la tendina sulla mappa, o spostala con le frecce.',
    side: 'Le due mappe si muovono insieme.',
  },
  divider: 'Tendina tra le due mappe',
  dividerText: (percent: number, left: string, right: string) => `${percent} % ${left}, il resto ${right}`,
  otherMap: (title: string) => `Seconda mappa: ${title}`,
  loading: 'La seconda mappa sta arrivando…',
  failed: 'La seconda mappa non è arrivata.',
  retry: 'Riprova',
};
const en: typeof it = {
  how: 'How to compare',
  modes: { none: 'One map only', swipe: 'Swipe', side: 'Side by side' },
  what: 'On the other side',
  year: 'Year',
  sameYear: 'The same year',
  topic: 'Topic',
  sameTopic: 'The same topic',
  noLevel: 'This topic is not published at the level on screen: change the level or choose another topic.',
  hint: {
    none: '',
    swipe: 'Drag the divider on the map, or move it with the arrow keys.',
    side: 'The two maps move together.',
  },
  divider: 'Divider between the two maps',
  dividerText: (percent: number, left: string, right: string) => `${percent}% ${left}, the rest ${right}`,
  otherMap: (title: string) => `Second map: ${title}`,
  loading: 'The second map is on its way…',
  failed: 'The second map did not arrive.',
  retry: 'Try again',
};
const WORDS: Record<Lang, typeof it> = { it, en };
export const compareWords = (lang: Lang): typeof it => WORDS[lang];
