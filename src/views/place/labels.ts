import type { Box, Point } from '../../domain/outline';

export interface LabelWish {
  code: string;
  name: string;
  /** Inner point of the place in units of the picture. */
  at: Point;
}
export interface Label {
  code: string;
  name: string;
  /** Middle of the label, in per cent of the frame. */
  left: number;
  top: number;
}

/** Width of a letter and height of a line, as parts of the type size; a little air around. */
const LETTER = 0.54;
const LINE = 1.25;
const AIR = 3;

/**
 * Names that fit into a frame `width` pixels wide without touching each other or its edge, those wished first winning. A name whose point
 * lies just outside is pulled in by no more than `PULL` of the frame; farther ones stay out.
 */
export function fitLabels(
  wishes: readonly LabelWish[],
  [left, top, right, bottom]: Box,
  width: number,
  size: number,
): Label[] {
  if (width <= 0) return [];
  const scale = width / (right - left);
  const height = (bottom - top) * scale;
  const taken: Box[] = [];
  const out: Label[] = [];
  for (const { code, name, at } of wishes) {
    const [w, h] = [name.length * LETTER * size + 2 * AIR, LINE * size + 2 * AIR];
    const [x, y] = [(at[0] - left) * scale, (at[1] - top) * scale];
    const cx = Math.min(width - w / 2, Math.max(w / 2, x));
    const cy = Math.min(height - h / 2, Math.max(h / 2, y));
    if (Math.abs(cx - x) > PULL * width || Math.abs(cy - y) > PULL * height) continue;
    const box: Box = [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2];
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    out.push({ code, name, left: (cx / width) * 100, top: (cy / height) * 100 });
  }
  return out;
}

const PULL = 0.12;

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
