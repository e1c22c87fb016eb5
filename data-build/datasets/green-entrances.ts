import type { Point } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseGeoJson, type RawFeature } from '../steps/parse-geojson';
import { degrees } from '../steps/parse-points';
import { titleCase } from '../steps/parse-names';

const FILE = 'environment/aree-verdi_entrate_centroidi.geojson';
const ID = 'aree-verdi_entrate_centroidi';
const PERIOD = '2022';

const KIND = new Map<unknown, string>([
  ['GIARDINO', 'garden'],
  ['PARCO', 'park'],
  ["VERDE D'ARREDO", 'street-green'],
  ['VERDE SPORTIVO', 'sports-green'],
  ['CORPO IDRICO (laghetti, ruscelli, e fossi in collina)', 'water'],
  [null, ''],
]);
/** A placeholder of the source for green areas that had no name yet. */
const UNNAMED = 'NUOVA';

function readEntrance(feature: RawFeature<Point>): string[] {
  const { tipo_di_area: kind, nome: name } = feature.properties;
  const word = KIND.get(kind);
  if (word === undefined)
    throw new InputError(
      feature.at('tipo_di_area'),
      `one of ${[...KIND.keys()].map((k) => JSON.stringify(k)).join(', ')}`,
      JSON.stringify(kind),
      'The publisher added a kind.',
    );
  if (name !== null && (typeof name !== 'string' || name.trim() === ''))
    throw new InputError(
      feature.at('nome'),
      'a name or null',
      JSON.stringify(name),
      'Check the layer’s fields.',
    );
  if ((kind === null) !== (name === null))
    throw new InputError(
      feature.at('nome'),
      'kind and name both there or both missing',
      JSON.stringify(name),
      'The record is half filled: ask the publisher.',
    );
  const [lon, lat] = feature.geometry.coordinates as [number, number];
  const label = name === null || name === UNNAMED ? '' : titleCase(name);
  return [PERIOD, degrees(lon), degrees(lat), word, label];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const rows = parseGeoJson(ctx.read(FILE), FILE, ['Point']).map(readEntrance);
  const places = new Set(rows.map(([, lon, lat]) => `${lon} ${lat}`));
  if (places.size !== rows.length)
    throw new InputError(
      { file: FILE, column: 'geometry' },
      'each point once',
      `${places.size} places for ${rows.length} points`,
      'Remove the copies or ask the publisher.',
    );
  const blank = rows.filter(([, , , kind]) => kind === '').length;
  return {
    tables: { data: { columns: ['period', 'lon', 'lat', 'kind', 'name'], rows } },
    period: [PERIOD, PERIOD],
    notes: [
      {
        it: `${blank} punti su ${rows.length} non hanno tipo né nome alla fonte: non si sa di quale verde siano.`,
        en: `${blank} of ${rows.length} points have neither kind nor name at the source: which green they belong to is unknown.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'green-entrances',
    title: { it: 'Ingressi e centri delle aree verdi', en: 'Entrances and centres of green areas' },
    notes: [
      {
        it: 'Punti d’accesso delle aree verdi più grandi e centri di quelle piccole: una stessa area può averne molti, e non se ne ricava la superficie. Il file non porta una data: 2022 è l’anno dell’esportazione.',
        en: 'Access points of larger green areas and centres of small ones: one area may have many, and no surface follows from them. The file bears no date: 2022 is the year of the export.',
      },
      {
        it: '«Nuova» non è un nome: resta vuoto. Gli altri nomi, in maiuscolo alla fonte, sono riscritti in minuscolo; refusi della fonte lasciati come sono.',
        en: '“Nuova” is no name: it stays empty. Other names, upper case at the source, are restated in title case; misspellings are left as they are.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'geojson') }],
  refresh,
};
