import { parse } from 'csv-parse/sync';

/** Most keys a change lists by name, per file and kind: the counts are whole, the keys are examples. */
export const EXAMPLES = 5;

/**
 * What happened to one file. Keys are named, figures are not: a figure of a very small group is not for a report, and
 * whoever may see it finds it in the edition itself.
 */
export interface FileChange {
  file: string;
  /** Columns that tell every row apart, or `code` for a layer; [] when only whole rows can be compared. */
  key: string[];
  added: number;
  changed: number;
  removed: number;
  /** Periods with any change, ascending; [] when the file has no `period`. */
  periods: string[];
  /** Columns that came or went; then every row counts as removed and added. */
  columns?: { added: string[]; removed: string[] };
  /** At most EXAMPLES keys each, in the order of the file; keys joined with `|`. */
  examples: { added: string[]; changed: string[]; removed: string[] };
}

type Row = readonly string[];
interface Parsed {
  columns: readonly string[];
  rows: readonly Row[];
}

const parseTable = (text: string): Parsed => {
  const [columns = [], ...rows] = (text === '' ? [] : parse(text, { record_delimiter: '\n' })) as string[][];
  return { columns, rows };
};

const SEPARATOR = '|';
const headOf = (row: Row, length: number): string => row.slice(0, length).join(SEPARATOR);

/** Most leads are no key, and a table shows it within a few rows. */
function unique(rows: readonly Row[], length: number): boolean {
  const met = new Set<string>();
  return rows.every((row, i) => met.add(headOf(row, length)).size > i);
}

/**
 * The leading columns that tell every row of all the tables apart: the fewest that do. Tidy tables are sorted from their
 * first column on and end with their figures, so the lead is the key. 0 when even whole rows repeat.
 */
export function keyLength(columns: number, ...tables: (readonly Row[])[]): number {
  for (let length = 1; length <= columns; length++)
    if (tables.every((rows) => unique(rows, length))) return length;
  return 0;
}

/** Difference of two tidy tables; `undefined` stands for a file that is not there. */
export function diffTable(file: string, before: string | undefined, after: string | undefined): FileChange {
  const old = parseTable(before ?? '');
  const fresh = parseTable(after ?? '');
  const columns = after === undefined ? old.columns : fresh.columns;
  const added = before === undefined ? [] : fresh.columns.filter((c) => !old.columns.includes(c));
  const removed = after === undefined ? [] : old.columns.filter((c) => !fresh.columns.includes(c));
  const relaid =
    added.length + removed.length > 0 || (before && after && columns.join() !== old.columns.join());
  const length = keyLength(columns.length, old.rows, fresh.rows);
  const width = length || columns.length;
  const change = compare(
    file,
    countRows(old.rows, width, relaid ? 'old' : ''),
    countRows(fresh.rows, width, relaid ? 'new' : ''),
    columns.indexOf('period'),
  );
  return {
    ...change,
    key: columns.slice(0, length),
    ...(relaid ? { columns: { added, removed } } : {}),
  };
}

interface Entry {
  key: string;
  row: Row;
  times: number;
  text: string;
}

/** Rows by key; `era` keeps rows of two layouts from ever being one. */
function countRows(rows: readonly Row[], width: number, era: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    const key = headOf(row, width);
    const known = entries.get(era + key);
    if (known) known.times += 1;
    else entries.set(era + key, { key, row, times: 1, text: row.join(SEPARATOR) });
  }
  return entries;
}

/** Whole rows that repeat count as often as they stand there: a lost repetition is a removed row. */
function compare(
  file: string,
  old: ReadonlyMap<string, Entry>,
  fresh: ReadonlyMap<string, Entry>,
  periodAt: number,
): FileChange {
  const out: FileChange = {
    file,
    key: [],
    added: 0,
    changed: 0,
    removed: 0,
    periods: [],
    examples: { added: [], changed: [], removed: [] },
  };
  const periods = new Set<string>();
  const note = (kind: 'added' | 'changed' | 'removed', entry: Entry, times: number): void => {
    out[kind] += times;
    if (out.examples[kind].length < EXAMPLES) out.examples[kind].push(entry.key);
    const period = periodAt < 0 ? undefined : entry.row[periodAt];
    if (period) periods.add(period);
  };
  for (const [id, entry] of fresh) {
    const was = old.get(id);
    if (!was) note('added', entry, entry.times);
    else if (was.text !== entry.text) note('changed', entry, 1);
    else if (entry.times > was.times) note('added', entry, entry.times - was.times);
  }
  for (const [id, entry] of old) {
    const times = entry.times - (fresh.get(id)?.times ?? 0);
    if (times > 0) note('removed', entry, times);
  }
  return { ...out, periods: [...periods].sort() };
}
