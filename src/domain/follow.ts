import type { Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import type { Camera } from '../model/view';

/** Coarse to fine. Zone di prossimità are another partition beside the zone: whoever asked for them keeps them. */
const LADDER = ['comune', 'quartiere', 'zona', 'area'] as const satisfies readonly Level[];

/**
 * A typical area is large enough to be pointed at, named and compared from this side on, in CSS pixels: with it the whole city shows
 * zone on a desktop (about 19 of them in view) and quartieri on a phone.
 */
export const COMFORT = 70;
/** A level gives way only this much past the limit, and comes back as much before it: a hand that trembles changes nothing. */
const SLACK = 1.15;

/** Metres of a CSS pixel at zoom 0 on the equator: the Earth's circumference over tiles of 512. */
const METRES_AT_ZERO = 40_075_016.686 / 512;
export const metresPerPixel = ({ zoom, lat }: Pick<Camera, 'zoom' | 'lat'>): number =>
  (METRES_AT_ZERO * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

/** Side of a square as large as the median area of a level, in metres. */
export function typicalSide(geography: Geography, level: Level): number {
  const km2 = (geography.levels[level] ?? []).map((area) => area.km2).sort((a, b) => a - b);
  return Math.sqrt(km2[Math.floor(km2.length / 2)] ?? 0) * 1000;
}

/**
 * The level for a camera: the finest whose typical area is still comfortable, of those given; the present one as long as it is not
 * clearly wrong. A camera that looks past the city sees the comuni, if there are any. Null where nothing is to be changed.
 */
export function followedLevel(
  current: Level,
  offered: readonly Level[],
  geography: Geography,
  camera: Camera,
): Level | null {
  const rungs = LADDER.filter((level) => offered.includes(level));
  const at = rungs.findIndex((level) => level === current);
  if (at < 0) return null;
  if (rungs[0] === 'comune' && !overCity(geography, camera)) return at === 0 ? null : 'comune';
  const scale = metresPerPixel(camera);
  const side = (level: Level): number => typicalSide(geography, level) / scale;
  const finest = (limit: number): number =>
    Math.max(
      0,
      rungs.findLastIndex((level) => side(level) >= limit),
    );
  const finer = finest(COMFORT * SLACK);
  if (finer > at) return rungs[finer]!;
  const coarser = finest(COMFORT / SLACK);
  return coarser < at ? rungs[coarser]! : null;
}

function overCity(geography: Geography, { lon, lat }: Camera): boolean {
  const box = geography.levels.citta?.[0]?.bbox;
  return !box || (lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]);
}
