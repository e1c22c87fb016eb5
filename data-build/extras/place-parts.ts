import * as v from 'valibot';
import { cellAt } from '../../src/domain/cells';
import { valueOf } from '../../src/domain/union';
import { isValue } from '../../src/model/cell';
import type { Geography, Table } from '../../src/model/manifest';
import {
  PARTS_LEVELS,
  PartsSchema,
  PLACE_VERSION,
  type PartsFile,
  type PartsIndicator,
} from '../../src/model/place';
import { cellName, gridGet } from '../bases/grid';
import { ADDITIVE } from '../place/additive';
import type { Additive, Counted } from '../place/counting';
import type { PartedExtra, ExtraContext, ExtraFiles } from './extra';

const DATASETS = [
  'accidents',
  'accommodation-licences',
  'addresses',
  'airbnb',
  'bike-racks',
  'bus-stops',
  'cycle-paths',
  'elections',
  'geography',
  'green-entrances',
  'households',
  'income-mean',
  'jobs',
  'libraries',
  'population-area',
  'population-civil',
  'population-zona',
  'public-toilets',
  'schools',
  'social-resources',
];

type Sheet = { num: (number | 's' | 'n')[]; den: (number | 's' | 'n')[] };

/**
 * The counts behind the page's shares, rates and means, hidden exactly where the atlas hides their cells. Every count is checked
 * against the finished table: the build stops where counts and table disagree, be it in a value or in what is hidden.
 */
export const extra: PartedExtra = {
  name: 'place-parts',
  datasets: DATASETS,
  indicators: ADDITIVE.map(({ id }) => id),
  parts: Object.fromEntries(
    ADDITIVE.map((additive) => [
      additive.id,
      (context: ExtraContext): ExtraFiles => ({ [additive.id]: partsOf(additive, context) }),
    ]),
  ),
  join: (files) => together(ADDITIVE.map(({ id }) => files.get(id) as PartsIndicator)),
};

function together(indicators: PartsIndicator[]): ExtraFiles {
  const file: PartsFile = { schemaVersion: PLACE_VERSION, indicators };
  return { 'place-parts': v.parse(PartsSchema, file) };
}

function partsOf(additive: Additive, { edition, geography, indicator }: ExtraContext): PartsIndicator {
  const { table } = indicator(additive.id);
  const counted = additive.count(edition, geography);
  const { id, how, factor = 1, offset = 0, minimum = 0, guard } = additive;
  const periods = Object.fromEntries(
    PARTS_LEVELS.flatMap((level) => {
      const latest = table.levels[level]?.periods.at(-1);
      return latest === undefined ? [] : [[level, latest]];
    }),
  );
  const sheets = Object.fromEntries(
    [...new Set(Object.values(periods))].sort().map((period) => [
      period,
      Object.fromEntries(
        PARTS_LEVELS.flatMap((level) => {
          if (!table.levels[level]?.periods.includes(period)) return [];
          return [[level, checked(additive, counted, table, geography, level, period)]];
        }),
      ),
    ]),
  );
  return { id, how, factor, offset, minimum, guard: [...guard], periods, sheets };
}

function checked(
  additive: Additive,
  { grid, hidden, also }: Counted,
  table: Table,
  geography: Geography,
  level: (typeof PARTS_LEVELS)[number],
  period: string,
): Sheet {
  const { id, how, factor = 1, offset = 0, minimum = 0 } = additive;
  const isHidden = (code: string): boolean => {
    const name = cellName(level, code);
    return (
      hidden.some((set) => set.get(period)?.has(name)) ||
      (also?.hidden.some((set) => set.get(also.period(period))?.has(name)) ?? false)
    );
  };
  const sheet: Sheet = { num: [], den: [] };
  for (const { code } of geography.levels[level] ?? []) {
    const counts = gridGet(grid, level, period).get(code);
    const cell = cellAt(table, geography, level, period, code);
    const fail = (why: string): never => {
      throw new Error(`parts of ${id}, ${level} ${code} in ${period}: ${why}`);
    };
    const dark = isHidden(code);
    const hiddenInTable = !isValue(cell) && cell.missing === 'suppressed';
    if (dark !== hiddenInTable)
      fail(dark ? 'hidden here, not in its table' : 'hidden in its table, not here');
    if (dark || counts === undefined) {
      if (isValue(cell)) fail('the table has a value without counts');
      sheet.num.push(dark ? 's' : 'n');
      sheet.den.push(dark ? 's' : 'n');
      continue;
    }
    const [num, den] = counts as [number, number];
    // Tables keep two digits more than are printed. A cell the table withholds as unreliable or unknown has no value to check; its counts are no secret.
    if (isValue(cell)) {
      const made = valueOf({ how, factor, offset, minimum, guard: [...additive.guard] }, num, den);
      if (!isValue(made) || Math.abs(made.value - cell.value) > 0.51 * 10 ** -(table.decimals + 2))
        fail(`counts give ${JSON.stringify(made)}, the table ${cell.value}`);
    }
    sheet.num.push(tidy(num));
    sheet.den.push(tidy(den));
  }
  return sheet;
}

/** Counts are whole; lengths and areas keep what the eye can check. */
const tidy = (n: number): number => Number(n.toFixed(6));
