import { HEADER_BYTES } from './directory';

export interface Header {
  rootLength: number;
  metadataLength: number;
  leavesLength: number;
  dataLength: number;
  addressedTiles: number;
  tileEntries: number;
  tileContents: number;
  minzoom: number;
  maxzoom: number;
  /** west, south, east, north in degrees. */
  bounds: readonly [number, number, number, number];
  /** lon, lat in degrees, zoom. */
  center: readonly [number, number, number];
}

const GZIP = 2;
const MVT = 1;

/** PMTiles v3 section 3. The parts follow one another: header, root, metadata, leaves, tiles; clustered. */
export function header(h: Header): Buffer {
  const b = Buffer.alloc(HEADER_BYTES);
  b.write('PMTiles', 0, 'latin1');
  b.writeUInt8(3, 7);
  let offset = HEADER_BYTES;
  [h.rootLength, h.metadataLength, h.leavesLength, h.dataLength].forEach((length, i) => {
    b.writeBigUInt64LE(BigInt(offset), 8 + 16 * i);
    b.writeBigUInt64LE(BigInt(length), 16 + 16 * i);
    offset += length;
  });
  [h.addressedTiles, h.tileEntries, h.tileContents].forEach((n, i) =>
    b.writeBigUInt64LE(BigInt(n), 72 + 8 * i),
  );
  b.set([1, GZIP, GZIP, MVT, h.minzoom, h.maxzoom], 96);
  const e7 = (degrees: number) => Math.round(degrees * 1e7);
  h.bounds.forEach((degrees, i) => b.writeInt32LE(e7(degrees), 102 + 4 * i));
  b.writeUInt8(h.center[2], 118);
  b.writeInt32LE(e7(h.center[0]), 119);
  b.writeInt32LE(e7(h.center[1]), 123);
  return b;
}
