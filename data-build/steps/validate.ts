import { InputError } from '../model';
import type { Place, Row } from './parse-csv';

const WHOLE = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const SHIFTED = 'Look at the row: a wrong type often means its fields are shifted.';

/** Whole number within [min, max]. */
export function integer(row: Row, column: string, min: number, max: number): number {
  return bounded(row, column, WHOLE, 'a whole number', min, max);
}

/** Number with a decimal point within [min, max]. */
export function decimal(row: Row, column: string, min: number, max: number): number {
  return bounded(row, column, DECIMAL, 'a number with a decimal point', min, max);
}

function bounded(row: Row, column: string, shape: RegExp, what: string, min: number, max: number): number {
  const text = row.get(column);
  if (!shape.test(text)) row.fail(column, `${what} from ${min} to ${max}`, SHIFTED);
  const value = Number(text);
  if (value < min || value > max) {
    row.fail(
      column,
      `${what} from ${min} to ${max}`,
      'The number is impossible: ask the publisher or correct the bounds.',
    );
  }
  return value;
}

/** The tidy word for a raw one. */
export function oneOf<T>(row: Row, column: string, words: ReadonlyMap<string, T>): T {
  const word = words.get(row.get(column));
  if (word === undefined) {
    row.fail(column, `one of ${[...words.keys()].map((k) => JSON.stringify(k)).join(', ')}`, SHIFTED);
  }
  return word as T;
}

/** Refuses a second row for the same key. */
export class UniqueKeys {
  private readonly lines = new Map<string, number>();
  add(row: Row, column: string, ...key: readonly string[]): void {
    const id = key.join(' · ');
    const first = this.lines.get(id);
    if (first !== undefined) {
      throw new InputError(
        row.at(column),
        'one row for each key',
        `a second row for ${id}, first on line ${first}`,
        'Remove the copy or ask the publisher which one holds.',
      );
    }
    this.lines.set(id, row.line);
  }
}

/** Sums of one measure by period, with the line where each period was met last. */
export class PeriodTotals {
  private readonly sums = new Map<string, { sum: number; line: number }>();
  constructor(
    private readonly file: string,
    private readonly column: string,
  ) {}

  add(period: string, value: number, line: number): void {
    const known = this.sums.get(period);
    this.sums.set(period, { sum: (known?.sum ?? 0) + value, line });
  }

  sum(period: string): number {
    return this.sums.get(period)?.sum ?? 0;
  }

  periods(): string[] {
    return [...this.sums.keys()].sort();
  }

  /** First and last period; never called on an empty table. */
  span(): [string, string] {
    const all = this.periods();
    return [all[0] ?? '', all.at(-1) ?? ''];
  }

  /**
   * Years must follow each other without a hole and no total may move by more than `share` of the year before.
   * The share is each dataset's own: about twice the largest move its real series ever made.
   */
  checkSteady(share: number): void {
    const all = this.periods();
    all.slice(1).forEach((period, i) => {
      const before = all[i] ?? '';
      const { line } = this.sums.get(period) ?? { line: 1 };
      const at: Place = { file: this.file, line, column: this.column };
      if (Number(period) !== Number(before) + 1) {
        throw new InputError(
          at,
          `year ${Number(before) + 1} after ${before}`,
          period,
          'A year is missing: download the export again.',
        );
      }
      const ratio = this.sum(period) / this.sum(before);
      if (Math.abs(ratio - 1) <= share) return;
      throw new InputError(
        at,
        `a total within ${share * 100} % of ${this.sum(before)} (${before})`,
        `${this.sum(period)} (${period})`,
        'Rows are missing, doubled or scaled: compare the two years with the publisher.',
      );
    });
  }
}

/** Every period must hold every one of `codes`. `found` maps period → codes met. */
export function checkCoverage(
  file: string,
  column: string,
  found: ReadonlyMap<string, ReadonlySet<string>>,
  codes: readonly string[],
): void {
  for (const [period, met] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const missing = codes.filter((code) => !met.has(code));
    if (missing.length === 0) continue;
    throw new InputError(
      { file, column },
      `all ${codes.length} codes in ${period}`,
      `${codes.length - missing.length}, without ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}`,
      'The file is cut short or names changed: compare it with the last edition.',
    );
  }
}

/** Adds `code` to the set of `period`. */
export function meet(found: Map<string, Set<string>>, period: string, code: string): void {
  const codes = found.get(period);
  if (codes) codes.add(code);
  else found.set(period, new Set([code]));
}
