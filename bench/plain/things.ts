import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { SEMIBOLD } from '../../src/map/layers/context';
import type { Things } from '../map-things';

/**
 * Points that gather, or dots, as MapLibre's manual draws them: a GeoJSON source and circles. The button takes one category away and
 * brings it back (of dots: dims it), the slider goes from step to step.
 */
export async function showThings(map: MapLibre, what: string): Promise<void> {
  const things = (await (await fetch(`./${what}.json`)).json()) as Things;
  let [step, off] = [things.steps.length - 1, false];
  const collection = (without: number | null): FeatureCollection => ({
    type: 'FeatureCollection',
    features: things.steps[step]!.filter((i) => things.category[i] !== without).map((i) => ({
      type: 'Feature',
      properties: { c: things.category[i] },
      geometry: { type: 'Point', coordinates: [things.lon[i]!, things.lat[i]!] },
    })),
  });
  const points = things.kind === 'points';
  map.addSource('things', {
    type: 'geojson',
    data: collection(null),
    // As the atlas gathers: src/views/explore/kinds/points/layers.ts.
    ...(points ? { cluster: true, clusterRadius: 42, clusterMaxZoom: 14 } : {}),
  });
  const colour = ['to-color', ['at', ['get', 'c'], ['literal', things.colours]]] as ExpressionSpecification;
  map.addLayer({
    id: 'things',
    type: 'circle',
    source: 'things',
    filter: ['!', ['has', 'point_count']],
    paint: points
      ? {
          'circle-color': colour,
          'circle-radius': 5,
          'circle-stroke-width': 1.25,
          'circle-stroke-color': '#faf7f2',
        }
      : { 'circle-color': colour, 'circle-radius': 1.5 },
  });
  if (points) {
    map.addLayer({
      id: 'crowds',
      type: 'circle',
      source: 'things',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': '#6b6258',
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1, 9, 20, 28],
        'circle-stroke-width': 1.5,
        'circle-stroke-color': '#faf7f2',
      },
    });
    map.addLayer({
      id: 'numbers',
      type: 'symbol',
      source: 'things',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': SEMIBOLD,
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#fff' },
    });
  }
  const show = (): void =>
    void map.getSource<GeoJSONSource>('things')?.setData(collection(off && points ? 0 : null));
  const button = document.querySelector('button')!;
  button.addEventListener('click', () => {
    off = !off;
    if (points) show();
    else
      map.setPaintProperty('things', 'circle-opacity', off ? ['case', ['==', ['get', 'c'], 0], 1, 0.1] : 1);
  });
  document.querySelector('input')!.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    step = Math.min(things.steps.length - 1, Math.max(0, step + by));
    show();
  });
}
