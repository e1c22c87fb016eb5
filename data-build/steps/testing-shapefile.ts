import { strToU8, zipSync } from 'fflate';

/** Small shapefiles for tests; nothing in the build imports this. */

export const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
export const UTM32 =
  'PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",9],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]';

/** Shapes of one kind (3 polylines, 5 polygons) and any parts, as the ESRI whitepaper of July 1998 lays them out; boxes stay 0. */
function shapes(kind: 3 | 5, records: readonly number[][][][]): Uint8Array {
  const sizes = records.map((parts) => 8 + 44 + 4 * parts.length + 16 * parts.flat().length);
  const view = new DataView(new ArrayBuffer(100 + sizes.reduce((a, b) => a + b, 0)));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, kind, true);
  let at = 100;
  records.forEach((parts, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, (sizes[i]! - 8) / 2);
    view.setInt32(at + 8, kind, true);
    view.setInt32(at + 44, parts.length, true);
    view.setInt32(at + 48, parts.flat().length, true);
    parts.forEach((_, p) => view.setInt32(at + 52 + 4 * p, parts.slice(0, p).flat().length, true));
    const points = at + 52 + 4 * parts.length;
    parts.flat().forEach(([x, y], j) => {
      view.setFloat64(points + j * 16, x!, true);
      view.setFloat64(points + j * 16 + 8, y!, true);
    });
    at += sizes[i]!;
  });
  return new Uint8Array(view.buffer);
}

/** Polylines of one part each. */
export const shp = (lines: number[][][]): Uint8Array =>
  shapes(
    3,
    lines.map((line) => [line]),
  );

/** dBASE III with text fields of the given widths. */
function table(
  fields: readonly (readonly [name: string, width: number])[],
  rows: Uint8Array[][],
): Uint8Array {
  const header = 33 + 32 * fields.length;
  const width = 1 + fields.reduce((sum, [, bytes]) => sum + bytes, 0);
  const bytes = new Uint8Array(header + rows.length * width).fill(32, header);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, width, true);
  fields.forEach(([name, size], i) => {
    bytes.set(strToU8(name), 32 + 32 * i);
    bytes[32 + 32 * i + 11] = 'C'.charCodeAt(0);
    bytes[32 + 32 * i + 16] = size;
  });
  bytes[header - 1] = 0x0d;
  rows.forEach((row, r) => {
    let at = header + r * width + 1;
    row.forEach((value, i) => {
      bytes.set(value, at);
      at += fields[i]![1];
    });
  });
  return bytes;
}

/** dBASE III with one text field of 20 bytes. */
export const dbf = (field: string, values: Uint8Array[]): Uint8Array =>
  table(
    [[field, 20]],
    values.map((value) => [value]),
  );

/** A zipped shapefile in words. Rings as in the file: exteriors clockwise, holes the other way. */
export interface LayerText {
  shapes: 'polyline' | 'polygon';
  prj: 'WGS84' | 'UTM32';
  cpg: string;
  /** Width of each field in bytes. */
  fields: Readonly<Record<string, number>>;
  /** `parts` aside, each key is a field. */
  records: readonly ({ parts: number[][][] } & Record<string, unknown>)[];
}

/** Members stand in a folder, as in the real layers, and unpacked, so that damage to the archive meets what is in it. */
export function shapefile({ shapes: kind, prj, cpg, fields, records }: LayerText): Uint8Array {
  const names = Object.keys(fields);
  const rows = records.map((record) => names.map((name) => strToU8(String(record[name]))));
  const geometries = records.map(({ parts }) => parts);
  const members = {
    'layer/x.shp': shapes(kind === 'polygon' ? 5 : 3, geometries),
    'layer/x.dbf': table(Object.entries(fields), rows),
    'layer/x.prj': strToU8(prj === 'UTM32' ? UTM32 : WGS84),
    'layer/x.cpg': strToU8(cpg),
  };
  return zipSync(members, { level: 0, mtime: '2026-01-01' });
}
