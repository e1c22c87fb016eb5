import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { InputError, type DatasetModule, type TidyTable } from '../model';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { expandSaints, normaliseName, titleCase } from '../steps/parse-names';
import { buildTopology, shareVertices } from '../steps/parse-topology';
import { comune, comuneExport } from '../steps/edition-publishers';

const AREAS = 'boundaries/aree-statistiche.geojson';
const PROSSIMITA = 'boundaries/zone_urbanistiche.geojson';
const COMUNI = 'boundaries/limits_P_37_municipalities.geojson';

const COLUMNS = [
  'area',
  'area_name',
  'zona',
  'zona_name',
  'quartiere',
  'quartiere_name',
  'prossimita',
  'prossimita_name',
] as const;
type Place = Record<(typeof COLUMNS)[number], string>;

/** Borders of neighbours agree to the millimetre where they should; 5 cm joins them and nothing else. */
const SNAP_METRES = 0.05;
/** A corner below a 2 m² triangle is not visible at zoom 15 (about 3.4 m a pixel at 44.5° N in 512-px tiles, 1.7 m at 2x). */
const AREA_DETAIL = 2;
const COMUNE_DETAIL = 100;
/** One step of the quantised grid is about 2 cm over the city. */
const STEPS = 1e6;

const name = (feature: RawFeature, property: string): string =>
  expandSaints(titleCase(textProperty(feature, property, /\S/)));

/** Which zona di prossimità each area belongs to, by normalised area name. */
function readProssimita(bytes: Uint8Array): Map<string, { code: string; name: string; quartiere: string }> {
  const byArea = new Map<string, { code: string; name: string; quartiere: string }>();
  for (const feature of parseGeoJson(bytes, PROSSIMITA, ['Polygon', 'MultiPolygon'])) {
    const zone = {
      code: textProperty(feature, 'cod_zona_prossimita', /^\d{1,2}$/),
      name: name(feature, 'zona_prossimita'),
      quartiere: textProperty(feature, 'cod_quar', /^1[1-6]$/),
    };
    for (const slot of [1, 2, 3, 4, 5, 6].map((n) => `areastat${n}`)) {
      if (feature.properties[slot] === null) continue;
      const key = normaliseName(textProperty(feature, slot, /\S/));
      if (byArea.has(key)) {
        throw new InputError(
          feature.at(slot),
          'each area in one zona di prossimità',
          `${key} twice`,
          'Ask the publisher.',
        );
      }
      byArea.set(key, zone);
    }
  }
  return byArea;
}

function readPlace(feature: RawFeature, zones: ReturnType<typeof readProssimita>): Place {
  const area = textProperty(feature, 'codice_area_statistica', /^([1-9]|[1-8]\d|90)$/);
  const quartiere = textProperty(feature, 'cod_quar', /^1[1-6]$/);
  const shouted = textProperty(feature, 'area_statistica', /\S/);
  const zone = zones.get(normaliseName(shouted));
  const todo = 'Compare the two layers: an area changed its name or its quartiere.';
  if (!zone)
    throw new InputError(feature.at('area_statistica'), 'an area listed in ' + PROSSIMITA, shouted, todo);
  if (zone.quartiere !== quartiere) {
    throw new InputError(
      feature.at('cod_quar'),
      `quartiere ${zone.quartiere} of ${zone.name}`,
      quartiere,
      todo,
    );
  }
  return {
    area,
    area_name: titleCase(shouted),
    zona: textProperty(feature, 'cod_zona', /^[A-Z]$/),
    zona_name: name(feature, 'zona'),
    quartiere,
    quartiere_name: name(feature, 'quartiere'),
    prossimita: zone.code,
    prossimita_name: zone.name,
  };
}

/** Each child code must have one parent and each code one name. */
function checkNesting(
  places: readonly Place[],
  child: keyof Place,
  parent: keyof Place,
  todo = 'The partition changed: it must nest for sums to be right.',
): void {
  const parents = new Map<string, string>();
  for (const place of places) {
    const known = parents.get(place[child]) ?? place[parent];
    if (known !== place[parent]) {
      throw new InputError(
        { file: AREAS, column: parent },
        `one ${parent} for ${child} ${place[child]}`,
        `${known} and ${place[parent]}`,
        todo,
      );
    }
    parents.set(place[child], known);
  }
}

const EXPECTED: readonly (readonly [keyof Place, number])[] = [
  ['area', 90],
  ['zona', 18],
  ['quartiere', 6],
  ['prossimita', 25],
];

