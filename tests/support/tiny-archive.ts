import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { FileRef } from '../../src/model/manifest';

const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(Math.floor(n / 128))]);

const directory = (entries: readonly { id: number; run: number; length: number; offset: number }[]): Buffer =>
  gzipSync(
    Buffer.from([
      ...varint(entries.length),
      ...entries.flatMap((e, i) => varint(e.id - (entries[i - 1]?.id ?? 0))),
      ...entries.flatMap((e) => varint(e.run)),
      ...entries.flatMap((e) => varint(e.length)),
      ...entries.flatMap((e) => varint(e.offset + 1)),
    ]),
  );

/**
 * A PMTiles v3 archive of a few tiles given as text, written after the specification's header table (§3) and apart
 * from the atlas's own writer, so that reader tests don't lean on it. Directories are a root and one leaf.
 */
export function tinyArchive(tiles: Record<string, string>): Uint8Array<ArrayBuffer> {
  const sorted = Object.entries(tiles)
    .map(([key, text]) => {
      const [z, x, y] = key.split('/').map(Number) as [number, number, number];
      return { z, id: zxyToTileId(z, x, y), data: gzipSync(Buffer.from(text)) };
    })
    .sort((a, b) => a.id - b.id);
  let offset = 0;
  const leaf = directory(
    sorted.map(({ id, data }) => ({
      id,
      run: 1,
      length: data.length,
      offset: (offset += data.length) - data.length,
    })),
  );
  const root = directory([{ id: sorted[0]?.id ?? 0, run: 0, length: leaf.length, offset: 0 }]);
  const metadata = gzipSync(Buffer.from('{}'));
  const header = Buffer.alloc(127);
  header.write('PMTiles\x03', 0, 'latin1');
  const starts = [127, 127 + root.length, 127 + root.length + metadata.length];
  const sizes = [root.length, metadata.length, leaf.length];
  starts.push((starts[2] ?? 0) + leaf.length);
  sizes.push(offset);
  starts.forEach((start, i) => {
    header.writeBigUInt64LE(BigInt(start), 8 + i * 16);
    header.writeBigUInt64LE(BigInt(sizes[i] ?? 0), 16 + i * 16);
  });
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(BigInt(sorted.length), at);
  header.set([1, 2, 2, 1, Math.min(...sorted.map((t) => t.z)), Math.max(...sorted.map((t) => t.z))], 96);
  return new Uint8Array(Buffer.concat([header, root, metadata, leaf, ...sorted.map((t) => t.data)]));
}

export const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const refOf = (path: string, bytes: Uint8Array): FileRef => ({
  path,
  bytes: bytes.length,
  sha256: sha(bytes),
});
