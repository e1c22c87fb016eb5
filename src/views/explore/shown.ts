import { levelLabel } from '../../domain/format';
import { isValue, type Cell } from '../../model/cell';
import type { Lang, Level } from '../../model/ids';
import type { Area, Geography } from '../../model/manifest';
import type { Shown, ShownColumn } from '../../state/shown';
import type { Row } from '../../ui/table';
import { withinOf } from './table-rows';

const NOT_AVAILABLE: Cell = { missing: 'not-available' };
const cellOf = (column: ShownColumn, code: string): Cell => column.cells.get(code) ?? NOT_AVAILABLE;
const numberOf = (cell: Cell): number | null => (isValue(cell) ? cell.value : null);

/** "Bolognina, zona: +3,6 punti. 2021: 24,9%": one line for the screen reader. */
export function shownLine({ value, beside }: Shown, area: Area, level: Level, lang: Lang): string {
  const own = value.print(cellOf(value, area.code));
  return `${area.name}, ${levelLabel(level, lang)}: ${own}. ${beside.head}: ${beside.print(cellOf(beside, area.code))}`;
}

/** Rows of the table beside a kind of map that shows something else than the indicator's own cells. */
export function shownRows(areas: readonly Area[], geography: Geography, shown: Shown): Row[] {
  return areas.map((area) => {
    const [value, beside] = [cellOf(shown.value, area.code), cellOf(shown.beside, area.code)];
    return {
      code: area.code,
      name: area.name,
      within: withinOf(area, geography),
      value: numberOf(value),
      valueText: shown.value.print(value),
      difference: numberOf(beside),
      differenceText: shown.beside.print(beside),
      colour: shown.colours.get(area.code) ?? null,
    };
  });
}
