import { binOf } from '../../domain/classify';
import { differenceInPrint, formatCell, formatDifference } from '../../domain/format';
import { normalise } from '../../domain/search';
import { isValue, type Cell } from '../../model/cell';
import type { Lang } from '../../model/ids';
import type { Area, Geography } from '../../model/manifest';
import type { Unit } from '../../model/unit';
import type { Row, SortKey } from '../../ui/table';

export interface RowsInput {
  areas: readonly Area[];
  cells: ReadonlyMap<string, Cell>;
  cityCell: Cell | null;
  geography: Geography;
  breaks: readonly number[];
  /** Class colours, or [] when the map draws circles. */
  colours: readonly string[];
  unit: Unit;
  decimals: number;
  lang: Lang;
  /** Counts are not compared with the city: every part is smaller than the whole. */
  compare: boolean;
}

/** Name of the zona or quartiere an area lies in, or ''. */
export function withinOf({ parents }: Area, { levels }: Geography): string {
  const nameOf = (level: 'zona' | 'quartiere', code: string | undefined) =>
    levels[level]?.find((a) => a.code === code)?.name ?? '';
  return nameOf('zona', parents.zona) || nameOf('quartiere', parents.quartiere);
}

/** One row per area, in the areas' own order. */
export function tableRows(o: RowsInput): Row[] {
  const city = o.cityCell && isValue(o.cityCell) ? o.cityCell.value : null;
  return o.areas.map((area) => {
    const cell: Cell = o.cells.get(area.code) ?? { missing: 'not-available' };
    const value = isValue(cell) ? cell.value : null;
    const difference =
      o.compare && value !== null && city !== null ? differenceInPrint(value, city, o.decimals) : null;
    return {
      code: area.code,
      name: area.name,
      within: withinOf(area, o.geography),
      value,
      valueText: formatCell(cell, o.unit, o.decimals, o.lang),
      difference,
      differenceText: difference === null ? '' : formatDifference(difference, o.unit, o.decimals, o.lang),
      colour: value === null ? null : (o.colours[binOf(value, o.breaks)] ?? null),
    };
  });
}

/** Rows whose name or container holds the query; sorted by `key`, rows without a value always last. */
export function arrangeRows(
  rows: readonly Row[],
  query: string,
  sort: { key: SortKey; down: boolean },
  lang: Lang,
): Row[] {
  const wanted = normalise(query);
  const kept = rows.filter((r) => normalise(`${r.name} ${r.within}`).includes(wanted));
  const collator = new Intl.Collator(lang);
  const sign = sort.down ? -1 : 1;
  return kept.sort((a, b) => {
    const [x, y] = [a[sort.key], b[sort.key]];
    if (x === null || y === null) return x === y ? collator.compare(a.name, b.name) : x === null ? 1 : -1;
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return sign * order || collator.compare(a.name, b.name);
  });
}
