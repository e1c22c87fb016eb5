import type { Point } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { degrees } from '../steps/parse-points';

const FILE = 'services/bagni-pubblici.geojson';
const ID = 'bagni-pubblici';
const PERIOD = '2024';

const KIND = new Map([
  ['Bagni presidiati accessibili', 'attended'],
  ['Bagni presidiati', 'attended'],
  ['Bagni automatizzati', 'automatic'],
  ['Vespasiani nuovi', 'urinal'],
  ['Vespasiani vecchi', 'urinal'],
]);

function readToilet(feature: RawFeature<Point>, ctx: RefreshContext): string[] {
  const id = textProperty(feature, 'geo_id', /^\d+$/);
  const type = textProperty(feature, 'tipologia', /./);
  const kind = KIND.get(type);
  if (kind === undefined) {
    throw new InputError(
      feature.at('tipologia'),
      `one of ${[...KIND.keys()].map((k) => JSON.stringify(k)).join(', ')}`,
      JSON.stringify(type),
      'The publisher added a class.',
    );
  }
  const name = textProperty(feature, 'posizione', /./).replace(/\s+/g, ' ').trim();
  const free = textProperty(feature, 'costo', /^(gratuito|a pagamento|con tessera)/).startsWith('gratuito');
  // "SI (4 su 5, …)" counts as accessible: at least one is.
  const accessible = textProperty(feature, 'accessibile', /^(SI|NO)\b/).startsWith('SI');
  const at = { ...feature.at('area_stat'), line: 1 };
  const area = ctx.areaCode(textProperty(feature, 'area_stat', /./), at);
  const quartiere = textProperty(feature, 'quartiere', /./);
  if (ctx.quartiereOf(area) !== quartiere) {
    throw new InputError(
      feature.at('quartiere'),
      String(ctx.quartiereOf(area)),
      quartiere,
      'Area and district disagree: ask the publisher.',
    );
  }
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  const flag = (yes: boolean): string => (yes ? '1' : '0');
  return [PERIOD, id, name, kind, flag(free), flag(accessible), degrees(lon), degrees(lat), area];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const features = parseGeoJson(ctx.read(FILE), FILE, ['Point']);
  const seen = new Set<string>();
  const rows = features.map((feature) => {
    const row = readToilet(feature, ctx);
    const id = row[1]!;
    if (seen.has(id))
      throw new InputError(feature.at('geo_id'), 'one feature for each id', id, 'Remove the copy.');
    seen.add(id);
    return row;
  });
  return {
    tables: {
      data: {
        columns: ['period', 'id', 'name', 'kind', 'free', 'accessible', 'lon', 'lat', 'area'],
        rows,
      },
    },
    period: [PERIOD, PERIOD],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'public-toilets',
    title: { it: 'Bagni pubblici', en: 'Public toilets' },
    notes: [
      {
        it: 'Bagni presidiati, automatizzati e vespasiani. «Gratuito» solo se lo è per tutti; «accessibile» se lo è almeno un servizio. Il file non porta una data: 2024 è l’anno dell’esportazione.',
        en: 'Attended toilets, automatic ones and urinals. “Free” only if free for all; “accessible” if at least one cabin is. The file bears no date: 2024 is the year of the export.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'geojson') }],
  refresh,
};
