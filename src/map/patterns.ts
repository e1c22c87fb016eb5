import type { MissingStyle } from '../domain/colour';
import { MISSING, type Missing } from '../model/cell';
import { missingStyle } from '../domain/colour';
import type { MapTheme } from './spec';

/** Side of one pattern tile in CSS pixels, and device pixels per CSS pixel it is drawn with. */
const SIDE = 6;
const RATIO = 2;
/** Samples per pixel side, for smooth edges. */
const SAMPLES = 4;

export const patternId = (missing: Missing, theme: MapTheme): string => `missing-${missing}-${theme}`;

export interface PatternImage {
  width: number;
  height: number;
  /** RGBA, row by row, opaque. */
  data: Uint8ClampedArray;
}

/** Is the point (x, y in 0…SIDE) ink? Every figure repeats without a seam on all four sides. */
const FIGURES: Record<MissingStyle['pattern'], (x: number, y: number) => boolean> = {
  diagonal: (x, y) => mod(x + y) < 1.2,
  cross: (x, y) => mod(x + y) < 0.9 || mod(x - y) < 0.9,
  dots: (x, y) => near(x, 1.5, y, 1.5) || near(x, 4.5, y, 4.5),
  blank: () => false,
};
const mod = (v: number): number => ((v % SIDE) + SIDE) % SIDE;
const near = (x: number, cx: number, y: number, cy: number): boolean => (x - cx) ** 2 + (y - cy) ** 2 < 0.85;

/** One seamless tile, SIDE × SIDE CSS pixels at RATIO. */
export function drawPattern(style: MissingStyle): PatternImage {
  const side = SIDE * RATIO;
  const data = new Uint8ClampedArray(side * side * 4);
  const [ground, ink] = [rgb(style.ground), rgb(style.ink)];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const share = coverage(FIGURES[style.pattern], x / RATIO, y / RATIO);
      const at = (y * side + x) * 4;
      for (let c = 0; c < 3; c++) data[at + c] = ground[c]! + (ink[c]! - ground[c]!) * share;
      data[at + 3] = 255;
    }
  }
  return { width: side, height: side, data };
}

function coverage(figure: (x: number, y: number) => boolean, x: number, y: number): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      const step = 1 / RATIO / SAMPLES;
      if (figure(x + (i + 0.5) * step, y + (j + 0.5) * step)) hits++;
    }
  }
  return hits / SAMPLES ** 2;
}

function rgb(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

interface ImageHolder {
  hasImage(id: string): boolean;
  addImage(id: string, image: PatternImage, options: { pixelRatio: number }): unknown;
}

/** Gives the map the four patterns of a theme, once. */
export function addPatterns(map: ImageHolder, theme: MapTheme): void {
  for (const missing of MISSING) {
    const id = patternId(missing, theme);
    if (!map.hasImage(id)) map.addImage(id, drawPattern(missingStyle(missing, theme)), { pixelRatio: RATIO });
  }
}
