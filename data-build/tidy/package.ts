import type { DatasetMeta } from '../edition-reader';
import type { HashedFile } from '../trust/provenance';
import { columnWords } from './columns';

export type Rows = readonly Readonly<Record<string, string>>[];

export interface GivenTable {
  /** Without `.csv`. */
  name: string;
  rows: Rows;
  file: HashedFile;
}

const TYPES = [
  ['integer', /^-?\d+$/],
  ['number', /^-?\d+(\.\d+)?$/],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
] as const;
/** Columns that look like numbers and are names: codes keep their leading zeros. */
const CODES =
  /^(area|zona|quartiere|prossimita|comune|cap|region|period|id|stop|sensor|street|number|list|hex)$/;

/** Narrowest of the Table Schema types that every filled cell keeps to. */
export function fieldType(column: string, rows: Rows): string {
  if (CODES.test(column)) return 'string';
  const filled = rows.map((row) => row[column]!).filter((cell) => cell !== '');
  if (filled.length === 0) return 'string';
  return TYPES.find(([, pattern]) => filled.every((cell) => pattern.test(cell)))?.[0] ?? 'string';
}

/**
 * `datapackage.json` (Frictionless Data Package v1) of the tables given away of one dataset; paths are relative to it. Throws on
 * a column nobody has described.
 */
export function dataPackage(edition: string, meta: DatasetMeta, tables: readonly GivenTable[]) {
  return {
    profile: 'tabular-data-package',
    name: meta.id,
    title: meta.title.it,
    titles: meta.title,
    version: edition,
    licenses: [{ name: meta.licence.id, title: meta.licence.title, path: meta.licence.url }],
    contributors: [
      { title: meta.publisher, role: 'publisher' },
      { title: 'Atlante urbano di Bologna', role: 'wrangler' },
    ],
    sources: [{ title: `${meta.publisher}: ${meta.sourceId}`, path: meta.landingPage }],
    notes: meta.notes,
    resources: tables.map(({ name, rows, file }) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      dialect: { delimiter: ',', lineTerminator: '\n', header: true },
      schema: {
        missingValues: [''],
        fields: Object.keys(rows[0] ?? {}).map((column) => {
          const words = columnWords(column);
          if (!words)
            throw new Error(`${meta.id}/${name}.csv: column "${column}" has no words in tidy/columns.ts`);
          return {
            name: column,
            type: fieldType(column, rows),
            title: words.it,
            description: `${words.it} · ${words.en}`,
          };
        }),
      },
    })),
  };
}
