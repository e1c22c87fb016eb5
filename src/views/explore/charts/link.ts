import { binOf } from '../../../domain/classify';
import type { ColourTheme } from '../../../domain/colour';
import type { ChartView } from '../../../charts/specs/drawing';
import { isValue } from '../../../model/cell';
import type { AtlasState } from '../../../state/atlas.svelte';

/** Areas that stay bright: those of the class lit up in the legend, else those taken together; null when all do. */
export function litAreas(atlas: AtlasState): ReadonlySet<string> | null {
  const { highlightedBin: bin, breaks, cells } = atlas;
  if (bin !== null && atlas.ownKind === 'choropleth')
    return new Set(
      [...cells].flatMap(([code, cell]) =>
        isValue(cell) && binOf(cell.value, breaks) === bin ? [code] : [],
      ),
    );
  return atlas.view.picked.length ? new Set(atlas.view.picked) : null;
}

/** Chooses an area, or lets it go when it is chosen already. */
export const chooseArea = (atlas: AtlasState, code: string): void =>
  void atlas.decide({ area: atlas.selected?.code === code ? null : code });

/** Moves the time bar to a year of the indicator; false, and nothing done, where it has none of it (a partial one). */
export function decideYear(atlas: AtlasState, year: string): boolean {
  if (!atlas.levelTable?.periods.includes(year)) return false;
  void atlas.decide({ period: year });
  return true;
}

/** As many as a link holds: see domain/link. */
export const MOST_GATHERED = 30;

/** Takes areas together; false, and nothing done, when a link could not hold them. */
export function gather(atlas: AtlasState, codes: readonly string[]): boolean {
  if (codes.length > MOST_GATHERED) return false;
  void atlas.decide({ picked: [...codes].sort() });
  return true;
}

/** Takes an area among several, or leaves it out. */
export const togglePicked = (atlas: AtlasState, code: string): void => {
  const { picked } = atlas.view;
  const next = picked.includes(code) ? picked.filter((c) => c !== code) : [...picked, code];
  gather(atlas, next);
};

/** Rem by which a row of controls is taller on a totem than on a desk. */
const tallerRows = (): number =>
  Math.max(0, parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--target')) - 2.75) ||
  0;

/** Height of a chart in CSS px: most of the room on a desktop; on a phone, axes and all above the lowered sheet. */
export const chartHeight = (width: number, rem: number): number =>
  width < 34 * rem
    ? Math.max(17 * rem, Math.min(24 * rem, width * 0.95, window.innerHeight - 33 * rem))
    : Math.max(
        19 * rem,
        Math.min(44 * rem, width * 0.62, window.innerHeight - (22.5 + 3 * tallerRows()) * rem),
      );

export const themeOf = (atlas: AtlasState): ColourTheme => (atlas.dark ? 'dark' : 'light');

/** The view on screen as a chart's specification takes it; null while its data are on their way. */
export function chartView(atlas: AtlasState, theme: ColourTheme = themeOf(atlas)): ChartView | null {
  const { summary, table, geography, level, period, selected } = atlas;
  if (!summary || !table || !geography) return null;
  return {
    lang: atlas.view.lang,
    summary,
    table,
    geography,
    level,
    period,
    area: selected?.code ?? null,
    picked: atlas.view.picked,
    theme,
  };
}
