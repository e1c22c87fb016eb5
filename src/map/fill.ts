import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Points } from './points';

type FillMap = Pick<MapLibre, 'getSource' | 'isSourceLoaded' | 'on' | 'off'>;

/** Fills a source and is done when its tiles hold what it was filled with; at once where no layer reads it. Never rejects. */
export async function fill(map: FillMap, id: string, points: Points): Promise<void> {
  // A map that is gone needs no points.
  await map
    .getSource<GeoJSONSource>(id)
    ?.setData(points)
    .catch(() => undefined);
  if (!map.getSource(id) || map.isSourceLoaded(id)) return;
  await new Promise<void>((done) => {
    const look = (): void => {
      if (map.getSource(id) && !map.isSourceLoaded(id)) return;
      map.off('sourcedata', look);
      done();
    };
    map.on('sourcedata', look);
  });
}
