import { PbfWriter } from 'pbf';
import { gzipSync } from './gzip';

/** One run of tiles with the same content (or, with runLength 0, a leaf directory), PMTiles v3 section 4. */
export interface Entry {
  tileId: number;
  offset: number;
  length: number;
  runLength: number;
}

export const HEADER_BYTES = 127;
/** Header and root directory come with the reader's first request of 16 KiB. */
export const ROOT_LIMIT = 16_384 - HEADER_BYTES;

/** Entries in ascending tile id → compressed directory. Columns of varints: id deltas, run lengths, lengths, offsets. */
export function directory(entries: readonly Entry[]): Buffer {
  const pbf = new PbfWriter(new Uint8Array(entries.length * 8 + 16));
  pbf.writeVarint(entries.length);
  entries.forEach((e, i) => pbf.writeVarint(e.tileId - (i > 0 ? (entries[i - 1] as Entry).tileId : 0)));
  for (const e of entries) pbf.writeVarint(e.runLength);
  for (const e of entries) pbf.writeVarint(e.length);
  entries.forEach((e, i) => {
    const before = entries[i - 1];
    const follows = before !== undefined && e.offset === before.offset + before.length;
    pbf.writeVarint(follows ? 0 : e.offset + 1);
  });
  return gzipSync(pbf.finish());
}

export interface Directories {
  root: Buffer;
  /** All leaf directories back to back; empty when the root holds every entry. */
  leaves: Buffer;
  leafCount: number;
}

/** One root if it fits the limit; else leaves of growing size until the root that lists them does. */
export function directories(entries: readonly Entry[], limit = ROOT_LIMIT, leafSize = 4096): Directories {
  const single = directory(entries);
  if (single.length <= limit) return { root: single, leaves: Buffer.alloc(0), leafCount: 0 };
  for (let size = leafSize; ; size = Math.ceil(size * 1.2)) {
    const leaves: Buffer[] = [];
    const roots: Entry[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const leaf = directory(entries.slice(i, i + size));
      roots.push({ tileId: (entries[i] as Entry).tileId, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directory(roots);
    if (root.length <= limit) return { root, leaves: Buffer.concat(leaves), leafCount: leaves.length };
    if (leaves.length === 1) throw new RangeError(`a root directory cannot fit ${limit} bytes`);
  }
}
