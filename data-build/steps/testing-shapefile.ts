import { strToU8 } from 'fflate';

/** Small shapefiles for tests; nothing in the build imports this. */

export const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
export const UTM32 =
  'PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",9],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]';

/** Polylines of one part each, as the ESRI whitepaper of July 1998 lays them out. */
export function shp(lines: number[][][]): Uint8Array {
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
export function dbf(field: string, values: Uint8Array[]): Uint8Array {
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
