import { readVarInt } from 'hyparquet/src/thrift.js';

interface Reader {
  view: DataView;
  offset: number;
}

/** Bytes of a value whose size its type gives: booleans stand in the field's header, a double takes eight. */
const FIXED: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 1, 7: 8 };

/** Field headers up to the one that stops: four bits of distance and four of type; no distance is followed by the field's number. */
function skipStruct(reader: Reader): void {
  for (;;) {
    const header = reader.view.getUint8(reader.offset++);
    if ((header & 15) === 0) return;
    if (header >> 4 === 0) readVarInt(reader);
    skip(reader, header & 15);
  }
}

function skip(reader: Reader, type: number): void {
  const left = reader.view.byteLength - reader.offset;
  const fixed = FIXED[type];
  if (fixed !== undefined) reader.offset += fixed;
  else if (type >= 4 && type <= 6) {
    while (reader.view.getUint8(reader.offset++) >= 128);
  } else if (type === 8) {
    const length = readVarInt(reader);
    if (length < 0 || length > left) throw new RangeError(`text of ${length} bytes where ${left} are left`);
    reader.offset += length;
  } else if (type === 9) {
    const header = reader.view.getUint8(reader.offset++);
    const count = header >> 4 === 15 ? readVarInt(reader) : header >> 4;
    if (count < 0 || count > left) throw new RangeError(`a list of ${count} where ${left} bytes are left`);
    // In a list a boolean takes a byte.
    for (let i = 0; i < count; i++) skip(reader, Math.max(header & 15, 3));
  } else if (type === 12) skipStruct(reader);
  else throw new RangeError(`a field of type ${type}`);
}

/**
 * Walks a struct of the Thrift compact protocol (thrift-compact-protocol.md) and stays where it was: the library makes room for as
 * many items as a list states before it has met one.
 */
export const checkThrift = (view: DataView, offset: number): void => skipStruct({ view, offset });
