import type { MultiPoint } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { degrees } from '../steps/parse-points';

const FILE = 'mobility/rastrelliere-per-biciclette.geojson';
const ID = 'rastrelliere-per-biciclette';
/** The export bears no date; its publisher updates it in place. Year of the export. */
const PERIOD = '2024';
/** The largest so far, at the station, holds 156. */
const MAX_PLACES = 500;

function readRack(feature: RawFeature<MultiPoint>, ctx: RefreshContext): string[] {
  const { coordinates } = feature.geometry;
  const [point] = coordinates;
  if (!point || coordinates.length !== 1)
    throw new InputError(
      feature.at('geometry'),
      'one point',
      String(coordinates.length),
      'Say which point is the rack, or count its places apart.',
    );
  const places = feature.properties['numposti'];
  if (!Number.isInteger(places) || Number(places) < 1 || Number(places) > MAX_PLACES)
    throw new InputError(
      feature.at('numposti'),
      `places from 1 to ${MAX_PLACES}`,
      JSON.stringify(places),
      'Ask the publisher.',
    );
  const zone = ctx.prossimitaCode(textProperty(feature, 'nomezona', /\S/), feature.at('nomezona'));
  const id = textProperty(feature, 'id', /^\d+$/);
  return [PERIOD, id, String(places), degrees(point[0]!), degrees(point[1]!), zone];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const rows = parseGeoJson(ctx.read(FILE), FILE, ['MultiPoint']).map((f) => readRack(f, ctx));
  const ids = new Set(rows.map(([, id]) => id));
  if (ids.size !== rows.length)
    throw new InputError(
      { file: FILE, column: 'id' },
      'each rack once',
      `${ids.size} ids for ${rows.length} racks`,
      'Ask the publisher which one holds.',
    );
  return {
    tables: { data: { columns: ['period', 'id', 'places', 'lon', 'lat', 'prossimita'], rows } },
    period: [PERIOD, PERIOD],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'bike-racks',
    title: { it: 'Rastrelliere per biciclette', en: 'Bicycle racks' },
    notes: [
      {
        it: 'Rastrelliere pubbliche con il numero di posti. Il file non porta una data: 2024 è l’anno dell’esportazione. Prossimità: la zona scritta dalla fonte.',
        en: 'Public racks with their number of places. The file bears no date: 2024 is the year of the export. Prossimita: the zone the source writes.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'geojson') }],
  refresh,
};
