import type { Theme } from '../src/model/manifest';

/** In the order of the menu. An indicator naming another theme stops the build; a theme without indicators is not shown. */
export const THEMES: readonly Theme[] = [
  { id: 'population', title: { it: 'Popolazione', en: 'People' } },
  { id: 'origins', title: { it: 'Origini e cittadinanza', en: 'Origins and citizenship' } },
  { id: 'households', title: { it: 'Famiglie', en: 'Households' } },
  { id: 'income', title: { it: 'Redditi', en: 'Incomes' } },
  { id: 'work', title: { it: 'Lavoro e imprese', en: 'Work and business' } },
  { id: 'fragility', title: { it: 'Fragilità', en: 'Fragility' } },
  { id: 'education', title: { it: 'Scuola e studio', en: 'School and study' } },
  { id: 'services', title: { it: 'Servizi di prossimità', en: 'Services nearby' } },
  { id: 'housing', title: { it: 'Case e ospitalità', en: 'Homes and hospitality' } },
  { id: 'tourism', title: { it: 'Turismo', en: 'Tourism' } },
  { id: 'mobility', title: { it: 'Strade e mobilità', en: 'Streets and mobility' } },
  { id: 'environment', title: { it: 'Aria, clima e verde', en: 'Air, climate and green' } },
  { id: 'participation', title: { it: 'Partecipazione', en: 'Participation' } },
  { id: 'elections', title: { it: 'Elezioni', en: 'Elections' } },
];
