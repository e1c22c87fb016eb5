import { allTiles, featuresOf } from '../data-build/tiles/testing';
import { type Fault, FAULTS, ringFaults } from './tiles-rings';
import { type Count, countAt, type PerZoom } from './tiles-sets';

export interface Inspection {
  tiles: number;
  /** Rings of polygons in all tiles, and how many have a fault; see `FAULTS`. Every tile is looked at, none is sampled. */
  rings: Record<Fault | 'all', number>;
  /** Distinct feature ids in tiles of the highest zoom. */
  idsAtHighest: number;
  /** Distinct feature ids per zoom. */
  kept: PerZoom;
}

const KINDS: readonly (keyof Count | undefined)[] = [undefined, 'points', 'lines', 'polygons'];

/** Looks into every tile of an archive as a renderer would. */
export async function inspect(path: string, highest: ReadonlyMap<string, number>): Promise<Inspection> {
  const ids = new Set<number>();
  const kept: PerZoom = {};
  const rings: Inspection['rings'] = { all: 0, degenerate: 0, crossing: 0, overlapping: 0, touching: 0 };
  let tiles = 0;
  let zoom = -1;
  // Tiles come zoom by zoom: one set each at a time is enough. An id is one feature's, hence of one kind.
  const seen = new Set<number>();
  const drawn = new Set<number>();
  for await (const tile of allTiles(path)) {
    tiles++;
    if (tile.z !== zoom) [seen, drawn].forEach((set) => set.clear());
    zoom = tile.z;
    const count = countAt(kept, zoom);
    for (const f of featuresOf(tile)) {
      const faults = f.type === 3 ? ringFaults(f.rings) : [];
      rings.all += faults.length;
      for (const fault of faults) if (fault) rings[fault]++;
      if (f.id === undefined) continue;
      if (zoom === highest.get(f.layer)) ids.add(f.id);
      const kind = KINDS[f.type];
      if (kind && isNew(seen, f.id)) count[kind]++;
      if (faults.some((fault) => fault !== 'degenerate') && isNew(drawn, f.id)) count.surfaces++;
    }
  }
  return { tiles, rings, idsAtHighest: ids.size, kept };
}

const isNew = (set: Set<number>, id: number) => !set.has(id) && !!set.add(id);

export const invalidRings = ({ rings }: Inspection): number =>
  FAULTS.reduce((n, fault) => n + rings[fault], 0);
