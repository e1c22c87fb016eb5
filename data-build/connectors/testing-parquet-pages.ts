import type { CompressionCodec, FileMetaData } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { serializeTCompactProtocol } from 'hyparquet-writer/src/thrift.js';

/** Parquet files written page by page, so that any length in them can be a lie; nothing in the build imports this. */

const MAGIC = 0x31524150;

/** How a page stands in the file, where it is not as it is. */
interface Stored {
  packed?: readonly number[];
  /** Inflated size its header states. */
  size?: number;
}

/** A page with its header, fields by number as parquet.thrift (apache/parquet-format) has them. */
function page(
  kind: number,
  detail: Record<string, unknown>,
  body: readonly number[],
  { packed = body, size = body.length }: Stored,
): Uint8Array {
  const writer = new ByteWriter();
  const header = { field_1: kind, field_2: size, field_3: packed.length, ...detail };
  serializeTCompactProtocol(writer, header as never);
  writer.appendBytes(Uint8Array.from(packed));
  return writer.getBytes();
}

/** Data page of version 1; values encoded by number: 0 PLAIN, 7 DELTA_BYTE_ARRAY, 8 RLE_DICTIONARY. */
export const dataPage = (
  values: number,
  encoding: number,
  body: readonly number[],
  stored: Stored = {},
): Uint8Array =>
  page(0, { field_5: { field_1: values, field_2: encoding, field_3: 3, field_4: 3 } }, body, stored);

export const dictionaryPage = (words: number, body: readonly number[]): Uint8Array =>
  page(2, { field_7: { field_1: words, field_2: 0 } }, body, {});

export interface Column {
  pages: readonly Uint8Array[];
  rows: number;
  codec?: CompressionCodec;
  /** What the row group says, where it is not the truth. */
  groupRows?: bigint;
  /** Columns the schema has besides, without a byte of data. */
  others?: number;
}

/** A file of one row group and one column, `name`: optional text. */
export function parquetFile({
  pages,
  rows,
  codec = 'UNCOMPRESSED',
  groupRows,
  others = 0,
}: Column): Uint8Array {
  const writer = new ByteWriter();
  writer.appendUint32(MAGIC);
  for (const one of pages) writer.appendBytes(one);
  const size = BigInt(writer.offset - 4);
  const metadata = {
    version: 2,
    schema: [
      { name: 'root', num_children: 1 + others },
      { name: 'name', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      ...Array.from({ length: others }, (_, i) => ({ name: `x${i}`, type: 'INT32' })),
    ],
    num_rows: BigInt(rows),
    row_groups: [
      {
        columns: [
          {
            file_offset: 4n,
            meta_data: {
              type: 'BYTE_ARRAY',
              encodings: ['PLAIN'],
              path_in_schema: ['name'],
              codec,
              num_values: BigInt(rows),
              total_uncompressed_size: size,
              total_compressed_size: size,
              data_page_offset: 4n,
            },
          },
        ],
        total_byte_size: size,
        num_rows: groupRows ?? BigInt(rows),
      },
    ],
    metadata_length: 0,
  } as unknown as FileMetaData;
  writeMetadata(writer, metadata);
  writer.appendUint32(MAGIC);
  return writer.getBytes();
}
