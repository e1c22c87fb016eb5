import type { Theme } from '../src/model/manifest';

/** In the order of the menu. An indicator naming another theme stops the build. */
export const THEMES: readonly Theme[] = [
  { id: 'population', title: { it: 'Popolazione', en: 'People' } },
  { id: 'households', title: { it: 'Famiglie', en: 'Households' } },
  { id: 'income', title: { it: 'Redditi', en: 'Incomes' } },
  { id: 'fragility', title: { it: 'Fragilità', en: 'Fragility' } },
];
