import type { Text } from '../../src/model/ids';
import { SMALL_BASE } from './grid';

/** How figures by polling section become figures by area: said under every indicator of the elections. */
export const METHOD: Text = {
  it: 'I voti di ogni sezione sono divisi tra le aree in proporzione ai suoi numeri civici (sezioni del 2021), poi si sommano e si divide una sola volta. Il totale della città comprende le sezioni speciali (ospedali, case di cura, caserme, carcere), che non stanno in nessuna area.',
  en: 'The votes of each polling section are divided among areas in proportion to its house numbers (sections of 2021), then summed and divided once. The city total includes special sections (hospitals, care homes, barracks, prison), which are in no area.',
};

export const NOTES: readonly Text[] = [
  {
    it: 'Per le aree è una stima: circa una sezione su tre attraversa il confine tra due o più aree. Per zone e quartieri l’errore è minimo, perché le sezioni quasi non ne attraversano i confini.',
    en: 'For areas it is an estimate: about one section in three crosses the border between two or more areas. For zones and districts the error is minimal, since sections hardly cross their borders.',
  },
  {
    it: 'Le sezioni sono disegnate come nel 2021; negli anni più lontani alcune avevano confini diversi.',
    en: 'Sections are drawn as in 2021; in earlier years some had other borders.',
  },
  {
    it: `Dove gli elettori sono meno di ${SMALL_BASE.residents} il dato è poco affidabile e non è mostrato.`,
    en: `Where there are fewer than ${SMALL_BASE.residents} voters the figure is unreliable and not shown.`,
  },
];

/** Series that begin before the redrawing of sections settled; see docs/decisions on elections. */
export const OLD_SECTIONS = (period: string): { period: string; note: Text } => ({
  period,
  note: {
    it: 'Prima di quest’anno alcune sezioni avevano confini diversi da quelli del 2021: i confronti tra aree con gli anni precedenti sono approssimati.',
    en: 'Before this year some sections had borders other than those of 2021: comparisons of areas with earlier years are approximate.',
  },
});
