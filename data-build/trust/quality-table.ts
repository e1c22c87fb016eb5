import { LEVELS, type Level } from '../../src/model/ids';
import { keyLength } from '../history/rows';
import { normaliseName } from '../steps/parse-names';

export interface PlaceCoverage {
  level: Level;
  /** How the column names areas: by official code, or by name where not one code is met. */
  by: 'code' | 'name';
  /** Areas of the level with at least one row, of how many there are. */
  covered: number;
  of: number;
  /** Codes or names that join to no area, with their rows: people without fixed abode and the like, or an error. */
  unmatched: Record<string, number>;
  /** Rows where it is empty: no place is known. */
  empty: number;
}

export interface TableQuality {
  file: string;
  rows: number;
  /** Columns that tell the rows apart; [] when whole rows repeat. */
  key: string[];
  /** Rows that equal an earlier one in every column. */
  duplicates: number;
  /** Column → share of rows that have something in it, 0 to 1; only columns short of 1. */
  incomplete: Record<string, number>;
  /** Share of all cells that are filled, 0 to 1. */
  completeness: number;
  places: PlaceCoverage[];
  /** Period → rows, and areas with a row by level; ascending. [] for a table without periods. */
  periods: { period: string; rows: number; areas: Partial<Record<Level, number>> }[];
}

/** Area code → name, by level. */
export type Places = Partial<Record<Level, ReadonlyMap<string, string>>>;
type Row = Readonly<Record<string, string>>;

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.floor((part / whole) * 10_000) / 10_000;

interface Column {
  level: Level;
  by: 'code' | 'name';
  size: number;
  /** Area code of a cell, undefined when it joins to none. */
  find(cell: string): string | undefined;
}

function columnOf(level: Level, rows: readonly Row[], areas: ReadonlyMap<string, string>): Column {
  const size = areas.size;
  const names = new Map([...areas].map(([code, name]) => [normaliseName(name), code]));
  const byName = (cell: string) => names.get(normaliseName(cell));
  const named = !rows.some((row) => areas.has(row[level]!)) && rows.some((row) => byName(row[level]!));
  return named
    ? { level, by: 'name', size, find: byName }
    : { level, by: 'code', size, find: (cell) => (areas.has(cell) ? cell : undefined) };
}

/** Measures one tidy table. A column named like a level holds areas of that level: so the edition is written. */
export function tableQuality(file: string, rows: readonly Row[], places: Places): TableQuality {
  const columns = Object.keys(rows[0] ?? {});
  const arrays = rows.map((row) => columns.map((column) => row[column] ?? ''));
  const filled = columns.map((_, i) => arrays.filter((row) => row[i] !== '').length);
  const located = LEVELS.flatMap((level) =>
    columns.includes(level) && places[level] ? [columnOf(level, rows, places[level])] : [],
  );
  const key = columns.slice(0, keyLength(columns.length, arrays));
  return {
    file,
    rows: rows.length,
    key,
    // Rows that a key tells apart are no duplicates.
    duplicates: key.length ? 0 : rows.length - new Set(arrays.map((row) => row.join('\u001f'))).size,
    incomplete: Object.fromEntries(
      columns.flatMap((column, i) =>
        filled[i] === rows.length ? [] : [[column, share(filled[i]!, rows.length)]],
      ),
    ),
    completeness: share(
      filled.reduce((sum, n) => sum + n, 0),
      rows.length * columns.length,
    ),
    places: located.map((column) => placeCoverage(column, rows)),
    periods: columns.includes('period') ? periodCoverage(rows, located) : [],
  };
}

function placeCoverage({ level, by, size, find }: Column, rows: readonly Row[]): PlaceCoverage {
  const covered = new Set<string>();
  const unmatched = new Map<string, number>();
  let empty = 0;
  for (const row of rows) {
    const cell = row[level] ?? '';
    const code = find(cell);
    if (cell === '') empty += 1;
    else if (code !== undefined) covered.add(code);
    else unmatched.set(cell, (unmatched.get(cell) ?? 0) + 1);
  }
  const sorted = [...unmatched].sort(([a], [b]) => (a < b ? -1 : 1));
  return { level, by, covered: covered.size, of: size, unmatched: Object.fromEntries(sorted), empty };
}

function periodCoverage(rows: readonly Row[], columns: readonly Column[]): TableQuality['periods'] {
  const met = new Map<string, { rows: number; areas: Set<string>[] }>();
  for (const row of rows) {
    const period = row['period']!;
    const entry = met.get(period) ?? { rows: 0, areas: columns.map(() => new Set<string>()) };
    met.set(period, entry);
    entry.rows += 1;
    columns.forEach(({ level, find }, i) => {
      const code = find(row[level]!);
      if (code !== undefined) entry.areas[i]!.add(code);
    });
  }
  return [...met]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, { rows: n, areas }]) => ({
      period,
      rows: n,
      areas: Object.fromEntries(columns.map(({ level }, i) => [level, areas[i]!.size])),
    }));
}
