import type { FilterSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { kindOf, rank } from './order';

type LayerMap = Pick<
  MapLibre,
  | 'addLayer'
  | 'removeLayer'
  | 'getLayersOrder'
  | 'setPaintProperty'
  | 'setLayoutProperty'
  | 'setFilter'
  | 'setLayerZoomRange'
>;
type Values = Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Kinds that stay on the map after a change of level until the tiles have the new one: no flash of bare paper. */
const LINGERS = /^(fill|missing-.*|symbols.*)$/;

/**
 * Brings the map's layers to a wanted list by the fewest setters. `setStyle` would also compare and reset the point
 * source, which is filled later.
 */
export class LayerSync {
  private readonly applied = new Map<string, LayerSpecification>();
  /**
   * A layer out of use is hidden, not removed. Where it goes and comes back while its tile is between worker and screen, the engine pairs the
   * tile with the layer's new self, which it has not evaluated yet, and throws; lettering meets a buffer already sent to the graphics card.
   * An overlay's layers go with their source, which takes its tiles along.
   */
  private readonly parked = new Map<string, LayerSpecification>();
  private wanted = new Set<string>();

  constructor(
    private readonly map: LayerMap,
    initial: readonly LayerSpecification[],
  ) {
    for (const layer of initial) this.applied.set(layer.id, layer);
    this.wanted = new Set(this.applied.keys());
  }

  /** Adds, changes and removes; true when layers of the former level linger and `retire` is due. */
  apply(layers: readonly LayerSpecification[]): boolean {
    this.wanted = new Set(layers.map(({ id }) => id));
    for (const layer of layers) {
      const before = this.applied.get(layer.id) ?? this.parked.get(layer.id);
      if (before) this.change(before, layer);
      else this.map.addLayer(layer, this.above(layer.id));
      if (this.parked.delete(layer.id)) this.map.setLayoutProperty(layer.id, 'visibility', 'visible');
      this.applied.set(layer.id, layer);
    }
    this.drop((id) => !LINGERS.test(kindOf(id)));
    return this.applied.size > this.wanted.size;
  }

  /** Takes away what lingers, once the tiles hold the new level. */
  retire(): void {
    this.drop(() => true);
  }

  private drop(which: (id: string) => boolean): void {
    for (const [id, layer] of [...this.applied]) {
      if (this.wanted.has(id) || !which(id)) continue;
      if (lasts(layer)) {
        this.map.setLayoutProperty(id, 'visibility', 'none');
        this.parked.set(id, layer);
      } else this.map.removeLayer(id);
      this.applied.delete(id);
    }
  }

  /** First layer that must stay above `id`. */
  private above(id: string): string | undefined {
    return this.map.getLayersOrder().find((other) => rank(other) > rank(id));
  }

  private change(before: LayerSpecification, after: LayerSpecification): void {
    const { id } = after;
    each(before.paint, after.paint, (key, value) =>
      this.map.setPaintProperty(id, key as never, value as never),
    );
    each(before.layout, after.layout, (key, value) =>
      this.map.setLayoutProperty(id, key as never, value as never),
    );
    const [f0, f1] = [filterOf(before), filterOf(after)];
    if (!same(f0, f1)) this.map.setFilter(id, f1 ?? null);
    if (before.minzoom !== after.minzoom || before.maxzoom !== after.maxzoom) {
      this.map.setLayerZoomRange(id, after.minzoom ?? 0, after.maxzoom ?? 24);
    }
  }
}

/** Whether the layer's source is the style's own and stays. An overlay's are named "kind-…". */
const lasts = (layer: LayerSpecification): boolean =>
  !('source' in layer && layer.source.startsWith('kind-'));

const filterOf = (layer: LayerSpecification): FilterSpecification | undefined =>
  'filter' in layer ? layer.filter : undefined;

function each(
  before: object | undefined,
  after: object | undefined,
  set: (key: string, value: unknown) => void,
): void {
  const [a, b] = [(before ?? {}) as Values, (after ?? {}) as Values];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
    if (!same(a[key], b[key])) set(key, b[key]);
}
