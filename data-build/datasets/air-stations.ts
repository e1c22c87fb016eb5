import type { Point } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { titleCase } from '../steps/parse-names';

const FILE = 'environment/air_2024/bologna_air_quality_stations.geojson';

/** About 100 m: the places were found from the stations' names, not surveyed. */
const rough = (degrees: number): string => String(Number(degrees.toFixed(3)));

function readStation(feature: RawFeature<Point>): string[] {
  const name = textProperty(feature, 'station_name', /^[A-Z][A-Z ]+$/);
  const { longitude, latitude } = feature.properties;
  const [lon, lat] = feature.geometry.coordinates as [number, number];
  if (longitude !== lon || latitude !== lat)
    throw new InputError(
      feature.at('geometry'),
      `${String(longitude)}, ${String(latitude)}, as its properties say`,
      `${lon}, ${lat}`,
      'Point and properties disagree.',
    );
  return [name.toLowerCase().replaceAll(' ', '-'), titleCase(name), rough(lon), rough(lat)];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const rows = parseGeoJson(ctx.read(FILE), FILE, ['Point']).map(readStation);
  if (new Set(rows.map(([id]) => id)).size !== rows.length)
    throw new InputError(
      { file: FILE, column: 'station_name' },
      'each station once',
      `${rows.length} features`,
      'Remove the copy.',
    );
  return {
    tables: { data: { columns: ['station', 'name', 'lon', 'lat'], rows } },
    period: ['2024', '2024'],
  };
}

export const dataset: DatasetModule = {
  meta: {
    id: 'air-stations',
    publisher: 'OpenStreetMap contributors',
    sourceId: 'nominatim',
    landingPage: 'https://www.openstreetmap.org/copyright',
    licence: {
      id: 'ODbL-1.0',
      title: 'Open Data Commons Open Database License 1.0',
      url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    },
    title: { it: 'Centraline della qualità dell’aria: posizioni', en: 'Air quality stations: places' },
    notes: [
      {
        it: 'Posizioni trovate cercando il nome della centralina in OpenStreetMap (Nominatim): approssimate, arrotondate a circa 100 metri. Licenza ODbL: questa tabella è tenuta separata da ogni altra.',
        en: 'Places found by searching OpenStreetMap (Nominatim) for the station’s name: approximate, rounded to about 100 metres. ODbL licence: this table is kept apart from all others.',
      },
      {
        it: 'Un secondo elenco di posizioni è scartato: una virgola senza virgolette ne sposta le colonne e via Chiarini vi sta a 6 km dalla via vera.',
        en: 'A second list of places is discarded: an unquoted comma shifts its columns, and it puts via Chiarini 6 km from the real street.',
      },
    ],
  },
  sources: [{ path: FILE, url: 'https://nominatim.openstreetmap.org/' }],
  refresh,
};
