import type { Map as MapLibre } from 'maplibre-gl';

type Linked = Pick<MapLibre, 'on' | 'off' | 'jumpTo' | 'getCenter' | 'getZoom' | 'getBearing' | 'getPitch'>;

/**
 * Keeps the cameras of maps of the same size alike, frame by frame, whoever moves. A map that joins takes the place of the first.
 * A follower's own moves carry no event of the reader's, so nobody is told of them twice.
 */
export class CameraLink {
  private readonly maps = new Set<Linked>();
  private passing = false;

  /** Returns the way out. */
  join(map: Linked): () => void {
    const [first] = this.maps;
    if (first) this.take(map, first);
    const onMove = (): void => this.pass(map);
    this.maps.add(map);
    map.on('move', onMove);
    return () => {
      this.maps.delete(map);
      map.off('move', onMove);
    };
  }

  private pass(from: Linked): void {
    if (this.passing) return;
    this.passing = true;
    try {
      for (const map of this.maps) if (map !== from) this.take(map, from);
    } finally {
      this.passing = false;
    }
  }

  private take(map: Linked, from: Linked): void {
    map.jumpTo({
      center: from.getCenter(),
      zoom: from.getZoom(),
      bearing: from.getBearing(),
      pitch: from.getPitch(),
    });
  }
}
