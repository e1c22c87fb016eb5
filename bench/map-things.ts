import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotsIn, layDots } from '../src/domain/dots';
import { categoryColours } from '../src/domain/colour-categories';
import type { Dots } from '../src/model/dots';
import type { Manifest } from '../src/model/manifest';
import { PER_DEGREE, type Points } from '../src/model/points';
import { random } from './app-stats';

export const POINTS = 20_000;
export const DOTS = 100_000;

/** What the plain page shows over the same map: things in columns, and which of them each step shows. */
export interface Things {
  kind: 'points' | 'dots';
  lon: number[];
  lat: number[];
  category: number[];
  colours: readonly string[];
  /** Indices shown, by step; of points one step with all of them. */
  steps: number[][];
}

/** Degrees a copy is moved by, at most, each way: some 300 m, so that crowds stay crowds. */
const NEAR = 0.003;

/** The schools of the city over and over, each copy moved a little, until they are `POINTS`; all kinds switched on. */
export function manyPoints(points: Points, next: () => number): Points {
  const of = Array.from({ length: POINTS }, (_, i) => i % points.lon.length);
  const moved = (value: number): number => Math.round(value + (next() - 0.5) * 2 * NEAR * PER_DEGREE);
  const { remarks, ...rest } = points;
  return {
    ...rest,
    focus: {},
    lon: of.map((i) => moved(points.lon[i]!)),
    lat: of.map((i) => moved(points.lat[i]!)),
    category: of.map((i) => points.category[i]!),
    area: of.map((i) => points.area[i]!),
    name: of.map((i) => points.name[i]!),
    details: points.details.map((d) => ({ ...d, values: of.map((i) => d.values[i]!) })),
    ...(remarks ? { remarks: { ...remarks, of: of.map((i) => remarks.of[i]!) } } : {}),
  };
}

/** As many dots as make `DOTS` in the last period: each list of places repeated, numbers of every period in proportion. */
export function manyDots(dots: Dots, next: () => number): Dots {
  const shown = dots.areas.reduce(
    (n, a) => n + a.dots.reduce((m, d) => m + Math.max(0, d.at(-1) ?? 0), 0),
    0,
  );
  const times = DOTS / shown;
  return {
    ...dots,
    areas: dots.areas.map((area) => ({
      ...area,
      dots: area.dots.map((list) => list.map((n) => (n > 0 ? Math.round(n * times) : n))),
      places: area.places.map((list) => {
        const pairs = list.length / 2;
        return Array.from({ length: Math.ceil(pairs * times) }, (_, i) => i % Math.max(1, pairs)).flatMap(
          (i) =>
            // Some 30 m about the place it was copied from.
            [0, 1].map((side) => Math.max(0, Math.round(list[i * 2 + side]! + (next() - 0.5) * 60))),
        );
      }),
    })),
  };
}

/** Puts the many things in the place of the few in a copy of the built site, and says what the plain page has to show. */
export function growThings(site: string, seed: number): Record<'points' | 'dots', Things> {
  const next = random(seed);
  const at = join(site, 'data', 'manifest.json');
  const manifest = JSON.parse(readFileSync(at, 'utf8')) as Manifest;
  const change = <T>(name: string, grow: (value: T) => T): T => {
    const file = manifest.files?.[name];
    if (!file) throw new Error(`no ${name} in the manifest`);
    const path = join(site, 'data', file.path);
    const value = grow(JSON.parse(readFileSync(path, 'utf8')) as T);
    const bytes = Buffer.from(JSON.stringify(value));
    writeFileSync(path, bytes);
    Object.assign(file, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    return value;
  };
  const points = change<Points>('points.schools', (value) => manyPoints(value, next));
  const dots = change<Dots>('dots.age', (value) => manyDots(value, next));
  writeFileSync(at, JSON.stringify(manifest));

  const laid = layDots(dots);
  const keys = new Map(
    Array.from(laid.classes, (_, i) => [`${laid.places[i * 2]},${laid.places[i * 2 + 1]}`, i]),
  );
  const steps = dots.periods.map((period) => {
    const { places } = dotsIn(laid, period);
    return Array.from({ length: places.length / 2 }, (_, i) =>
      keys.get(`${places[i * 2]},${places[i * 2 + 1]}`)!,
    );
  });
  return {
    points: {
      kind: 'points',
      lon: points.lon.map((v) => v / PER_DEGREE),
      lat: points.lat.map((v) => v / PER_DEGREE),
      category: points.category,
      colours: categoryColours(points.categories.length, 'light'),
      steps: [points.lon.map((_, i) => i)],
    },
    dots: {
      kind: 'dots',
      lon: Array.from(laid.classes, (_, i) => laid.places[i * 2]!),
      lat: Array.from(laid.classes, (_, i) => laid.places[i * 2 + 1]!),
      category: Array.from(laid.classes),
      colours: categoryColours(dots.classes.length, 'light'),
      steps,
    },
  };
}
