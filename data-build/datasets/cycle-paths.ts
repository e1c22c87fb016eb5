import type { Feature, LineString, MultiLineString, Position } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { joinLines } from '../steps/parse-lines';
import { buildTopology } from '../steps/parse-topology';

const FILE = 'mobility/piste-ciclopedonali.geojson';
const ID = 'piste-ciclopedonali';

const KIND = new Map([
  ['Ciclabile', 'cycle-path'],
  ['Pedonale-Ciclabile', 'shared-path'],
  ['Itinerario ciclabile', 'route'],
  ['Percorso naturalistico', 'nature-trail'],
]);
const FORM = new Map<unknown, string>([
  ['sede propria', 'own-track'],
  ['corsia ciclabile su strada', 'lane'],
  ['ciclabile contigua al pedonale', 'beside-footway'],
  ['corsia preferenziale bus/bici', 'bus-lane'],
  ['promiscuo ciclopedonale', 'shared-footway'],
  ['area pedonale', 'pedestrian-area'],
  ['promiscuo veicolare', 'shared-road'],
  ['pavimentato', 'paved'],
  ['sterrato', 'unpaved'],
  [null, ''],
]);
const EARLIER = 'Precedente 31/12/2021';
/** 240 km in all; the longest single feature is 2.3 km. */
const MAX_METRES = 10_000;
const DETAIL = 1;
const STEPS = 1e6;

interface Path {
  code: string;
  kind: string;
  form: string;
  opened: string;
  metres: number;
  lines: Position[][];
}

function word(feature: RawFeature, name: string, words: ReadonlyMap<unknown, string>): string {
  const found = words.get(feature.properties[name]);
  if (found !== undefined) return found;
  const expected = `one of ${[...words.keys()].map((k) => JSON.stringify(k)).join(', ')}`;
  throw new InputError(
    feature.at(name),
    expected,
    JSON.stringify(feature.properties[name]),
    'The publisher added a class.',
  );
}

function readPath(feature: RawFeature<LineString | MultiLineString>): Path {
  const metres = feature.properties['length'];
  if (typeof metres !== 'number' || !(metres >= 0 && metres <= MAX_METRES)) {
    throw new InputError(
      feature.at('length'),
      `metres up to ${MAX_METRES}`,
      JSON.stringify(metres),
      'Ask the publisher.',
    );
  }
  const year = textProperty(feature, 'anno', /^(Precedente 31\/12\/2021|20[2-9]\d)$/);
  const { geometry } = feature;
  return {
    code: textProperty(feature, 'codice', /^\d+$/),
    kind: word(feature, 'duso', KIND),
    form: word(feature, 'dtipologia2', FORM),
    opened: year === EARLIER ? '' : year,
    metres,
    lines: geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates,
  };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const raw = parseGeoJson(ctx.read(FILE), FILE, ['LineString', 'MultiLineString']);
  const paths = new Map<string, Path>();
  for (const path of raw.map(readPath)) {
    const key = [path.code.padStart(8, '0'), path.kind, path.form, path.opened].join('|');
    const known = paths.get(key);
    if (!known) {
      paths.set(key, path);
      continue;
    }
    known.metres += path.metres;
    known.lines.push(...path.lines);
  }
  const sorted = [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  const features = sorted.map(({ lines, metres, ...properties }): Feature<MultiLineString> => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: joinLines(lines) },
    properties: { ...properties, length_m: Math.round(metres) },
  }));
  const years = sorted
    .map((path) => path.opened)
    .filter(Boolean)
    .sort();
  return {
    topologies: { 'cycle-paths': buildTopology('cycle-paths', features, DETAIL, STEPS) },
    period: ['2021', years.at(-1) ?? '2021'],
    notes: [
      {
        it: `${raw.length} tratti della fonte riuniti in ${sorted.length}: uno stesso codice vi compare più volte.`,
        en: `${raw.length} stretches of the source joined into ${sorted.length}: one code appears there several times.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'cycle-paths',
    title: { it: 'Piste e itinerari ciclabili', en: 'Cycle paths and routes' },
    notes: [
      {
        it: 'La fonte data quasi tutti i tratti «Precedente 31/12/2021»: l’anno di apertura resta vuoto e la rete non si presta a una serie nel tempo.',
        en: 'The source dates nearly all stretches “before 31/12/2021”: the year of opening stays empty and the network does not make a time series.',
      },
      {
        it: 'Lunghezze come pubblicate (length), sommate per tratto e arrotondate al metro. La fonte non dà nomi.',
        en: 'Lengths as published (length), summed by stretch and rounded to the metre. The source gives no names.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'geojson') }],
  refresh,
};
