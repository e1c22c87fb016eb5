import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Camera } from '../model/view';
import type { MapPoint } from './spec';

export interface PickHandlers {
  /** Layers that can be hit, by id; [] = none. */
  layers: () => string[];
  onhover: (code: string | null, point: MapPoint | null) => void;
  onselect: (code: string | null) => void;
  /** Layers of things over the areas, such as points; they win over the area beneath. */
  things?: () => readonly string[];
  onthing?: (properties: Record<string, unknown> | null, point: MapPoint | null) => void;
  /** A click or tap on a thing; true when that is all it was for, and the area beneath is left alone. */
  onpress?: (properties: Record<string, unknown>, at: Camera) => boolean;
}

/** Properties of the topmost thing under a point, or null. */
export function thingAt(
  map: MapLibre,
  point: MapPoint,
  layers: readonly string[],
): Record<string, unknown> | null {
  const present = layers.filter((id) => map.getLayer(id));
  if (present.length === 0) return null;
  return map.queryRenderedFeatures([point.x, point.y], { layers: present })[0]?.properties ?? null;
}

/** Code of the topmost area or circle under a point, or null. */
export function codeAt(map: MapLibre, point: MapPoint, layers: readonly string[]): string | null {
  const present = layers.filter((id) => map.getLayer(id));
  if (present.length === 0) return null;
  const [hit] = map.queryRenderedFeatures([point.x, point.y], { layers: present });
  const code: unknown = hit?.properties['code'];
  return typeof code === 'string' ? code : null;
}

/** Hover with mouse or pen, select with click or tap. A finger never hovers: nothing stays lit where it was lifted. */
export function attachPicking(map: MapLibre, handlers: PickHandlers): () => void {
  const canvas = map.getCanvas();
  let touch = false;
  let hovered: string | null = null;
  let overThing = false;
  const thing = (properties: Record<string, unknown> | null, point: MapPoint | null): void => {
    if (properties === null && !overThing) return;
    overThing = properties !== null;
    handlers.onthing?.(properties, point);
  };
  const hover = (code: string | null, point: MapPoint | null): void => {
    if (code === null && hovered === null) return;
    hovered = code;
    handlers.onhover(code, point);
  };
  const onPointer = (event: PointerEvent): void => void (touch = event.pointerType === 'touch');
  const onMove = (event: MapMouseEvent): void => {
    if (touch || map.isMoving()) return;
    const code = codeAt(map, event.point, handlers.layers());
    canvas.style.cursor = code === null ? '' : 'pointer';
    hover(code, code === null ? null : { x: event.point.x, y: event.point.y });
    const found = thingAt(map, event.point, handlers.things?.() ?? []);
    thing(found, found && { x: event.point.x, y: event.point.y });
  };
  const onLeave = (): void => {
    hover(null, null);
    thing(null, null);
  };
  const onClick = (event: MapMouseEvent): void => {
    // A finger cannot hover: its touch on a thing tells what it is, and the area beneath is left alone.
    const found = thingAt(map, event.point, handlers.things?.() ?? []);
    const { lng: lon, lat } = event.lngLat;
    if (found && handlers.onpress?.(found, { lon, lat, zoom: map.getZoom() })) return thing(null, null);
    if (found && touch) return thing(found, { x: event.point.x, y: event.point.y });
    thing(null, null);
    const layers = handlers.layers();
    if (layers.length > 0) handlers.onselect(codeAt(map, event.point, layers));
  };
  canvas.addEventListener('pointerdown', onPointer, { passive: true });
  canvas.addEventListener('pointermove', onPointer, { passive: true });
  map.on('mousemove', onMove);
  map.on('mouseout', onLeave);
  map.on('movestart', onLeave);
  map.on('click', onClick);
  return () => {
    canvas.removeEventListener('pointerdown', onPointer);
    canvas.removeEventListener('pointermove', onPointer);
    map.off('mousemove', onMove);
    map.off('mouseout', onLeave);
    map.off('movestart', onLeave);
    map.off('click', onClick);
  };
}