function checkPlaces(places: readonly Place[]): void {
  for (const [level, count] of EXPECTED) {
    const found = new Set(places.map((p) => p[level])).size;
    if (found !== count || (level === 'area' && places.length !== count)) {
      throw new InputError(
        { file: AREAS, column: level },
        `${count} codes`,
        `${found} in ${places.length} rows`,
        'The city changed its partition or the layer is cut short: every series must be looked at again.',
      );
    }
  }
  checkNesting(places, 'zona', 'quartiere');
  checkNesting(places, 'prossimita', 'quartiere');
  for (const level of ['zona', 'quartiere', 'prossimita'] as const)
    checkNesting(places, level, `${level}_name`);
  // Tables come by name: two places of one name would be one of them.
  for (const level of ['area', 'zona', 'quartiere', 'prossimita'] as const) {
    const column = `${level}_name` as const;
    const named = places.map((place) => ({ ...place, [column]: normaliseName(place[column]) }));
    checkNesting(named, column, level, 'Tables are joined by name: ask the publisher which is meant.');
  }
}

function hierarchy(places: readonly Place[]): TidyTable {
  const sorted = [...places].sort((a, b) => Number(a.area) - Number(b.area));
  return { columns: COLUMNS, rows: sorted.map((place) => COLUMNS.map((column) => place[column])) };
}

function readComuni(bytes: Uint8Array): Feature<Polygon | MultiPolygon>[] {
  const features = parseGeoJson(bytes, COMUNI, ['Polygon', 'MultiPolygon']).map((feature) => ({
    type: 'Feature' as const,
    geometry: feature.geometry,
    properties: {
      code: textProperty(feature, 'com_istat_code', /^037\d{3}$/),
      name: textProperty(feature, 'name', /\S/),
    },
  }));
  const codes = new Set(features.map((f) => f.properties.code));
  if (codes.size !== 55 || features.length !== 55) {
    throw new InputError(
      { file: COMUNI, column: 'com_istat_code' },
      '55 comuni',
      `${codes.size} codes in ${features.length} features`,
      'Check for mergers.',
    );
  }
  return features.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
}

export const dataset: DatasetModule = {
  meta: {
    ...comune('aree-statistiche'),
    id: 'geography',
    title: {
      it: 'Aree statistiche, zone, quartieri e comuni',
      en: 'Statistical areas, zones, districts and municipalities',
    },
    notes: [
      {
        it: 'Zone, quartieri e zone di prossimità sono unioni delle 90 aree statistiche; l’appartenenza alle zone di prossimità viene dal dataset zone_urbanistiche, unito per nome.',
        en: 'Zones, districts and proximity zones are unions of the 90 statistical areas; membership of proximity zones comes from the dataset zone_urbanistiche, joined by name.',
      },
      {
        it: 'I vertici che cadono sul lato del poligono vicino diventano vertici di entrambi (entro 5 cm): i confini comuni sono un solo tratto. Poi semplificazione topologica fino a triangoli di 2 m² (100 m² per i comuni).',
        en: 'Vertices lying on the side of the neighbouring polygon become vertices of both (within 5 cm): shared borders are one arc. Then simplification by topology down to triangles of 2 m² (100 m² for municipalities).',
      },
      {
        it: 'I nomi, in maiuscolo alla fonte, sono riscritti in minuscolo; «S. Viola», «S. Vitale» e «S. Ruffillo» sono scritti per esteso.',
        en: 'Names, upper case at the source, are restated in title case; “S. Viola”, “S. Vitale” and “S. Ruffillo” are written out.',
      },
      {
        it: 'I confini dei 55 comuni sono di ISTAT nella versione di openpolis (geojson-italy, CC BY 4.0), generalizzati: il contorno di Bologna differisce dall’unione delle aree statistiche.',
        en: 'The outlines of the 55 municipalities are ISTAT’s as republished by openpolis (geojson-italy, CC BY 4.0), generalised: Bologna’s differs from the union of the statistical areas.',
      },
    ],
  },
  sources: [
    { path: AREAS, url: comuneExport('aree-statistiche', 'geojson') },
    { path: PROSSIMITA, url: comuneExport('zone_urbanistiche', 'geojson') },
    {
      path: COMUNI,
      url: 'https://github.com/openpolis/geojson-italy/blob/master/geojson/limits_P_37_municipalities.geojson',
    },
  ],
  refresh(ctx) {
    const zones = readProssimita(ctx.read(PROSSIMITA));
    const raw = parseGeoJson(ctx.read(AREAS), AREAS, ['Polygon', 'MultiPolygon']);
    const places = raw.map((feature) => readPlace(feature, zones));
    checkPlaces(places);
    const areas: Feature<Polygon | MultiPolygon>[] = raw
      .map((feature, i) => {
        const { area, area_name, ...parents } = places[i]!;
        return {
          type: 'Feature' as const,
          geometry: feature.geometry,
          properties: { code: area, name: area_name, ...parents },
        };
      })
      .sort((a, b) => Number(a.properties.code) - Number(b.properties.code));
    return {
      tables: { hierarchy: hierarchy(places) },
      topologies: {
        areas: buildTopology('areas', shareVertices(areas, SNAP_METRES), AREA_DETAIL, STEPS),
        comuni: buildTopology(
          'comuni',
          shareVertices(readComuni(ctx.read(COMUNI)), SNAP_METRES),
          COMUNE_DETAIL,
          STEPS,
        ),
      },
      period: ['2024', '2024'],
    };
  },
};
