import { strToU8, zipSync } from 'fflate';
import type { LineString } from 'geojson';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { parseShapefile } from './parse-shapefile';
import { dbf, shp, UTM32, WGS84 } from './testing-shapefile';

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
