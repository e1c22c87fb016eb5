import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { epsg, projectionOf } from './projection';

const wkt = (name: string, geogcs: string, datum: string, meridian: number, east: number): string =>
  `PROJCS["${name}",GEOGCS["${geogcs}",DATUM["${datum}",SPHEROID["International_1924",6378388,297]],PRIMEM["Greenwich",0],` +
  'UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],' +
  `PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",${east}],` +
  'PARAMETER["false_northing",0],UNIT["Meter",1]]';

const SYSTEMS = [
  [23032, wkt('ED50_UTM_zone_32N', 'GCS_European_1950', 'D_European_1950', 9, 500_000)],
  [23033, wkt('ED_1950_UTM_Zone_33N', 'GCS_European_1950', 'D_European_1950', 15, 500_000)],
  [3003, wkt('Monte_Mario_Italy_1', 'GCS_Monte_Mario', 'D_Monte_Mario', 9, 1_500_000)],
  [3004, wkt('Monte_Mario_Italy_2', 'GCS_Monte_Mario', 'D_Monte_Mario', 15, 2_520_000)],
] as const;

/** Metres between two positions near Bologna. */
const apart = ([x, y]: number[], [u, v]: number[]): number =>
  Math.hypot((x! - u!) * 79_400, (y! - v!) * 111_100);
const MAGGIORE = [11.3428, 44.4938];

describe('projectionOf', () => {
  it.each(SYSTEMS)('knows EPSG:%i by its .prj', (code, prj) => {
    expect(projectionOf(prj, 'x.zip')).toBe(epsg(code));
  });

  it.each(SYSTEMS)('EPSG:%i is moved by its datum, which a bare .prj forgets', (code, prj) => {
    const metres = proj4('WGS84', epsg(code), MAGGIORE);
    expect(apart(proj4(epsg(code), 'WGS84', metres), MAGGIORE)).toBeLessThan(0.01);
    const naive = apart(proj4(prj, 'WGS84', metres), MAGGIORE);
    expect(naive).toBeGreaterThan(50);
    expect(naive).toBeLessThan(250);
  });

  it('agrees with a system of its own between zones: both zones of a datum give one place', () => {
    for (const [a, b] of [
      [23032, 23033],
      [3003, 3004],
    ] as const) {
      const one = proj4(epsg(a), epsg(b), proj4('WGS84', epsg(a), MAGGIORE));
      expect(apart(proj4(epsg(b), 'WGS84', one), MAGGIORE)).toBeLessThan(0.05);
    }
  });

  it('puts the northernmost corner of the areas where the published GeoJSON has it', () => {
    // The same corner in the municipal layer in ED50 and in `aree-statistiche`.
    const moved = proj4(epsg(23032), 'WGS84', [687_855.5, 4_936_570.0625]);
    expect(apart(moved, [11.364238535, 44.556205389])).toBeLessThan(3);
  });

  it('leaves other systems to proj4 and refuses an old datum in a projection it does not know', () => {
    const utm = wkt('WGS_1984_UTM_Zone_32N', 'GCS_WGS_1984', 'D_WGS_1984', 9, 500_000);
    expect(projectionOf(utm, 'x.zip')).toBe(utm);
    expect(() => projectionOf(wkt('Local', 'GCS_Monte_Mario', 'D_Monte_Mario', 12, 0), 'x.zip')).toThrow(
      'unknown projection',
    );
    expect(() => projectionOf('PROJCS["Moon"]', 'x.zip')).toThrow('a known reference system');
    expect(() => epsg(4326)).toThrow(RangeError);
  });
});
