import { BIVARIATE_BREAKS, bivariateOf, type Bivariate } from '../../../../domain/bivariate';
import { axisName, type Axis } from '../../../../domain/bivariate-sentence';
import { cellsAt } from '../../../../domain/cells';
import { bivariateColours } from '../../../../domain/colour-bivariate';
import { formatCell } from '../../../../domain/format';
import { firstPartner, partnersOf } from '../../../../domain/kinds';
import { isValue } from '../../../../model/cell';
import type { IndicatorSummary, Table } from '../../../../model/manifest';
import type { AtlasState } from '../../../../state/atlas.svelte';
import { nearestPeriod } from '../../../../domain/period';
import type { Shown } from '../../../../state/shown';

export interface Second {
  summary: IndicatorSummary;
  table: Table;
}

/** The other axis: the reader's where it can be one, else the first that fits. */
export function secondOf(atlas: AtlasState): IndicatorSummary | null {
  const { manifest, summary } = atlas;
  if (!manifest || !summary) return null;
  const asked = partnersOf(summary, manifest).find((s) => s.id === atlas.view.second);
  return asked ?? firstPartner(summary, manifest);
}

export interface BivariateModel extends Bivariate {
  first: Axis & { table: Table };
  second: Axis & { table: Table };
  names: { first: string; second: string };
  breaks: readonly number[];
  colours: string[];
}

/** Both numbers at the period on screen, the other one at the nearest it has; null while there is no table. */
export function bivariateModel(atlas: AtlasState, loaded: Second | null): BivariateModel | null {
  const { summary, table, geography, level, period } = atlas;
  if (!loaded || !summary || !table || !geography) return null;
  const periods = loaded.table.levels[level]?.periods ?? [];
  const at = nearestPeriod(periods, period);
  const first = { summary, table, period, cells: cellsAt(table, geography, level, period) };
  const second = { ...loaded, period: at, cells: cellsAt(loaded.table, geography, level, at) };
  const { lang } = atlas.view;
  return {
    ...bivariateOf(first.cells, second.cells, {
      first: table.decimals,
      second: loaded.table.decimals,
    }),
    first,
    second,
    names: { first: axisName(first, second, lang), second: axisName(second, first, lang) },
    breaks: BIVARIATE_BREAKS,
    colours: bivariateColours(atlas.dark ? 'dark' : 'light'),
  };
}

export function bivariateShown(atlas: AtlasState, loaded: Second | null): Shown | null {
  const model = bivariateModel(atlas, loaded);
  if (!model) return null;
  const column = (axis: Axis, head: string) => ({
    head,
    cells: axis.cells,
    print: (cell: Parameters<typeof formatCell>[0]) =>
      formatCell(cell, axis.summary.unit, axis.table.decimals, atlas.view.lang),
  });
  return {
    value: column(model.first, model.names.first),
    beside: column(model.second, model.names.second),
    colours: new Map(
      [...model.cells].flatMap(([code, cell]) =>
        isValue(cell) ? [[code, model.colours[cell.value] ?? ''] as const] : [],
      ),
    ),
  };
}
