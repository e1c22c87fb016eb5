import { parse } from 'csv-parse/sync';
import { keyLength } from '../history/rows';
import { describeHeader, headerDrift } from './drift-header';

/** One finding about a table that moved, and what the keeper should do about it. */
export interface Drift {
  kind: 'column' | 'category' | 'total';
  finding: string;
  todo: string;
}

/** A category column holds few values; beyond this they are names or codes of places. */
const MAX_CATEGORIES = 60;
/** A total that moves by more than this is worth a look, whatever it counts. */
const JUMP = 0.2;
const TODO = {
  column: 'Adjust the header and the columns in the dataset file, or the `rename` of its source.',
  category: 'Decide what it means: map it in the dataset file, and check what it was counted under before.',
  gone: 'Check whether it was renamed or merged; then adjust the dataset file and note the break in the series.',
  total:
    'Compare with the publisher’s page: a revision is noted as a break; else the export is not whole, or the unit changed.',
};

interface Table {
  header: string[];
  rows: string[][];
}
const read = (text: string): Table => {
  const [header = [], ...rows] = parse(text, { relax_column_count: true }) as string[][];
  return { header, rows };
};

/** Values of a column, distinct. */
const values = ({ header, rows }: Table, column: string): Set<string> => {
  const at = header.indexOf(column);
  return new Set(rows.map((row) => row[at] ?? ''));
};

function categories(before: Table, after: Table, keys: readonly string[]): Drift[] {
  return keys
    .filter((column) => column !== 'period' && after.header.includes(column))
    .flatMap((column) => {
      const old = values(before, column);
      if (old.size > MAX_CATEGORIES) return [];
      const now = values(after, column);
      const show = (set: string[]): string =>
        set
          .slice(0, 8)
          .map((v) => JSON.stringify(v))
          .join(', ') + (set.length > 8 ? `, … ${set.length} in all` : '');
      const came = [...now].filter((value) => !old.has(value));
      const went = [...old].filter((value) => !now.has(value));
      const found: Drift[] = [];
      if (came.length > 0)
        found.push({
          kind: 'category',
          finding: `${column}: never seen before: ${show(came)}`,
          todo: TODO.category,
        });
      if (went.length > 0)
        found.push({
          kind: 'category',
          finding: `${column}: no longer there: ${show(went)}`,
          todo: TODO.gone,
        });
      return found;
    });
}

/** Sum of a column by period; undefined when some cell is neither a number nor empty. */
function sums({ header, rows }: Table, column: string): Map<string, number> | undefined {
  const [at, period] = [header.indexOf(column), header.indexOf('period')];
  const out = new Map<string, number>();
  for (const row of rows) {
    const cell = row[at] ?? '';
    if (cell === '') continue;
    const value = Number(cell);
    if (Number.isNaN(value)) return undefined;
    const name = period < 0 ? '' : (row[period] ?? '');
    out.set(name, (out.get(name) ?? 0) + value);
  }
  return out;
}

const move = (from: number, to: number): number =>
  from === to ? 0 : from === 0 ? Infinity : Math.abs(to / from - 1);

/** A total of a known period that was revised, or a new period that moves more than twice as far as any before it. */
function totals(before: Table, after: Table, column: string): Drift[] {
  const [old, now] = [sums(before, column), sums(after, column)];
  if (!old || !now) return [];
  const say = (period: string, from: number, to: number, against: string): Drift => ({
    kind: 'total',
    finding: `${column}${period ? ` in ${period}` : ''}: total ${+to.toFixed(3)} against ${+from.toFixed(3)} ${against}`,
    todo: TODO.total,
  });
  const found: Drift[] = [];
  for (const [period, from] of old) {
    const to = now.get(period);
    if (to !== undefined && move(from, to) > JUMP) found.push(say(period, from, to, 'in the last edition'));
  }
  const periods = [...now.keys()].sort();
  const usual = Math.max(
    0,
    ...[...old.keys()].sort().map((p, i, all) => (i === 0 ? 0 : move(old.get(all[i - 1]!)!, old.get(p)!))),
  );
  periods.forEach((period, i) => {
    const last = periods[i - 1];
    if (last === undefined || old.has(period)) return;
    const [from, to] = [now.get(last)!, now.get(period)!];
    if (move(from, to) > Math.max(JUMP, 2 * usual)) found.push(say(period, from, to, `in ${last}`));
  });
  return found;
}

/** What looks like a drift of the source between two texts of one tidy table. */
export function findDrifts(beforeText: string, afterText: string): Drift[] {
  const [before, after] = [read(beforeText), read(afterText)];
  const same = (a: string, b: string): boolean => {
    const [old, now] = [values(before, a), values(after, b)];
    return (
      old.size > 3 && [...old].filter((value) => now.has(value)).length >= 0.9 * Math.max(old.size, now.size)
    );
  };
  const header = headerDrift(before.header, after.header, same);
  // Keys come first in a tidy table, figures last.
  const width = keyLength(before.header.length, before.rows) || before.header.length;
  const figures = before.header.slice(width).filter((column) => after.header.includes(column));
  return [
    ...describeHeader(header).map((finding): Drift => ({ kind: 'column', finding, todo: TODO.column })),
    ...categories(before, after, before.header.slice(0, width)),
    ...figures.flatMap((column) => totals(before, after, column)),
  ];
}
