import { csvParseRows } from 'd3-dsv';
import type { Lang } from '../model/ids';
import type { TidyField, TidyTable } from '../model/tidy';
import { formatNumber } from './format';

/** A published tidy table (RFC 4180, one header line). Throws RangeError on a row of another width than the header. */
export function parseTidyTable(text: string): TidyTable {
  const [columns = [], ...rows] = csvParseRows(text);
  const odd = rows.findIndex((row) => row.length !== columns.length);
  if (columns.length === 0 || odd >= 0) throw new RangeError(`row ${odd + 2}: not ${columns.length} cells`);
  return { columns, rows };
}

/** A column a reader can narrow the table by. */
export interface Facet {
  at: number;
  /** Its values in order. */
  values: readonly string[];
}
/** Beyond these a list to choose from is longer than the table it narrows. */
const MOST_VALUES = 60;
const MOST_FACETS = 4;

const isMeasure = (field: TidyField | undefined): boolean =>
  field?.type === 'integer' || field?.type === 'number';

/** Codes before words, numbers in codes by size. */
const inOrder = new Intl.Collator('it', { numeric: true }).compare;

/** The first columns that are no measure and hold a few values again and again. */
export function facetsOf({ columns, rows }: TidyTable, fields: readonly TidyField[]): Facet[] {
  return columns
    .flatMap((name, at): Facet[] => {
      if (isMeasure(fields.find((field) => field.name === name))) return [];
      const values = new Set<string>();
      for (const row of rows) if (values.add(row[at]!).size > MOST_VALUES) return [];
      return values.size > 1 && values.size < rows.length ? [{ at, values: [...values].sort(inOrder) }] : [];
    })
    .slice(0, MOST_FACETS);
}

export interface TableSort {
  at: number;
  down: boolean;
}

/** Rows that hold every chosen value, in the order asked for; empty cells come last whichever way. */
export function arrangeTidy(
  { columns, rows }: TidyTable,
  fields: readonly TidyField[],
  chosen: ReadonlyMap<number, string>,
  sort: TableSort | null,
): readonly (readonly string[])[] {
  const kept = rows.filter((row) => [...chosen].every(([at, value]) => row[at] === value));
  if (!sort) return kept;
  const { at, down } = sort;
  const measure = isMeasure(fields.find(({ name }) => name === columns[at]));
  const compare = measure ? (a: string, b: string) => Number(a) - Number(b) : inOrder;
  return kept.toSorted((p, q) => {
    const [a, b] = [p[at]!, q[at]!];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return down ? compare(b, a) : compare(a, b);
  });
}

/** A cell as readers of the language write it: measures with its own decimals, names and codes as they are. */
export function tidyCell(text: string, field: TidyField | undefined, lang: Lang): string {
  if (text === '' || !isMeasure(field)) return text;
  return formatNumber(Number(text), /\.(\d+)/.exec(text)?.[1]?.length ?? 0, lang);
}

/** What a column holds, in the language; the part before a colon or semicolon is its heading. */
export function columnHead(
  field: TidyField | undefined,
  name: string,
  lang: Lang,
): { head: string; whole: string } {
  const whole = field?.description.split(' · ')[lang === 'it' ? 0 : 1] ?? name;
  return { head: /^[^:;(]+/.exec(whole)?.[0].trim() || name, whole };
}
