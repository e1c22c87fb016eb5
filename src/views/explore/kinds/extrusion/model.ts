import { binOf } from '../../../../domain/classify';
import { classColours } from '../../../../domain/colour';
import { formatCell, missingLabel } from '../../../../domain/format';
import { formatPerKm2, reliefOf, type Relief } from '../../../../domain/relief';
import { reliefWords } from '../../../../i18n/relief';
import { isValue, type Cell } from '../../../../model/cell';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { Shown } from '../../../../state/shown';

export interface ReliefModel {
  relief: Relief;
  cells: Map<string, Cell>;
  colours: string[];
  /** Name of what is raised. */
  head: string;
  print: (value: number) => string;
}

/** Values and classes over all periods are worked out once for what they depend on, not at every step of a time-lapse. */
let kept: { key: readonly unknown[]; relief: Relief | null } | null = null;

function reliefFor(atlas: AtlasState): Relief | null {
  const { summary, table, geography, level, breaks } = atlas;
  if (!summary || !table || !geography) return null;
  const { classing } = atlas.view;
  const key = [summary, table, geography, level, breaks, classing];
  if (!kept || key.some((part, i) => part !== kept?.key[i]))
    kept = { key, relief: reliefOf({ summary, table, geography, level, breaks, classing }) };
  return kept.relief;
}

/** All that the map in relief shows, from the state on screen; null while there is nothing to raise. Read in a reactive context. */
export function reliefModel(atlas: AtlasState): ReliefModel | null {
  const relief = reliefFor(atlas);
  const { summary, period } = atlas;
  if (!relief || !summary) return null;
  const { lang, ramp } = atlas.view;
  const title = summary.title[lang];
  return {
    relief,
    cells: relief.cellsAt(period),
    colours: classColours(ramp ?? summary.ramp, relief.breaks, atlas.dark ? 'dark' : 'light'),
    head: relief.shared ? reliefWords(lang).perKm2(title) : title,
    print: (value) => formatPerKm2(relief, value, lang),
  };
}

/** A count is shown per km², with the count beside it; a density is the indicator's own cell already. */
export function reliefShown(atlas: AtlasState): Shown | null {
  const model = reliefModel(atlas);
  const { summary, table } = atlas;
  if (!model?.relief.shared || !summary || !table) return null;
  const { lang } = atlas.view;
  const { cells, colours, relief, head, print } = model;
  return {
    value: {
      head,
      cells,
      print: (cell) => (isValue(cell) ? print(cell.value) : missingLabel(cell.missing, lang)),
    },
    beside: {
      head: summary.title[lang],
      cells: atlas.cells,
      print: (cell) => formatCell(cell, summary.unit, table.decimals, lang),
    },
    colours: new Map(
      [...cells].flatMap(([code, cell]) =>
        isValue(cell) ? [[code, colours[binOf(cell.value, relief.breaks)] ?? ''] as const] : [],
      ),
    ),
  };
}
