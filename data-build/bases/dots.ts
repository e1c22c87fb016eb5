import type { Text } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import { DOT_STEP, DOTS_VERSION, WITHHELD, type Dots } from '../../src/model/dots';
import type { EditionReader } from '../model';
import { cellName, gridGet, type Grid } from './grid';
import { gridTest } from './locate-grid';
import { random, seedOf, shuffled } from './random';
import type { Hidden } from './structure';
import { sum } from './tally';

export interface DotSet {
  name: string;
  /** People (or households) per dot. */
  each: number;
  unit: Dots['unit'];
  classes: readonly Text[];
  grid: Grid;
  /** Areas in any of these show no dots of that period. */
  hidden: Hidden;
  /** Areas with fewer people than this are too small a base, as on the map of shares. */
  smallBase: number;
}

export type Place = readonly [lon: number, lat: number];

/** House numbers that stand in the polygon of their area: its code → their longitudes and latitudes in turn, degrees WGS84. */
export type Houses = Readonly<Record<string, readonly number[]>>;

/** What dots stand on: house numbers, and a test whether a place lies in an area. */
export interface Ground {
  houses: Houses;
  inside(code: string, place: Place): boolean;
}

/** One test for each drawing of the areas: every set of dots asks it. */
const tests = new WeakMap<object, ReturnType<typeof gridTest>>();
function insideOf(edition: EditionReader): ReturnType<typeof gridTest> {
  const areas = edition.topology('geography', 'areas');
  const test = tests.get(areas) ?? gridTest(areas);
  tests.set(areas, test);
  return test;
}

export function housesOf(edition: EditionReader): Houses {
  const inside = insideOf(edition);
  const houses: Record<string, number[]> = {};
  for (const { area, lon, lat } of edition.table('addresses'))
    if (inside(area!, Number(lon), Number(lat))) (houses[area!] ??= []).push(Number(lon), Number(lat));
  return houses;
}

export function groundOf(edition: EditionReader, houses: Houses): Ground {
  const inside = insideOf(edition);
  return { houses, inside: (code, [lon, lat]) => inside(code, lon, lat) };
}

/** A dot lies about this far from its house number, in degrees of latitude: some 10 m, so that it points at no door. */
const JITTER = 1e-4;
/** Degrees of longitude are shorter here by the cosine of the latitude of Bologna, 44.5° N. */
const SQUEEZE = Math.cos((44.5 * Math.PI) / 180);
const TRIES = 12;

const pairs = (list: readonly number[]): Place[] =>
  Array.from({ length: list.length / 2 }, (_, i) => [list[i * 2]!, list[i * 2 + 1]!]);

/**
 * Endless list of places in one area: house numbers in random order, each moved a little, none taken twice before all were taken once.
 * The more often they are taken, the wider the move: a tower of flats has one number. Places lie on the grid of DOT_STEP.
 */
function* placesIn(
  code: string,
  { houses, inside }: Ground,
  origin: Place,
  next: () => number,
): Generator<[number, number], void> {
  const doors = shuffled(pairs(houses[code] ?? []), next);
  const step = (degrees: number): number => Math.round(degrees / DOT_STEP);
  const placed = (x: number, y: number): Place => [origin[0] + x * DOT_STEP, origin[1] + y * DOT_STEP];
  for (let round = 1; doors.length > 0; round++)
    for (const [lon, lat] of doors) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const reach = JITTER * Math.sqrt(round) * (1 - attempt / TRIES);
        const [angle, far] = [2 * Math.PI * next(), reach * Math.sqrt(next())];
        const x = step(lon + (far * Math.cos(angle)) / SQUEEZE - origin[0]);
        const y = step(lat + far * Math.sin(angle) - origin[1]);
        if (x < 0 || y < 0 || !inside(code, placed(x, y))) continue;
        yield [x, y];
        break;
      }
    }
}

/** Whole dots only: what is left over stands for fewer than `each` and is not drawn. */
export const dotsFor = (people: number, each: number): number => Math.floor(people / each);

/**
 * Places the dots of a set. Deterministic: the same edition gives the same dots, and another area's figures move none of these.
 * Throws when an area with dots has no house number to put them on.
 */
export function placeDots(set: DotSet, geography: Geography, ground: Ground): Dots {
  const { name, each, unit, classes, grid, hidden, smallBase } = set;
  const periods = [...(grid.get('area')?.keys() ?? [])].sort();
  const areas = (geography.levels.area ?? []).map(({ code, bbox }): Dots['areas'][number] => {
    const dots = classes.map(() => [] as number[]);
    for (const period of periods) {
      const counts = gridGet(grid, 'area', period).get(code) ?? classes.map(() => 0);
      const withheld = hidden.some((cells) => cells.get(period)?.has(cellName('area', code)))
        ? WITHHELD.suppressed
        : sum(counts) < smallBase
          ? WITHHELD.unreliable
          : null;
      counts.forEach((n, i) => dots[i]!.push(withheld ?? dotsFor(n, each)));
    }
    const origin = [bbox[0], bbox[1]].map((degrees) => Number(degrees.toFixed(5))) as [number, number];
    const stream = placesIn(code, ground, origin, random(seedOf(`${name}|${code}`)));
    const places = dots.map((byPeriod) =>
      Array.from({ length: Math.max(0, ...byPeriod) }, () => {
        const place = stream.next().value;
        if (!place) throw new Error(`area ${code} has people and no house number to put a dot on`);
        return place;
      }).flat(),
    );
    return { code, origin, places, dots };
  });
  const counted = periods.map((period) =>
    [...gridGet(grid, 'area', period).values()].reduce((total, counts) => total + sum(counts), 0),
  );
  const titles = classes.map((title) => ({ title }));
  return { schemaVersion: DOTS_VERSION, each, unit, periods, classes: titles, counted, areas };
}
