import { allTiles, featuresOf, shoelace } from '../data-build/tiles/testing';

export interface Inspection {
  tiles: number;
  degenerateRings: number;
  /** Distinct feature ids in tiles of the highest zoom. */
  idsAtHighest: number;
}

/** Looks into every tile of an archive as a renderer would. A ring is degenerate below 3 corners or without surface. */
export async function inspect(path: string, highest: ReadonlyMap<string, number>): Promise<Inspection> {
  const ids = new Set<number>();
  const result: Inspection = { tiles: 0, degenerateRings: 0, idsAtHighest: 0 };
  for await (const tile of allTiles(path)) {
    result.tiles++;
    for (const f of featuresOf(tile)) {
      if (f.type === 3)
        result.degenerateRings += f.rings.filter((r) => r.length < 4 || shoelace(r) === 0).length;
      if (f.id !== undefined && tile.z === highest.get(f.layer)) ids.add(f.id);
    }
  }
  return { ...result, idsAtHighest: ids.size };
}
