import { createHash } from 'node:crypto';
import { zxyToTileId } from 'pmtiles';
import { gzipSync } from './gzip';
import { TileEncoder } from './mvt';
import type { Part } from './parts';
import { slices } from './slice';
import { ZoomPlan } from './plan';
import type { FeatureStore } from './store';

/** The finished tiles of a part: arrays run side by side, tile ids ascending. */
export interface PackedPart {
  ids: number[];
  /** SHA-256 of the uncompressed bytes, base64. */
  hashes: string[];
  /** Bytes in `data`, one tile after the other; 0 where the same content came earlier in this part. */
  lengths: number[];
  data: Uint8Array<ArrayBuffer>;
  features: number;
  /** Largest tile, uncompressed bytes. */
  largest: number;
}

/** Cuts, encodes, hashes and compresses parts; keeps what one zoom's parts have in common. */
export class PartPacker {
  private readonly encoder: TileEncoder;
  private plan: ZoomPlan | undefined;

  constructor(private readonly store: FeatureStore) {
    this.encoder = new TileEncoder(store);
  }

  pack({ z, within }: Part): PackedPart {
    if (z !== this.plan?.z) this.plan = new ZoomPlan(this.store, z);
    const out: PackedPart = {
      ids: [],
      hashes: [],
      lengths: [],
      data: new Uint8Array(0),
      features: 0,
      largest: 0,
    };
    const pieces: Buffer[] = [];
    const seen = new Set<string>();
    for (const slice of slices(this.plan, undefined, within)) {
      const { bytes, features } = this.encoder.encode(z, slice);
      if (features === 0) continue;
      const hash = createHash('sha256').update(bytes).digest('base64');
      const known = seen.has(hash);
      const gz = known ? Buffer.alloc(0) : gzipSync(bytes);
      seen.add(hash);
      out.ids.push(zxyToTileId(z, slice.x, slice.y));
      out.hashes.push(hash);
      out.lengths.push(gz.length);
      pieces.push(gz);
      out.features += features;
      out.largest = Math.max(out.largest, bytes.length);
    }
    out.data = new Uint8Array(out.lengths.reduce((a, b) => a + b, 0));
    let at = 0;
    for (const piece of pieces) {
      out.data.set(piece, at);
      at += piece.length;
    }
    return out;
  }
}
