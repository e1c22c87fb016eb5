import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import type { RawFeature } from '../steps/parse-geojson';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { parseShapefile } from '../steps/parse-shapefile';
import { buildTopology, shareVertices } from '../steps/parse-topology';
import { UniqueKeys } from '../steps/validate';

const FILE = 'mobility/ltz_zones.zip';
const ID = 'zona-a-traffico-limitato';
const AREA_T = 'mobility/zona-t-centro-storico.csv';
const FIELDS = ['codice', 'stato', 'area'];

/** Only `codice` and `TipoZTL` are used: the polygon repeats one of the layer's. */
const AREA_T_FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'Geo Point',
    'Geo Shape',
    ...['ente', 'codice', 'ordinanza', 'stato', 'area'],
    ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => [`codarco${n}`, `nomevia${n}`]),
    'iidd',
    'TipoZTL',
  ],
};

const SNAP_METRES = 0.05;
const STEPS = 1e6;

/** Codes of the zones the municipality calls "Area T" (streets kept for pedestrians and cycles on T-Days). */
function readAreaT(bytes: Uint8Array): Set<string> {
  const unique = new UniqueKeys();
  return new Set(
    parseCsv(bytes, AREA_T, AREA_T_FORMAT).map((row) => {
      if (row.get('TipoZTL') !== 'Area T') row.fail('TipoZTL', '"Area T"', 'The row is shifted.');
      unique.add(row, 'codice', row.get('codice'));
      return row.get('codice');
    }),
  );
}

function toZone(
  feature: RawFeature<Polygon | MultiPolygon>,
  areaT: ReadonlySet<string>,
): Feature<Polygon | MultiPolygon> {
  const field = (name: string, shape: RegExp): string => {
    const text = String(feature.properties[name]);
    if (!shape.test(text)) {
      throw new InputError(
        feature.at(name),
        `text like ${String(shape)}`,
        JSON.stringify(text),
        'The record is shifted.',
      );
    }
    return text;
  };
  // Every zone in force carries state A; another state would be a zone not to draw.
  field('stato', /^A$/);
  const code = field('codice', /^\d+$/);
  return {
    type: 'Feature',
    geometry: feature.geometry,
    properties: { code, kind: areaT.has(code) ? 'area-t' : 'ztl', area_m2: Number(field('area', /^\d+$/)) },
  };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const areaT = readAreaT(ctx.read(AREA_T));
  const raw = parseShapefile<Polygon | MultiPolygon>(ctx.read(FILE), FILE, FIELDS, [
    'Polygon',
    'MultiPolygon',
  ]);
  const zones = raw
    .map((feature) => toZone(feature, areaT))
    .sort((a, b) => Number(a.properties?.['code']) - Number(b.properties?.['code']));
  const codes = new Set(zones.map((zone) => String(zone.properties?.['code'])));
  if (codes.size !== zones.length) {
    throw new InputError(
      { file: FILE, column: 'codice' },
      'each zone once',
      `${codes.size} codes for ${zones.length} zones`,
      'Download the layer again.',
    );
  }
  for (const code of areaT) {
    if (codes.has(code)) continue;
    throw new InputError(
      { file: AREA_T, column: 'codice' },
      'a zone of the layer',
      code,
      'The two exports are of different days.',
    );
  }
  return {
    topologies: { ztl: buildTopology('ztl', shareVertices(zones, SNAP_METRES), 0, STEPS) },
    period: ['2025', '2025'],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'ztl',
    title: { it: 'Zone a traffico limitato', en: 'Limited traffic zones' },
    notes: [
      {
        it: 'Stato all’esportazione del giugno 2025. La fonte non dà nomi; «Area T» viene dal dataset zona-t-centro-storico, unito per codice.',
        en: 'As exported in June 2025. The source gives no names; “Area T” comes from the dataset zona-t-centro-storico, joined by code.',
      },
      {
        it: 'Un avviso di auto-intersezione è scritto dalla fonte accanto alla zona 40: i suoi anelli, controllati, non si incrociano; sono riportati come sono.',
        en: 'The source notes a self-intersection beside zone 40: its rings, checked, do not cross; they are carried as they are.',
      },
    ],
  },
  sources: [
    { path: AREA_T, url: comuneExport('zona-t-centro-storico', 'csv') },
    { path: FILE, url: comuneExport(ID, 'shp') },
  ],
  refresh,
};
