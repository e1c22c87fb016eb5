import * as v from 'valibot';
import { cellsAt } from '../../src/domain/cells';
import { crossesBreak, usualChange } from '../../src/domain/compare';
import { packCell, type Cell, type PackedCell } from '../../src/model/cell';
import { CITY_CODE } from '../../src/model/ids';
import type { Geography, Table } from '../../src/model/manifest';
import {
  PLACE_LEVELS,
  PLACE_VERSION,
  PlaceSchema,
  type PlaceColumn,
  type PlaceFile,
  type PlaceIndicator,
  type PlaceLevel,
} from '../../src/model/place';
import { CHOICE } from '../place/list';
import type { WholeExtra } from './extra';

/** Ten years back where the series reaches, else five. */
const STEPS = [10, 5];

/** Two digits beyond what is printed, as tables keep: the same cells, and no more digits for what is made of them. */
const short = (value: number, decimals: number): number => Number(value.toFixed(decimals + 2));

/** What the neighbourhood page says of every place, from the finished tables alone. */
export const extra: WholeExtra = {
  name: 'place',
  datasets: [],
  indicators: CHOICE.map(({ id }) => id),
  build({ geography, indicator }) {
    const indicators = CHOICE.map(({ id, group, title, more, less, called, vector }): PlaceIndicator => {
      const { table } = indicator(id);
      return {
        id,
        group,
        decimals: table.decimals,
        ...(title ? { title } : {}),
        ...(more ? { more } : {}),
        ...(less ? { less } : {}),
        ...(vector && called ? { called, vector } : {}),
        levels: Object.fromEntries(
          PLACE_LEVELS.flatMap((level) => {
            const column = columnOf(table, geography, level);
            return column ? [[level, column]] : [];
          }),
        ),
      };
    });
    const file: PlaceFile = { schemaVersion: PLACE_VERSION, indicators };
    return { place: v.parse(PlaceSchema, file) };
  },
};

function columnOf(table: Table, geography: Geography, level: PlaceLevel): PlaceColumn | undefined {
  const latest = table.levels[level]?.periods.at(-1);
  if (latest === undefined) return undefined;
  const at = (period: string) => ({
    period,
    cells: [...cellsAt(table, geography, level, period).values()].map(packed(table)),
    city: packed(table)([...cellsAt(table, geography, 'citta', period).values()][0]!),
  });
  const noise = (geography.levels[level] ?? []).map(({ code }) =>
    level === 'citta'
      ? 0
      : short(usualChange(table, geography, [level, code], ['citta', CITY_CODE]), table.decimals),
  );
  const before = earlier(table, level, latest);
  return { ...at(latest), noise, ...(before === undefined ? {} : { before: at(before) }) };
}

const packed =
  (table: Table) =>
  (cell: Cell): PackedCell =>
    packCell('value' in cell ? { value: short(cell.value, table.decimals) } : cell);

/** The period of the level that lies ten (five) years before `latest` with no break of the series in between. */
export function earlier(table: Table, level: PlaceLevel, latest: string): string | undefined {
  for (const years of STEPS) {
    const wanted = String(Number(latest) - years);
    if (table.levels[level]?.periods.includes(wanted))
      return crossesBreak(table, wanted, latest) ? undefined : wanted;
  }
  return undefined;
}
