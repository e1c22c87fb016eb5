import { PNG } from 'pngjs';
import { classColours } from '../../src/domain/colour';
import { PAGE_COLOURS } from '../../src/domain/colour-page';
import type { Ramp } from '../../src/model/manifest';
import type { Cover } from '../../src/model/story';

/** What social networks show of a link: 1.91 to 1. */
export const CARD = { width: 1200, height: 630 };
/** Samples per pixel and direction: smooth edges. */
const FINE = 3;
const MARGIN = 36;

type Point = readonly [x: number, y: number];

/** Rings of a path as the covers write it: `M x y l dx dy … z`. */
export function ringsOf(d: string): Point[][] {
  return d
    .split('M')
    .filter(Boolean)
    .map((ring) => {
      const numbers = (ring.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      const points: [number, number][] = [[numbers[0] ?? 0, numbers[1] ?? 0]];
      for (let i = 2; i + 1 < numbers.length; i += 2) {
        const [x, y] = points.at(-1)!;
        points.push([x + numbers[i]!, y + numbers[i + 1]!]);
      }
      return points;
    });
}

/** `#rrggbb` as one number. */
const rgb = (hex: string): number => Number.parseInt(hex.slice(1), 16);

/** The cover of a story as a bitmap on paper: what a link shows where no SVG is taken. No letters: the link brings its title. */
export function cardPng(cover: Cover): Buffer {
  const { width, height } = CARD;
  const { paper, land, accent } = PAGE_COLOURS.light;
  const [w, h] = [width * FINE, height * FINE];
  const fine = new Uint32Array(w * h).fill(rgb(land));
  const colours = classColours(cover.ramp as Ramp, cover.breaks, 'light');
  const scale = Math.min((width - 2 * MARGIN) / cover.width, (height - 2 * MARGIN) / cover.height) * FINE;
  const [dx, dy] = [(w - cover.width * scale) / 2, (h - cover.height * scale) / 2];
  const place = ([x, y]: Point): Point => [x * scale + dx, y * scale + dy];
  const line = Math.max(1, 0.8 * FINE);
  for (const { d, bin } of cover.shapes) {
    const rings = ringsOf(d).map((ring) => ring.map(place));
    fill(fine, w, h, rings, rgb(bin === null ? paper : (colours[bin] ?? paper)));
    for (const ring of rings) stroke(fine, w, h, ring, line, rgb(cover.circles.length ? '#e0d8cb' : paper));
  }
  for (const [x, y, r] of cover.circles) {
    const [cx, cy] = place([x, y]);
    fill(fine, w, h, [circle(cx, cy, r * scale)], rgb(colours.at(-2) ?? accent));
  }
  // A stripe of the house's colour: the same at the foot of every card.
  fill(
    fine,
    w,
    h,
    [
      [
        [0, h - 12 * FINE],
        [w, h - 12 * FINE],
        [w, h],
        [0, h],
      ],
    ],
    rgb(accent),
  );
  return PNG.sync.write(shrink(fine, w, width, height), { colorType: 2 });
}

const circle = (cx: number, cy: number, r: number): Point[] =>
  Array.from({ length: 48 }, (_, i) => [
    cx + r * Math.cos((i * Math.PI) / 24),
    cy + r * Math.sin((i * Math.PI) / 24),
  ]);

/** Scan lines through the middle of each row; inside is an odd number of edges to the left. */
function fill(
  out: Uint32Array,
  w: number,
  h: number,
  rings: readonly (readonly Point[])[],
  colour: number,
): void {
  const ys = rings.flat().map(([, y]) => y);
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(h - 1, Math.ceil(Math.max(...ys))),
  ];
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5;
    const crossings: number[] = [];
    for (const ring of rings)
      ring.forEach(([x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length]!;
        if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      });
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i]! - 0.5));
      const to = Math.min(w - 1, Math.floor(crossings[i + 1]! - 0.5));
      if (to >= from) out.fill(colour, row * w + from, row * w + to + 1);
    }
  }
}

/** Edges as thin quadrilaterals. */
function stroke(
  out: Uint32Array,
  w: number,
  h: number,
  ring: readonly Point[],
  width: number,
  colour: number,
): void {
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) return;
    const [nx, ny] = [((y2 - y1) / length) * (width / 2), ((x1 - x2) / length) * (width / 2)];
    fill(
      out,
      w,
      h,
      [
        [
          [x1 + nx, y1 + ny],
          [x2 + nx, y2 + ny],
          [x2 - nx, y2 - ny],
          [x1 - nx, y1 - ny],
        ],
      ],
      colour,
    );
  });
}

/** Means of the samples of each pixel. */
function shrink(fine: Uint32Array, w: number, width: number, height: number): PNG {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [r, g, b] = [0, 0, 0];
      for (let j = 0; j < FINE; j++)
        for (let i = 0; i < FINE; i++) {
          const sample = fine[(y * FINE + j) * w + x * FINE + i]!;
          r += sample >> 16;
          g += (sample >> 8) & 255;
          b += sample & 255;
        }
      const at = (y * width + x) * 4;
      const n = FINE * FINE;
      png.data[at] = Math.round(r / n);
      png.data[at + 1] = Math.round(g / n);
      png.data[at + 2] = Math.round(b / n);
      png.data[at + 3] = 255;
    }
  return png;
}
