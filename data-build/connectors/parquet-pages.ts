import { gunzipSync } from 'node:zlib';
import { snappyUncompress, type Compressors, type FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getSchemaPath } from 'hyparquet/src/schema.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { checkThrift } from './parquet-thrift';

/** Values of a whole file, forty times the largest table there is (1.5 million). A run of nulls states millions in a few bytes. */
const MAX_VALUES = 64_000_000;
/** Inflated size of one page, and of all: Arrow cuts pages at 1 MB, and an export stays far below the other. */
const MAX_PAGE = 64 * 1024 * 1024;
const MAX_INFLATED = 512 * 1024 * 1024;

type Chunk = NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>;
interface Reader {
  view: DataView<ArrayBuffer>;
  offset: number;
}

const within = (what: string, value: unknown, max: number): number => {
  const n = Number(value);
  if (Number.isInteger(n) && n >= 0 && n <= max) return n;
  throw new RangeError(`${String(value)} ${what}, not 0 to ${max}`);
};

/**
 * Walks the tags of a Snappy block (format_description.txt, google/snappy), whose literals may state four bytes of length: the
 * library adds such a length as a signed number, and one above 2³¹ leads it back to where it was, for ever.
 */
function checkSnappy(data: Uint8Array): void {
  let at = data.findIndex((byte) => byte < 128) + 1;
  while (at < data.length) {
    const tag = data[at++]!;
    const kind = tag & 3;
    if (kind !== 0) {
      at += kind === 3 ? 4 : kind;
      continue;
    }
    let length = tag >>> 2;
    const more = Math.max(0, length - 59);
    if (more > 0) {
      length = 0;
      for (let i = 0; i < more; i++) length += (data[at + i] ?? 0) * 256 ** i;
      at += more;
    }
    at += within('bytes of a Snappy literal', length + 1, data.length - at);
  }
}

export const compressors: Compressors = {
  GZIP: (data, size) => gunzipSync(data, { maxOutputLength: size + 1 }),
  SNAPPY: (data, size) => {
    checkSnappy(data);
    const out = new Uint8Array(size);
    snappyUncompress(data, out);
    return out;
  },
};

/**
 * Runs of the RLE and bit-packing hybrid, and how many values they hold: the library writes as many as a run states, wherever its
 * array ends.
 */
function checkRuns(reader: Reader, end: number, width: number, values: number): number {
  within('bits', width, 32);
  let seen = 0;
  while (seen < values && reader.offset < end) {
    const header = readVarInt(reader) >>> 0;
    const isPacked = (header & 1) === 1;
    const count = isPacked ? (header >>> 1) * 8 : header >>> 1;
    // A packed run comes in eights.
    seen += within('values in a run', count, values - seen + (isPacked ? 7 : 0));
    reader.offset += isPacked ? (header >>> 1) * width : Math.ceil(width / 8);
  }
  return seen;
}

/** Levels must be whole: the library reads on until it has them all. */
function checkLevels(reader: Reader, end: number, level: number, values: number): void {
  const seen = level > 0 ? checkRuns(reader, end, 32 - Math.clz32(level), values) : values;
  if (seen < values) throw new RangeError(`${seen} levels for ${values} values`);
  reader.offset = end;
}

const readerOf = (page: Uint8Array): Reader => ({
  view: new DataView(page.buffer as ArrayBuffer, page.byteOffset, page.byteLength),
  offset: 0,
});

/** Runs of the values: PLAIN ones are read one by one and end with the page; the rarer encodings are not read. */
function checkValues(reader: Reader, encoding: string, type: string, values: number): void {
  const end = reader.view.byteLength;
  if (encoding === 'PLAIN') return;
  if (encoding === 'RLE' && type === 'BOOLEAN') {
    reader.offset += 4;
    checkRuns(reader, end, 1, values);
  } else if (/^(PLAIN|RLE)_DICTIONARY$/.test(encoding) && type !== 'BOOLEAN') {
    checkRuns(reader, end, reader.view.getUint8(reader.offset++), values);
  } else throw new RangeError(`values encoded as ${encoding}`);
}

type Header = ReturnType<typeof parquetHeader>;

