import { strToU8 } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { InputError } from '../model';
import { readParquet } from './parquet';
import { anyDamage, checkTable, FILE, storm } from './testing-damage';
import { dataPage, dictionaryPage, parquetFile } from './testing-parquet-pages';

/* As formats-fuzz, for Parquet, whose library trusts every length in a file: each is a lie here once. */

describe('readParquet', () => {
  const read = (bytes: Uint8Array) => readParquet(bytes, FILE);
  const text = (word: string): number[] => [word.length, 0, 0, 0, ...strToU8(word)];
  const varint = (n: number): number[] => (n < 128 ? [n] : [(n % 128) | 128, ...varint(Math.floor(n / 128))]);
  const levels = (...runs: number[]): number[] => [runs.length, 0, 0, 0, ...runs];
  /** Four rows, one of them null: levels 1 1 0 1 packed in bits, then two words by their numbers 0 1 0. */
  const words = dictionaryPage(2, [...text('Bo'), ...text('Reno')]);
  const four = [...levels(3, 0b1011), 1, 3, 0b010];
  const v1 = parquetFile({ rows: 4, pages: [words, dataPage(4, 8, four)] });
  const v2 = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'zona', data: ['A', 'B', null, 'A', 'B', 'A', 'A', 'B'], type: 'STRING' },
        { name: 'n', data: [1, 2, 3, null, 5, 6, 7, 8], type: 'INT32' },
        { name: 'quota', data: [1.5, 2, 3, 4, 5, 6, 7, 8], type: 'DOUBLE' },
        { name: 'aperto', data: [true, false, true, true, false, true, false, false], type: 'BOOLEAN' },
      ],
      rowGroupSize: 4,
    }),
  );

  it('reads pages of both versions, dictionaries, nulls and Snappy', async () => {
    expect((await read(v1)).rows).toEqual([['Bo'], ['Reno'], [''], ['Bo']]);
    expect((await read(v2)).rows[2]).toEqual(['', '3', '3', 'true']);
  });

  it.each([
    ['version 1', v1],
    ['version 2', v2],
  ])('gives a whole table or says what is wrong: %s', async (_, bytes) => {
    await storm(2000, (next) => anyDamage(bytes, next), read, checkTable, 0.4);
  });

  const plain = [...levels(...varint(1 << 1), 1), ...text('Bo')];
  const snappy = (packed: readonly number[]) =>
    parquetFile({ rows: 1, codec: 'SNAPPY', pages: [dataPage(1, 0, plain, { packed })] });
  /** The column states two thousand million children (field 5, between its name and its kind of text), in a footer as much longer. */
  const manyChildren = (): Uint8Array => {
    const bytes = parquetFile({ rows: 1, pages: [dataPage(1, 0, plain)] });
    const at = Buffer.from(bytes).indexOf('name') + 4;
    const more = [0x15, ...varint(2 ** 32 - 2), 0x15];
    const longer = new Uint8Array([...bytes.slice(0, at), ...more, ...bytes.slice(at + 1)]);
    const footer = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
    new DataView(longer.buffer).setUint32(longer.length - 8, footer + more.length - 1, true);
    return longer;
  };
  it.each<[string, Uint8Array, string]>([
    // Half a thousand million levels for one value.
    [
      'a run longer than its page',
      parquetFile({ rows: 1, pages: [dataPage(1, 0, [...levels(...varint(2 ** 30), 1), ...text('Bo')])] }),
      'values in a run',
    ],
    [
      'levels that end early',
      parquetFile({
        rows: 4,
        pages: [dataPage(4, 0, [...levels(2, 1), ...varint(2 ** 30), 1, ...text('Bo')])],
      }),
      '1 levels for 4 values',
    ],
    // A literal of -2 bytes, added to where it stands, is met again and again.
    [
      'a Snappy literal that leads back',
      snappy([plain.length, 0xfc, 0xf9, 0xff, 0xff, 0xff, 1, 1]),
      'bytes of a Snappy literal',
    ],
    [
      'a page that would inflate to 2 GB',
      parquetFile({ rows: 1, codec: 'SNAPPY', pages: [dataPage(1, 0, plain, { size: 2 ** 31 - 1 })] }),
      'bytes of a page',
    ],
    [
      'a group of more rows than the file',
      parquetFile({ rows: 1, groupRows: 2n ** 31n, pages: [dataPage(1, 0, plain)] }),
      'rows of a group',
    ],
    [
      'rows without values',
      parquetFile({ rows: 2_000_000, pages: [dataPage(1, 0, plain)] }),
      '1 values of name',
    ],
    [
      'a column of the schema that has no data',
      parquetFile({ rows: 1, others: 1, pages: [dataPage(1, 0, plain)] }),
      '1 columns in a group, not 2',
    ],
    [
      'more values than any table has',
      parquetFile({ rows: 3_000_000, others: 40, pages: [dataPage(1, 0, plain)] }),
      '123000000 values, not 0 to 64000000',
    ],
    ['a schema of more children than elements', manyChildren(), 'a readable Parquet table'],
    [
      'an index beyond the dictionary',
      parquetFile({ rows: 4, pages: [dictionaryPage(1, text('Bo')), dataPage(4, 8, four)] }),
      'a row without name',
    ],
    [
      'an encoding of version 2',
      parquetFile({ rows: 1, pages: [dataPage(1, 7, plain)] }),
      'DELTA_BYTE_ARRAY',
    ],
    [
      'a list longer than the file',
      new Uint8Array([
        0x50, 0x41, 0x52, 0x31, 0x29, 0xfc, 0xff, 0xff, 0xff, 0x0f, 0, 7, 0, 0, 0, 0x50, 0x41, 0x52, 0x31,
      ]),
      'a list of 33554431',
    ],
  ])('stops at %s', async (_, bytes, message) => {
    const error = await read(bytes).then(
      () => undefined,
      (e: unknown) => e as Error,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error!.message).toContain(message);
  });
});
