import { strToU8, zipSync } from 'fflate';
import type { LineString } from 'geojson';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { parseShapefile } from './parse-shapefile';

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
const UTM32 =
  'PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",9],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]';

/** Polylines of one part each, as the ESRI whitepaper of July 1998 lays them out. */
function shp(lines: number[][][]): Uint8Array {
  const records = lines.map((line) => 8 + 44 + 4 + line.length * 16);
  const view = new DataView(new ArrayBuffer(100 + records.reduce((a, b) => a + b, 0)));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 3, true);
  let at = 100;
  lines.forEach((line, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, (records[i]! - 8) / 2);
    view.setInt32(at + 8, 3, true);
    view.setInt32(at + 44, 1, true);
    view.setInt32(at + 48, line.length, true);
    line.forEach(([x, y], j) => {
      view.setFloat64(at + 56 + j * 16, x!, true);
      view.setFloat64(at + 64 + j * 16, y!, true);
    });
    at += records[i]!;
  });
  return new Uint8Array(view.buffer);
}

/** dBASE III with one text field of 20 bytes. */
function dbf(field: string, values: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(65 + values.length * 21).fill(32);
  const view = new DataView(bytes.buffer);
  bytes.fill(0, 0, 65);
  view.setUint32(4, values.length, true);
  view.setUint16(8, 65, true);
  view.setUint16(10, 21, true);
  bytes.set(strToU8(field), 32);
  bytes[43] = 67;
  bytes[48] = 20;
  bytes[64] = 0x0d;
  values.forEach((value, i) => bytes.set(value, 66 + i * 21));
  return bytes;
}

const LINE = [
  [11.3, 44.5],
  [11.31, 44.51],
];
const parts = () => ({
  'a/x.shp': shp([LINE]),
  'a/x.dbf': dbf('name', [strToU8('VIA DELL’ARCO')]),
  'a/x.prj': strToU8(WGS84),
  'a/x.cpg': strToU8('UTF-8'),
});
const parse = (members: Record<string, Uint8Array>) =>
  parseShapefile<LineString>(zipSync(members), 'x.zip', ['name'], ['LineString']);

describe('parseShapefile', () => {
  it('gives fields as text and positions in degrees', () => {
    const [feature] = parse(parts());
    expect(feature!.properties).toEqual({ name: 'VIA DELL’ARCO' });
    expect(feature!.geometry.coordinates).toEqual(LINE);
  });

  it('reprojects what its .prj says is projected', () => {
    const to = proj4('WGS84', UTM32);
    const projected = shp([LINE.map((p) => to.forward(p))]);
    const [feature] = parse({ ...parts(), 'a/x.shp': projected, 'a/x.prj': strToU8(UTM32) });
    const [lon, lat] = feature!.geometry.coordinates[0]!;
    expect(lon).toBeCloseTo(11.3, 7);
    expect(lat).toBeCloseTo(44.5, 7);
  });

  it.each<[string, () => Record<string, Uint8Array>, string]>([
    [
      'a shape file cut short',
      () => ({ ...parts(), 'a/x.shp': shp([LINE]).slice(0, -8) }),
      'x.zip (.shp): expected 188 bytes, as its header says, found 180.',
    ],
    [
      'a table cut short',
      () => ({ ...parts(), 'a/x.dbf': dbf('name', [strToU8('A')]).slice(0, -1) }),
      'x.zip (.dbf): expected 1 records, found 85 bytes.',
    ],
    [
      'another field',
      () => ({ ...parts(), 'a/x.dbf': dbf('nome', [strToU8('A')]) }),
      'x.zip (.dbf): expected fields name, found nome.',
    ],
    [
      'broken UTF-8',
      () => ({ ...parts(), 'a/x.dbf': dbf('name', [new Uint8Array([0xe0, 0x20])]) }),
      'x.zip (.dbf):1 [name]: expected UTF-8, as the .cpg says, found broken bytes.',
    ],
    [
      'another encoding',
      () => ({ ...parts(), 'a/x.cpg': strToU8('ISO-8859-1') }),
      'x.zip (.cpg): expected UTF-8, found ISO-8859-1.',
    ],
    [
      'a missing member',
      () => Object.fromEntries(Object.entries(parts()).slice(0, 3)),
      'x.zip: expected a .cpg member, found shp, dbf, prj.',
    ],
    [
      'more rows than shapes',
      () => ({ ...parts(), 'a/x.dbf': dbf('name', [strToU8('A'), strToU8('B')]) }),
      'x.zip: expected 2 shapes, one for each row, found 1.',
    ],
    [
      'metres under a .prj in degrees',
      () => ({
        ...parts(),
        'a/x.shp': shp([
          [
            [686000, 4930000],
            [686100, 4930100],
          ],
        ]),
      }),
      'x.zip:1 [geometry]: expected positions within 10.5, 43.9, 12.2, 45, found one elsewhere.',
    ],
  ])('stops at %s', (_, members, message) => {
    expect(() => parse(members())).toThrow(message);
  });

  it('stops at an archive cut short', () => {
    const zip = zipSync(parts());
    expect(() => parseShapefile(zip.slice(0, -30), 'x.zip', ['name'], ['LineString'])).toThrow(
      /^x\.zip: expected a readable zip/,
    );
  });
});
