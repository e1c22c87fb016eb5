import { PbfWriter } from 'pbf';

/** Keys or values as the bytes they have in a tile's layer, encoded once for all tiles and threads: word i from starts[i] on. */
export interface Words {
  bytes: Uint8Array;
  starts: Uint32Array;
}

const KEYS = 3;
const VALUES = 4;

export const keyWords = (keys: readonly string[]): Words =>
  encoded(keys, (key, pbf) => pbf.writeStringField(KEYS, key));

export const valueWords = (values: readonly (string | number | boolean)[]): Words =>
  encoded(values, (value, pbf) => pbf.writeMessage(VALUES, writeValue, value));

function encoded<T>(items: readonly T[], write: (item: T, pbf: PbfWriter) => void): Words {
  const pbf = new PbfWriter(new Uint8Array(64 + 16 * items.length));
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (items.length + 1)));
  items.forEach((item, i) => {
    write(item, pbf);
    starts[i + 1] = pbf.pos;
  });
  const bytes = new Uint8Array(new SharedArrayBuffer(pbf.pos));
  bytes.set(pbf.buf.subarray(0, pbf.pos));
  return { bytes, starts };
}

/** Shortest exact form: uint, sint, then float where it loses nothing, else double (MVT 2.1 section 4.1, `Value`). */
function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (Number.isSafeInteger(value)) {
    if (value >= 0) pbf.writeVarintField(5, value);
    else pbf.writeSVarintField(6, value);
  } else if (Math.fround(value) === value) pbf.writeFloatField(2, value);
  else pbf.writeDoubleField(3, value);
}
