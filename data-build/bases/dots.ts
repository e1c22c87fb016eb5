import type { Text } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import { DOT_STEP, DOTS_VERSION, WITHHELD, type Dots } from '../../src/model/dots';
import type { EditionReader } from '../model';
import { cellName, gridGet, type Grid } from './grid';
import { areaTest } from './locate';
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

/** House numbers by area that stand in its polygon, and a test for it. */
export interface Ground {
  houses: ReadonlyMap<string, readonly Place[]>;
  inside(code: string, place: Place): boolean;
}

/** One ground for each table of house numbers: every set of dots stands on it. */
const grounds = new WeakMap<object, Ground>();

export function groundOf(edition: EditionReader): Ground {
  const addresses = edition.table('addresses');
  // Asked for every time, so that whoever notes what a set reads hears of it.
  const areas = edition.topology('geography', 'areas');
  const known = grounds.get(addresses);
  if (known) return known;
  const ground = readGround(addresses, areas);
  grounds.set(addresses, ground);
  return ground;
}

function readGround(
  addresses: ReturnType<EditionReader['table']>,
  areas: ReturnType<EditionReader['topology']>,
): Ground {
  const test = areaTest(areas);
  const inside = (code: string, [lon, lat]: Place): boolean => test(code, lon, lat);
  const houses = new Map<string, Place[]>();
  for (const { area, lon, lat } of addresses) {
    const place = [Number(lon), Number(lat)] as const;
    if (!inside(area!, place)) continue;
    const list = houses.get(area!);
    if (list) list.push(place);
    else houses.set(area!, [place]);
  }
  return { houses, inside };
}

/** A dot lies about this far from its house number, in degrees of latitude: some 10 m, so that it points at no door. */
const JITTER = 1e-4;
/** Degrees of longitude are shorter here by the cosine of the latitude of Bologna, 44.5° N. */
const SQUEEZE = Math.cos((44.5 * Math.PI) / 180);
const TRIES = 12;

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
  const doors = shuffled(houses.get(code) ?? [], next);
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
