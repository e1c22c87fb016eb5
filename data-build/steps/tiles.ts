import { join } from 'node:path';
import { CITY_CODE, type Level } from '../../src/model/ids';
import type { EditionReader } from '../model';
import { type TileLayer, type TilesStats, type TopoFeature, writeTiles } from '../tiles/write';
import { geometryOf, type LevelShapes, levelShapes } from './geography';
import { innerPoint, polygonsOf } from './geography-measure';
import { baseLayers } from './tiles-base';

/** Zooms of the archives, see docs/tiles.md: one unit of z14 is 0.43 m in Bologna, half a pixel of a z16 view. */
export const AREAS_ZOOMS = { minzoom: 5, maxzoom: 14 } as const;

/** From which tile zoom a level's names are there to be drawn. */
const LABELS_FROM: Record<Level, number> = {
  citta: 5,
  comune: 7,
  quartiere: 8,
  zona: 9,
  prossimita: 9,
  area: 10,
};

const ATTRIBUTION = {
  areas: 'Comune di Bologna, CC BY 4.0; comuni: ISTAT via openpolis, CC BY 4.0',
  base: 'Comune di Bologna, CC BY 4.0',
};

export interface BuiltTiles {
  /** Paths of the two archives. */
  areas: string;
  base: string;
  stats: { areas: TilesStats; base: TilesStats };
}

/** Edition → `<outDir>/areas.pmtiles` and `<outDir>/base.pmtiles`. Equal edition, equal bytes. */
export async function buildTiles(edition: EditionReader, outDir: string): Promise<BuiltTiles> {
  const areas = await writeTiles({
    out: join(outDir, 'areas.pmtiles'),
    name: 'areas',
    description: 'City, quartieri, zone, zone di prossimità, statistical areas and comuni of Bologna.',
    attribution: ATTRIBUTION.areas,
    layers: areaLayers(edition),
  });
  const base = await writeTiles({
    out: join(outDir, 'base.pmtiles'),
    name: 'base',
    description: 'Streets, cycle paths and limited-traffic zones of Bologna.',
    attribution: ATTRIBUTION.base,
    layers: baseLayers(edition),
  });
  return { areas: areas.path, base: base.path, stats: { areas, base } };
}

export function areaLayers(edition: EditionReader): TileLayer[] {
  const levels = levelShapes(edition);
  const city = levels.find(({ level }) => level === 'citta') as LevelShapes;
  const polygons = levels.map(({ level, topology, places }): TileLayer => ({
    name: level,
    ...AREAS_ZOOMS,
    coverage: true,
    features: places.map(({ code, name, shape }): TopoFeature => {
      // Bologna as a comune is drawn with the city's own border, not ISTAT's generalised one, or it would show twice.
      const own = level === 'comune' && code === CITY_CODE ? city : undefined;
      return {
        id: featureId(code),
        properties: { code, name },
        topology: own?.topology ?? topology,
        geometry: own?.places[0]?.shape ?? shape,
      };
    }),
  }));
  return [...polygons, labels(levels)];
}

const labels = (levels: readonly LevelShapes[]): TileLayer => ({
  name: 'labels',
  ...AREAS_ZOOMS,
  description: 'Inner point of every area of every level',
  features: levels.flatMap(({ level, topology, places }) =>
    places.map(({ code, name, shape }) => ({
      minzoom: LABELS_FROM[level],
      properties: { level, code, name },
      geometry: {
        type: 'Point' as const,
        coordinates: innerPoint(polygonsOf(geometryOf(topology, shape))),
      },
    })),
  ),
});

/** MVT ids are integers: a numeric code as it reads (`037006` → 37006), a letter in base 36 (`A` → 10). */
export const featureId = (code: string): number => parseInt(code, /^\d+$/.test(code) ? 10 : 36);
