import { parquetWriteBuffer } from 'hyparquet-writer';

export interface ParquetColumn {
  name: string;
  type: 'STRING' | 'DOUBLE' | 'INT32' | 'TIMESTAMP' | 'BOOLEAN';
  data: readonly unknown[];
}

/** A Parquet file for tests, without compression: same columns, same bytes. */
export const parquetOf = (columns: readonly ParquetColumn[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, data }) => ({ name, type, data: [...data] })),
      codec: 'UNCOMPRESSED',
    }),
  );

/** Readings of air stations as the portal exports them: name, agent, beginning and end in UTC, value, unit. */
export type ReadingRow = readonly [string, string, string, string, number | null, string?];

export const readingsParquet = (rows: readonly ReadingRow[]): Uint8Array => {
  const column = (name: string, type: ParquetColumn['type'], at: number, read = (x: unknown) => x) => ({
    name,
    type,
    data: rows.map((row) => read(row[at])),
  });
  const time = (text: unknown): Date => new Date(text as string);
  return parquetOf([
    column('cod_staz', 'STRING', 0),
    column('agente', 'STRING', 1),
    column('data_inizio', 'TIMESTAMP', 2, time),
    column('data_fine', 'TIMESTAMP', 3, time),
    column('valore', 'DOUBLE', 4),
    column('um', 'STRING', 5, (unit) => unit ?? 'ug/m3'),
  ]);
};
