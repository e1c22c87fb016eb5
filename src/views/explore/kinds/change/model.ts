import { binOf } from '../../../../domain/classify';
import {
  changeMode,
  changesAt,
  changeScale,
  changeSpan,
  formatChange,
  type ChangeDates,
  type ChangeMode,
  type ChangeScale,
} from '../../../../domain/change';
import { spanLabel } from '../../../../domain/change-sentence';
import { classColours } from '../../../../domain/colour';
import { formatCell, formatPeriod, missingLabel } from '../../../../domain/format';
import { cellsAt } from '../../../../domain/cells';
import { kindsWords } from '../../../../i18n/kinds';
import { isValue, type Cell } from '../../../../model/cell';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { Shown } from '../../../../state/shown';

export interface ChangeModel {
  dates: ChangeDates;
  mode: ChangeMode;
  scale: ChangeScale;
  colours: string[];
  changes: Map<string, Cell>;
  print: (value: number) => string;
}

/** All that a map of change shows, from the state on screen; null while there is no table. Read in a reactive context. */
export function changeModel(atlas: AtlasState): ChangeModel | null {
  const { summary, table, geography, levelTable, level, period } = atlas;
  const { from, lang } = atlas.view;
  if (!summary || !table || !geography || !levelTable) return null;
  const { unit } = summary;
  const mode = changeMode(summary.measure);
  const dates = changeSpan(levelTable.periods, table, from, period);
  const input = { table, geography, level, mode, unit };
  const scale = changeScale(input, dates);
  return {
    dates,
    mode,
    scale,
    colours: classColours('change', scale.breaks, atlas.dark ? 'dark' : 'light'),
    changes: changesAt({ ...input, span: dates }),
    print: (value) => formatChange(value, { mode, unit, decimals: scale.decimals }, lang),
  };
}

export function changeShown(atlas: AtlasState): Shown | null {
  const model = changeModel(atlas);
  const { summary, table, geography } = atlas;
  if (!model || !summary || !table || !geography) return null;
  const { dates, changes, scale, colours, print } = model;
  const { lang } = atlas.view;
  return {
    value: {
      head: kindsWords(lang).change.head(spanLabel(dates, lang)),
      cells: changes,
      print: (cell) => (isValue(cell) ? print(cell.value) : missingLabel(cell.missing, lang)),
    },
    beside: {
      head: formatPeriod(dates.to, lang),
      cells: cellsAt(table, geography, atlas.level, dates.to),
      print: (cell) => formatCell(cell, summary.unit, table.decimals, lang),
    },
    colours: new Map(
      [...changes].flatMap(([code, cell]) =>
        isValue(cell) ? [[code, colours[binOf(cell.value, scale.breaks)] ?? ''] as const] : [],
      ),
    ),
  };
}
