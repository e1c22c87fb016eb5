import type { Point } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { degrees } from '../steps/parse-points';

const FILE = 'mobility/stars-controllo-rosso-semaforico.geojson';
const ID = 'stars-controllo-rosso-semaforico';
const PERIOD = '2020';

function readCamera(feature: RawFeature<Point>): string[] {
  const name = textProperty(feature, 'semaforo_stars_bologna', /\S/).replace(/\s+/g, ' ').trim();
  const [lon, lat] = feature.geometry.coordinates as [number, number];
  return [PERIOD, name, degrees(lon), degrees(lat)];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const rows = parseGeoJson(ctx.read(FILE), FILE, ['Point']).map(readCamera);
  const names = new Set(rows.map(([, name]) => name));
  if (names.size !== rows.length)
    throw new InputError(
      { file: FILE, column: 'semaforo_stars_bologna' },
      'each junction once',
      `${names.size} names for ${rows.length} cameras`,
      'Ask the publisher which one holds.',
    );
  return {
    tables: { data: { columns: ['period', 'name', 'lon', 'lat'], rows } },
    period: [PERIOD, PERIOD],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'red-light-cameras',
    title: { it: 'Controllo del rosso semaforico (Stars)', en: 'Red-light cameras (Stars)' },
    notes: [
      {
        it: 'Incroci con il controllo del passaggio col rosso. Il file non porta una data: 2020 è l’anno dell’esportazione. Doppi spazi nei nomi ridotti a uno.',
        en: 'Junctions where passing on red is checked. The file bears no date: 2020 is the year of the export. Double spaces in names reduced to one.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'geojson') }],
  refresh,
};