/** Number of values a page states, once every length in it is known to hold. */
function checkPage(
  data: Uint8Array,
  header: Header,
  chunk: Chunk,
  levels: readonly [number, number],
): number {
  const size = within('bytes of a page', header.uncompressed_page_size, MAX_PAGE);
  const { data_page_header: v1, data_page_header_v2: v2, dictionary_page_header: words } = header;
  const { codec, type } = chunk;
  if (header.type === 'DICTIONARY_PAGE') {
    // A word takes a byte at least.
    within('words', words?.num_values, size);
    return 0;
  }
  if (header.type === 'DATA_PAGE' && v1) {
    const values = within('values', v1.num_values, MAX_VALUES);
    const reader = readerOf(decompressPage(data, size, codec, compressors));
    for (const level of levels.filter((one) => one > 0)) {
      const end = 4 + reader.offset + reader.view.getUint32(reader.offset, true);
      reader.offset += 4;
      checkLevels(reader, end, level, values);
    }
    checkValues(reader, v1.encoding, type, values);
    return values;
  }
  if (header.type !== 'DATA_PAGE_V2' || !v2) throw new RangeError(`a page of type ${String(header.type)}`);
  const values = within('values', v2.num_values, MAX_VALUES);
  within('nulls', v2.num_nulls, values);
  const repetition = within('bytes', v2.repetition_levels_byte_length, data.length);
  const definition = within('bytes', v2.definition_levels_byte_length, data.length - repetition);
  const reader = readerOf(data);
  checkLevels(reader, repetition, levels[0], values);
  checkLevels(reader, repetition + definition, levels[1], values);
  const packed = data.subarray(repetition + definition);
  const rest = within('bytes of values', size - repetition - definition, MAX_PAGE);
  const page = v2.is_compressed === false ? packed : decompressPage(packed, rest, codec, compressors);
  checkValues(readerOf(page), v2.encoding, type, values);
  return values;
}

/** Every page of a column chunk, which must add up to the values the chunk states. */
function checkChunk(bytes: Uint8Array, meta: FileMetaData, chunk: Chunk, rows: number): number {
  const path = getSchemaPath(meta.schema, chunk.path_in_schema);
  const repetition = getMaxRepetitionLevel(path);
  const levels = [repetition, getMaxDefinitionLevel(path)] as const;
  const start = within(
    '(where a column begins)',
    chunk.dictionary_page_offset || chunk.data_page_offset,
    bytes.length,
  );
  const length = within('bytes of a column', chunk.total_compressed_size, bytes.length - start);
  const reader = readerOf(bytes.subarray(start, start + length));
  let [values, inflated] = [0, 0];
  // As the library goes: it stops at the last byte but one.
  while (reader.offset < length - 1) {
    checkThrift(reader.view, reader.offset);
    const header = parquetHeader(reader);
    const packed = within('packed bytes', header.compressed_page_size, length - reader.offset);
    const at = start + reader.offset;
    values += checkPage(bytes.subarray(at, at + packed), header, chunk, levels);
    inflated += Number(header.uncompressed_page_size);
    reader.offset += packed;
  }
  const stated = Number(chunk.num_values);
  if (values !== stated || (repetition === 0 && values !== rows))
    throw new RangeError(
      `${values} values of ${chunk.path_in_schema.join('.')}, not ${stated} in ${rows} rows`,
    );
  return inflated;
}

/**
 * Holds a file to what it states before the library, which trusts every length, unpacks it: a damaged one would have it write
 * arrays of any length or never end. Throws RangeError.
 */
export function checkPages(bytes: Uint8Array, meta: FileMetaData, maxRows: number): void {
  const total = within('rows', meta.num_rows, maxRows);
  const leaves = meta.schema.filter(({ type }) => type !== undefined).length;
  within('values', total * leaves, MAX_VALUES);
  let [rows, inflated] = [0, 0];
  for (const group of meta.row_groups) {
    const here = within('rows of a group', group.num_rows, total - rows);
    const paths = new Set(group.columns.map(({ meta_data: chunk }) => chunk?.path_in_schema.join('.')));
    if (paths.size !== leaves || group.columns.length !== leaves)
      throw new RangeError(`${paths.size} columns in a group, not ${leaves}`);
    for (const { meta_data: chunk } of group.columns)
      inflated = within('bytes in all', inflated + checkChunk(bytes, meta, chunk!, here), MAX_INFLATED);
    rows += here;
  }
  if (rows !== total) throw new RangeError(`${rows} rows in groups, not ${total}`);
}
