import type { Level } from '../../src/model/ids';
import type { Area, Geography, IndicatorSummary, Layer, Manifest, Table } from '../../src/model/manifest';
import type { Points } from '../../src/model/points';
import { ExpressionError, type PlaceRef } from './expression';
import { didYouMean, nearest } from './nearest';

export type Summary = Omit<IndicatorSummary, 'table'>;

/** The finished edition, as stories read it. */
export interface World {
  edition: string;
  geography: Geography;
  indicators: readonly Summary[];
  /** Throws for an unknown id. */
  table(id: string): Table;
  layers: readonly Layer[];
  /** Things of a layer where they stand, for pictures; left out where no picture is drawn. Throws for an unknown file. */
  points?(file: string): Points;
  themes: readonly string[];
  defaultView: Manifest['defaultView'];
}

/** Throws ExpressionError with the ids that look like it. */
export function indicator(world: World, id: string): { summary: Summary; table: Table } {
  const summary = world.indicators.find((s) => s.id === id);
  if (summary) return { summary, table: world.table(id) };
  const ids = world.indicators.map((s) => s.id);
  throw new ExpressionError(`there is no indicator "${id}"${didYouMean(id, ids)}`);
}

/** Throws ExpressionError with the codes and names that look like it. */
export function area(world: World, { level, code }: PlaceRef): Area {
  const areas = world.geography.levels[level] ?? [];
  const found = areas.find((a) => a.code === code);
  if (found) return found;
  const byName = new Map(areas.map((a) => [a.name, a]));
  const near = nearest(code, [...byName.keys()]).map((name) => `${byName.get(name)!.code} (${name})`);
  const codes = areas.map((a) => a.code);
  const known = codes.length <= 60 ? codes.join(', ') : `${codes.slice(0, 6).join(', ')} … ${codes.at(-1)}`;
  throw new ExpressionError(
    `there is no ${level} "${code}"; ${near.length ? `did you mean ${near.join(', ')}?` : `codes are ${known}`}`,
  );
}

/** The table's column of a level. Throws ExpressionError where the indicator has none, or not this period. */
export function checkCoverage(table: Table, level: Level, period: string): void {
  const column = table.levels[level];
  if (!column)
    throw new ExpressionError(
      `${table.indicator} is not published by ${level}; its levels are ${Object.keys(table.levels).join(', ')}`,
    );
  if (column.periods.includes(period)) return;
  throw new ExpressionError(
    `${table.indicator} has no ${period} by ${level}; it has ${spans(column.periods)}${near(period, column.periods)}`,
  );
}

const near = (period: string, periods: readonly string[]): string => {
  const gap = (p: string) => Math.abs(Date.parse(p) - Date.parse(period));
  const [best] = [...periods].sort((a, b) => gap(a) - gap(b));
  return best ? `; the nearest is ${best}` : '';
};

/** "1986–2023", "2016, 2018, 2021": years without a gap as a range. */
export function spans(periods: readonly string[]): string {
  const runs: string[][] = [];
  for (const period of periods) {
    const last = runs.at(-1)?.at(-1);
    const follows = last?.length === 4 && period.length === 4 && Number(period) === Number(last) + 1;
    if (follows) runs.at(-1)!.push(period);
    else runs.push([period]);
  }
  const text = runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', ')));
  return text.length > 12 ? `${text.slice(0, 4).join(', ')} … ${text.at(-1)}` : text.join(', ');
}
