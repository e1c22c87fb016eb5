import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { MapOverlay } from './spec';

type SourceMap = Pick<MapLibre, 'addSource' | 'getSource' | 'removeSource'>;

/**
 * Keeps the sources of a kind's overlay on the map: added before the layers that read them, filled anew when their data are
 * another object, taken away after the layers are gone.
 */
export class OverlaySources {
  private readonly data = new Map<string, unknown>();

  constructor(private readonly map: SourceMap) {}

  /** Call before the layers are brought in line. */
  add(overlay: MapOverlay | null | undefined): void {
    for (const [id, source] of Object.entries(overlay?.sources ?? {})) {
      const known = this.map.getSource<GeoJSONSource>(id);
      if (!known) this.map.addSource(id, source);
      else if (this.data.get(id) !== source.data && typeof source.data !== 'string')
        void known.setData(source.data);
      this.data.set(id, source.data);
    }
  }

  /** Call once no layer reads them any more. */
  drop(overlay: MapOverlay | null | undefined): void {
    for (const id of [...this.data.keys()]) {
      if (overlay && id in overlay.sources) continue;
      if (this.map.getSource(id)) this.map.removeSource(id);
      this.data.delete(id);
    }
  }

  /** After the engine has rebuilt its style, nothing is there any more. */
  forget(): void {
    this.data.clear();
  }
}
