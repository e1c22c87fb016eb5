import type { LayerSpecification } from 'maplibre-gl';

/**
 * Every layer of the map, bottom to top: ground, data, the city's lines, marks of attention, names.
 * A layer's id is its kind, or kind and level joined by a colon (`fill:zona`). Those that begin with `kind-` are places for the
 * overlays of other kinds of map: `kind-point:schools`. Counted crowds stand above the names, which then make room for them.
 */
export const ORDER = [
  'background',
  'comune-lines',
  'city-edge',
  'city-ground',
  'fill',
  'missing-suppressed',
  'missing-not-available',
  'missing-unreliable',
  'missing-not-applicable',
  'kind-fill',
  'kind-fill-line',
  'ztl-fill',
  'streets-minor',
  'streets-local',
  'streets-main',
  'streets-major',
  'streets-minor-line',
  'streets-local-line',
  'streets-main-line',
  'streets-major-line',
  'cycleways',
  'ztl-line',
  'borders',
  'borders-zona',
  'borders-quartiere',
  'city-line',
  'symbols',
  'symbols-missing',
  'kind-line',
  'kind-halo',
  'kind-point',
  'mark-halo',
  'mark',
  'kind-raised',
  'picked-halo',
  'picked',
  'hover-halo',
  'hover',
  'selected-halo',
  'selected',
  'deck-maplibre-layer-group-before',
  'street-names',
  'kind-name',
  'names-comune',
  'names-context',
  'names',
  'mark-names',
  'kind-count',
] as const;
export type LayerKind = (typeof ORDER)[number];

/** deck.gl puts its layers right below this one, as the group `deck-maplibre-layer-group-before:street-names`. Always on the map. */
export const DECK_BELOW = 'street-names' satisfies LayerKind;

const RANK = new Map<string, number>(ORDER.map((kind, i) => [kind, i]));

export const kindOf = (id: string): string => id.split(':', 1)[0] ?? id;

/** Place in the stack, 0 at the bottom. Throws RangeError on a layer that is not in the list. */
export function rank(id: string): number {
  const at = RANK.get(kindOf(id));
  if (at === undefined) throw new RangeError(`layer "${id}" has no place in src/map/order.ts`);
  return at;
}

/** Bottom to top; layers of one kind keep their order. Throws as `rank` does, also on a list of one. */
export const sortLayers = (layers: readonly LayerSpecification[]): LayerSpecification[] =>
  layers
    .map((layer) => ({ layer, at: rank(layer.id) }))
    .sort((a, b) => a.at - b.at)
    .map(({ layer }) => layer);
