import 'maplibre-gl/dist/maplibre-gl.css';
import {
  addProtocol,
  Map as MapLibre,
  setWorkerUrl,
  type ExpressionSpecification,
  type GeoJSONSource,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { addPatterns } from '../../src/map/patterns';
import type { Paint } from '../../src/map/states';
import { mapStyle, ZOOMS } from '../../src/map/style';
import type { PlainData, PlainFrame, PlainFrames } from '../app-pages';

/**
 * What the atlas is measured against: MapLibre and pmtiles as their manuals show them, no framework, no state, no checks.
 * Page parameters: style = areas (the 90 areas and their borders, nothing else) | atlas (every layer of the atlas's map);
 * by = state (setFeatureState on each area) | paint (setPaintProperty with a match on the code);
 * things = points | dots (bench/map.ts: 20 000 points or 100 000 dots over bare areas);
 * box = left,top,width,height and padding = top,right,bottom,left of the map, CSS pixels.
 */
declare global {
  interface Window {
    /** What the next click or key shows: a name in the page's data. */
    next: string;
    /** Fetches what can be shown; the first view does without. */
    loadFrames: () => Promise<void>;
  }
}
const query = new URLSearchParams(location.search);
const whole = query.get('style') === 'atlas';
const byPaint = query.get('by') === 'paint';
const numbers = (key: string): number[] => (query.get(key) ?? '').split(',').map(Number);

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);
const tiles = (name: string): string =>
  `pmtiles://${new URL(`${name}.pmtiles`, location.href).href}/{z}/{x}/{y}`;

const bare: StyleSpecification = {
  version: 8,
  sources: { areas: { type: 'vector', tiles: [tiles('areas')], ...ZOOMS.areas, promoteId: 'code' } },
  layers: [
    { id: 'background', type: 'background', paint: { 'background-color': '#faf7f2' } },
    {
      id: 'fill:area',
      type: 'fill',
      source: 'areas',
      'source-layer': 'area',
      paint: { 'fill-color': ['to-color', ['feature-state', 'fill'], 'rgba(0,0,0,0)'] },
    },
    {
      id: 'borders:area',
      type: 'line',
      source: 'areas',
      'source-layer': 'area',
      paint: { 'line-color': '#faf7f2', 'line-width': 0.8 },
    },
  ],
};
const full = (): StyleSpecification =>
  mapStyle(
    { level: 'area', kind: 'choropleth', theme: 'light', places: false },
    { areas: tiles('areas'), base: tiles('base') },
  );

const box = document.getElementById('map')!;
const [left = 0, top = 0, width = 0, height = 0] = numbers('box');
Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
const [padTop = 0, padRight = 0, padBottom = 0, padLeft = 0] = numbers('padding');

const fetched = fetch('./data.json').then((r) => r.json() as Promise<PlainData>);
const map = new MapLibre({
  container: box,
  style: whole ? full() : bare,
  bounds: numbers('bounds') as [number, number, number, number],
  fitBoundsOptions: { padding: { top: padTop, right: padRight, bottom: padBottom, left: padLeft } },
  attributionControl: false,
  fadeDuration: 150,
  renderWorldCopies: false,
  validateStyle: false,
});

const sheet = (paints: Record<string, Paint>): ExpressionSpecification =>
  [
    'match',
    ['get', 'code'],
    ...Object.entries(paints).flatMap(([code, { fill }]) => [code, fill ?? 'rgba(0,0,0,0)']),
    'rgba(0,0,0,0)',
  ] as unknown as ExpressionSpecification;

const [data] = await Promise.all([fetched, map.once('style.load')]);
let frames: PlainFrames = {};
window.loadFrames = async () => void (frames = (await (await fetch('./frames.json')).json()) as PlainFrames);
function show(frame: PlainFrame | undefined): void {
  if (!frame) throw new Error(`no frame ${window.next}`);
  if (byPaint) return void map.setPaintProperty('fill:area', 'fill-color', sheet(frame.areas));
  for (const [id, paint] of Object.entries(frame.areas))
    map.setFeatureState({ source: 'areas', sourceLayer: 'area', id }, whole ? paint : { fill: paint.fill });
  if (!whole) return;
  for (const [id, paint] of Object.entries(frame.points))
    map.setFeatureState({ source: 'points', id }, paint);
}
if (whole) {
  addPatterns(map, 'light');
  void map.getSource<GeoJSONSource>('points')?.setData(data.points);
}
const things = query.get('things');
if (things) await (await import('./things')).showThings(map, things);
else show(data.first);
// The same meaning as in the atlas: everything in view is drawn.
map.on('idle', () => {
  if (map.areTilesLoaded()) document.documentElement.dataset['map'] = 'ready';
});

const step = document.querySelector('input')!;
if (!things) {
  document.querySelector('button')!.addEventListener('click', () => show(frames[window.next]));
  step.addEventListener('input', () => show(frames[window.next]));
}
