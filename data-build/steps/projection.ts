import proj4 from 'proj4';
import { InputError } from '../model';

/**
 * Italian systems whose .prj names a datum without saying how it lies to WGS84: proj4 would take it for WGS84 and put the city
 * 100 to 200 m off. Parameters are those of the EPSG register (epsg.io): 3003, 3004 with transformation 1660 (Italy, 4 m), 23032
 * and 23033 with 1133 (Europe, 10 m or so); 4265 and 4230 are their degrees.
 */
const ROME40 = '+ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68';
const ED50 = '+ellps=intl +towgs84=-87,-98,-121,0,0,0,0';
const DEFINITIONS: Readonly<Record<number, string>> = {
  3003: `+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=1500000 +y_0=0 ${ROME40} +units=m +no_defs`,
  3004: `+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=2520000 +y_0=0 ${ROME40} +units=m +no_defs`,
  4265: `+proj=longlat ${ROME40} +no_defs`,
  23032: `+proj=utm +zone=32 ${ED50} +units=m +no_defs`,
  23033: `+proj=utm +zone=33 ${ED50} +units=m +no_defs`,
  4230: `+proj=longlat ${ED50} +no_defs`,
};

const number = (prj: string, name: string): number =>
  Number(new RegExp(`PARAMETER\\["${name}",\\s*([-\\d.]+)`, 'i').exec(prj)?.[1]);

/** EPSG code of a .prj on one of these two datums; undefined on any other datum. */
function codeOf(prj: string): number | undefined {
  const rome = /Monte[_ ]?Mario|Roma?e?_?(19)?40/i.test(prj);
  const ed50 = /European[_ ](Datum[_ ])?1950|ED_?50/i.test(prj);
  if (!rome && !ed50) return undefined;
  if (!/^PROJCS/i.test(prj)) return rome ? 4265 : 4230;
  const meridian = number(prj, 'central_meridian');
  const east = number(prj, 'false_easting');
  if (rome)
    return meridian === 9 && east === 1_500_000 ? 3003 : meridian === 15 && east === 2_520_000 ? 3004 : 0;
  return east !== 500_000 ? 0 : meridian === 9 ? 23032 : meridian === 15 ? 23033 : 0;
}

/** What proj4 needs for a .prj: a definition with its shift to WGS84, or the text itself where the datum needs none. */
export function projectionOf(prj: string, file: string): string {
  const code = codeOf(prj);
  if (code !== undefined && DEFINITIONS[code] !== undefined && !/TOWGS84/i.test(prj))
    return DEFINITIONS[code];
  const fail = (found: string): never => {
    throw new InputError(
      { file: `${file} (.prj)` },
      'a known reference system',
      found,
      'Add it to steps/projection.ts with its shift to WGS84.',
    );
  };
  if (code === 0 && !/TOWGS84/i.test(prj)) fail(`an old datum in an unknown projection, ${prj.slice(0, 60)}`);
  try {
    proj4(prj, 'WGS84');
  } catch (error) {
    fail((error as Error).message);
  }
  return prj;
}

/** proj4 definition of an EPSG code of the list above. Throws RangeError for others. */
export function epsg(code: number): string {
  const found = DEFINITIONS[code];
  if (found === undefined)
    throw new RangeError(`EPSG:${code} is not among ${Object.keys(DEFINITIONS).join(', ')}`);
  return found;
}
