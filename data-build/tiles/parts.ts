import { zxyToTileId } from 'pmtiles';
import { BUFFER, EXTENT, shiftAt } from './grid';

/** A node of the quadtree: the tile x, y of zoom k and all below it. */
export interface TreeNode {
  k: number;
  x: number;
  y: number;
}

/** A piece of work: the tiles of zoom `z` below `within`, or all of them. Their ids are one unbroken stretch. */
export interface Part {
  z: number;
  within?: TreeNode;
}

/** Enough pieces that two threads end together, few enough that each is worth its message. */
const PIECES = 24;

/** Whether a node lies above or below another: only those can lead to its tiles. */
export function onPath(node: TreeNode, other: TreeNode): boolean {
  const [high, low] = node.k <= other.k ? [node, other] : [other, node];
  const deep = low.k - high.k;
  return low.x >> deep === high.x && low.y >> deep === high.y;
}

/**
 * The work of all zooms, in ascending order of tile ids: below a node of the quadtree the ids of a zoom follow each other on the
 * Hilbert curve, so pieces written one after the other are in order. Depends on the data alone, never on the number of threads.
 *
 * @param bounds [minX, minY, maxX, maxY] of all features, plane units
 */
export function partsOf(
  bounds: readonly [number, number, number, number],
  minzoom: number,
  maxzoom: number,
): Part[] {
  const parts: Part[] = [];
  for (let z = minzoom; z <= maxzoom; z++) {
    const nodes = nodesAt(bounds, z);
    if (nodes.length < 2) parts.push({ z });
    else parts.push(...nodes.map((within) => ({ z, within })));
  }
  return parts;
}

/** Nodes that cover the bounds and the tiles' buffers, at the deepest level (≤ z) with no more than `PIECES`, in Hilbert order. */
function nodesAt(bounds: readonly [number, number, number, number], z: number): TreeNode[] {
  let best: TreeNode[] = [];
  for (let k = 0; k <= z; k++) {
    const size = EXTENT * 2 ** (MAX - k);
    // The buffer is that of a tile of zoom z, in plane units.
    const reach = BUFFER * 2 ** shiftAt(z);
    const cell = (v: number) => Math.min(2 ** k - 1, Math.max(0, Math.floor(v / size)));
    const [x0, y0] = [cell(bounds[0] - reach), cell(bounds[1] - reach)];
    const [x1, y1] = [cell(bounds[2] + reach), cell(bounds[3] + reach)];
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > PIECES) break;
    best = [];
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) best.push({ k, x, y });
  }
  return best.sort((a, b) => zxyToTileId(a.k, a.x, a.y) - zxyToTileId(b.k, b.x, b.y));
}

/** Zoom whose grid is the plane itself: a tile of zoom k is EXTENT × 2^(MAX − k) plane units wide. */
const MAX = shiftAt(0);
