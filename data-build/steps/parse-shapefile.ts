import { unzipSync } from 'fflate';
import type { Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import * as shpjs from 'shpjs';
import { InputError } from '../model';
import { BOX, type RawFeature } from './parse-geojson';
import { projectionOf } from './projection';

/** A zip that inflates beyond this is not a municipal layer. dBASE fields of 255 characters inflate a street file to 39 MB. */
const MAX_INFLATED = 128 * 1024 * 1024;
const AGAIN = 'The archive is cut short or damaged: download it again.';

/** Members of a zip by extension (prj, cpg, dbf, shp), wherever they stand in it. */
export function unzipLayer(bytes: Uint8Array, file: string): Map<string, Uint8Array> {
  let total = 0;
  let members: Record<string, Uint8Array>;
  try {
    members = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(prj|cpg|dbf|shp)$/i.test(name)) return false;
        total += originalSize;
        if (total > MAX_INFLATED) throw new RangeError(`inflates beyond ${MAX_INFLATED} bytes`);
        return true;
      },
    });
  } catch (error) {
    throw new InputError({ file }, 'a readable zip of a shapefile', (error as Error).message, AGAIN);
  }
  const parts = new Map(Object.entries(members).map(([name, data]) => [name.slice(-3).toLowerCase(), data]));
  for (const extension of ['shp', 'dbf', 'prj', 'cpg']) {
    if (!parts.has(extension)) {
      throw new InputError(
        { file },
        `a .${extension} member`,
        [...parts.keys()].join(', ') || 'none',
        'Export the layer again as shapefile.',
      );
    }
  }
  return parts;
}

/** Rows of a dBASE III table as text, by the layout of its header (field descriptors of 32 bytes, records of fixed width). */
export function readDbf(
  bytes: Uint8Array,
  file: string,
  fields: readonly string[],
): Record<string, string>[] {
  // dBASE III: 32 bytes of header come before the first field descriptor.
  if (bytes.length < 32)
    throw new InputError({ file: `${file} (.dbf)` }, 'a header', `${bytes.length} bytes`, AGAIN);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const headerSize = view.getUint16(8, true);
  const recordSize = view.getUint16(10, true);
  if (bytes.length < headerSize + count * recordSize) {
    throw new InputError({ file: `${file} (.dbf)` }, `${count} records`, `${bytes.length} bytes`, AGAIN);
  }
  const latin = new TextDecoder('latin1');
  const strict = new TextDecoder('utf-8', { fatal: true });
  const layout: { name: string; start: number; end: number }[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= headerSize && bytes[at] !== 0x0d; at += 32) {
    const name = latin.decode(bytes.subarray(at, at + 11)).replace(/\0.*$/s, '');
    const end = start + (bytes[at + 16] ?? 0);
    layout.push({ name, start, end });
    start = end;
  }
  const missing = fields.filter((name) => !layout.some((field) => field.name === name));
  if (missing.length > 0) {
    const found = layout.map(({ name }) => name).join(', ');
    throw new InputError(
      { file: `${file} (.dbf)` },
      `fields ${fields.join(', ')}`,
      found,
      'The layer changed its fields.',
    );
  }
  const wanted = layout.filter(({ name }) => fields.includes(name));
  return Array.from({ length: count }, (_, i) => {
    const record = bytes.subarray(headerSize + i * recordSize, headerSize + (i + 1) * recordSize);
    return Object.fromEntries(
      wanted.map(({ name, start, end }) => {
        try {
          return [name, strict.decode(record.subarray(start, end)).trim()];
        } catch {
          const at = { file: `${file} (.dbf)`, line: i + 1, column: name };
          throw new InputError(
            at,
            'UTF-8, as the .cpg says',
            'broken bytes',
            'Export the layer again in UTF-8.',
          );
        }
      }),
    );
  });
}

/** Geometries in WGS84 degrees, reprojected when the .prj says otherwise. */
function readShp(parts: ReadonlyMap<string, Uint8Array>, file: string): (Geometry | null)[] {
  const shp = parts.get('shp')!;
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  // ESRI whitepaper, July 1998, table 1: length in 16-bit words, big endian, at byte 24.
  const stated = shp.length < 100 ? 0 : view.getInt32(24, false) * 2;
  if (stated !== shp.length) {
    throw new InputError(
      { file: `${file} (.shp)` },
      `${stated} bytes, as its header says`,
      String(shp.length),
      AGAIN,
    );
  }
  const prj = new TextDecoder().decode(parts.get('prj')).trim();
  const geometries = shapesIn(view, file);
  if (/^GEOGCS\["(GCS_)?WGS[_ ]?(19)?84"/.test(prj)) return geometries;
  const project = proj4(projectionOf(prj, file), 'WGS84');
  const move = (part: unknown): unknown =>
    Array.isArray(part) && typeof part[0] === 'number'
      ? // proj4 throws on what is no number; such a position is found to lie outside the city.
        (part as Position).every(Number.isFinite) && project.forward(part as Position)
      : Array.isArray(part) && part.map(move);
  return geometries.map(
    (g) => g && ({ ...g, coordinates: move((g as { coordinates: unknown }).coordinates) } as Geometry),
  );
}

/** Null where a record holds no shape. The library reads on wherever a damaged record's counts lead it. */
function shapesIn(view: DataView, file: string): (Geometry | null)[] {
  try {
    return shpjs.parseShp(view as never) as (Geometry | null)[];
  } catch (error) {
    const found = (error as Error).message;
    throw new InputError({ file: `${file} (.shp)` }, 'records as their headers say', found, AGAIN);
  }
}

/** Whether all positions lie in the box of the city; nothing at all does not. */
const inside = (part: unknown): boolean => {
  if (!Array.isArray(part) || part.length === 0) return false;
  if (typeof part[0] !== 'number') return part.every(inside);
  const [x, y] = part as [number, number];
  return x >= BOX[0] && x <= BOX[2] && y >= BOX[1] && y <= BOX[3];
};

/** Features of a zipped shapefile in UTF-8, with the given fields as text and positions [lon, lat] in WGS84. */
export function parseShapefile<G extends Geometry>(
  bytes: Uint8Array,
  file: string,
  fields: readonly string[],
  types: readonly G['type'][],
): RawFeature<G>[] {
  const parts = unzipLayer(bytes, file);
  const cpg = new TextDecoder().decode(parts.get('cpg')).trim().toUpperCase();
  if (cpg !== 'UTF-8')
    throw new InputError({ file: `${file} (.cpg)` }, 'UTF-8', cpg, 'Export the layer in UTF-8.');
  const rows = readDbf(parts.get('dbf')!, file, fields);
  const geometries = readShp(parts, file);
  if (rows.length !== geometries.length) {
    throw new InputError(
      { file },
      `${rows.length} shapes, one for each row`,
      String(geometries.length),
      AGAIN,
    );
  }
  return rows.map((properties, i) => {
    const geometry = geometries[i];
    const at = (column: string) => ({ file, line: i + 1, column });
    if (!geometry || !(types as readonly string[]).includes(geometry.type)) {
      throw new InputError(
        at('geometry'),
        types.join(' or '),
        geometry?.type ?? 'no shape',
        'Check the export of this record.',
      );
    }
    if (!inside((geometry as { coordinates: unknown }).coordinates)) {
      throw new InputError(
        at('geometry'),
        `positions within ${BOX.join(', ')}`,
        'one elsewhere',
        'The .prj does not fit the shapes.',
      );
    }
    return { geometry: geometry as G, properties, at };
  });
}
