import { Map as MapLibre, type ExpressionSpecification } from 'maplibre-gl';
import { flushSync, mount } from 'svelte';
import { createDataSource } from '../../src/data/load';
import { binOf } from '../../src/domain/classify';
import { rampColours } from '../../src/domain/colour';
import type { Cell } from '../../src/model/cell';
import { unpackCell } from '../../src/model/cell';
import type { Manifest } from '../../src/model/manifest';
import type { Bounds, MapSpec } from '../../src/map/spec';
import Ours from './Ours.svelte';

const LEVEL = 'area';
const data = createDataSource(new URL('data/', document.baseURI).href);
const manifest: Manifest = await data.loadManifest();
const geography = await data.loadGeography(manifest.geography);
const areas = geography.levels[LEVEL] ?? [];

async function specOf(indicator: string, fromLast: number): Promise<MapSpec> {
  const summary = manifest.indicators.find((i) => i.id === indicator);
  const level = summary && (await data.loadTable(summary.table)).levels[LEVEL];
  if (!summary || !level) throw new Error(`${indicator} has nothing by ${LEVEL}`);
  const p = level.periods.length - 1 - fromLast;
  const cells = areas.map(({ code }, a): [string, Cell] => [
    code,
    unpackCell(level.cells[p * areas.length + a] ?? 'n'),
  ]);
  const { breaks } = level;
  const colours = rampColours(summary.ramp, breaks.length + 1, 'light');
  return { level: LEVEL, kind: 'choropleth', cells: new Map(cells), breaks, colours, maxValue: 1 };
}

/** The same colours as one expression, the usual way of a choropleth whose values are not in its tiles. */
function matchOf({ cells, breaks, colours }: MapSpec): ExpressionSpecification {
  const pairs = [...cells].flatMap(([code, cell]) =>
    'value' in cell ? [code, colours[binOf(cell.value, breaks)] ?? ''] : [],
  );
  return ['match', ['get', 'code'], ...pairs, 'rgba(0,0,0,0)'] as unknown as ExpressionSpecification;
}

// The atlas keeps its map to itself; the first map that listens for its style is the one.
const found = new Promise<MapLibre>((done) => {
  const on = MapLibre.prototype.on as (...args: unknown[]) => unknown;
  MapLibre.prototype.on = function (this: MapLibre, ...args: unknown[]) {
    done(this);
    return on.apply(this, args);
  } as typeof MapLibre.prototype.on;
});
const idle = (map: MapLibre): Promise<unknown> => new Promise((done) => map.once('idle', done));

let setOurs: (spec: MapSpec) => void = () => undefined;
const [west, south, east, north] = geography.levels.citta?.[0]?.bbox ?? [11.2, 44.4, 11.5, 44.6];
const target = document.getElementById('ours');
if (!target) throw new Error('no #ours');
mount(Ours, {
  target,
  props: {
    first: {
      spec: await specOf('population.over65_share', 0),
      geography,
      tiles: manifest.tiles,
      dataUrl: data.baseUrl,
      theme: 'light',
      lang: 'it',
      selected: null,
      hovered: null,
      highlightedBin: null,
      padding: { top: 20, right: 20, bottom: 20, left: 20 },
      bounds: [west, south, east, north] satisfies Bounds,
      camera: null,
      reducedMotion: true,
    },
    take: (set) => (setOurs = set),
  },
});
const ours = await found;
await idle(ours);

// Plain MapLibre: the very layers, tiles and camera, with the values as an expression of the fill.
const plain = new MapLibre({
  container: 'plain',
  style: ours.getStyle(),
  center: ours.getCenter(),
  zoom: ours.getZoom(),
  fadeDuration: 0,
  attributionControl: false,
});
for (const id of ours.listImages()) {
  const image = ours.getImage(id);
  if (image) plain.on('style.load', () => void (plain.hasImage(id) || plain.addImage(id, image.data)));
}
await idle(plain);

export type Route = 'ours' | 'plain';
const repaint: Record<Route, (spec: MapSpec) => void> = {
  ours: (spec) => flushSync(() => setOurs(spec)),
  plain: (spec) => plain.setPaintProperty(`fill:${LEVEL}`, 'fill-color', matchOf(spec)),
};

/** Milliseconds from the decision to the first frame drawn after it, and until nothing is left to do. */
async function once(route: Route, spec: MapSpec): Promise<{ frame: number; settled: number }> {
  const map = route === 'ours' ? ours : plain;
  const began = performance.now();
  const frame = new Promise<number>((done) => void map.once('render', () => done(performance.now() - began)));
  const settled = idle(map).then(() => performance.now() - began);
  repaint[route](spec);
  return { frame: await frame, settled: await settled };
}

const specs = {
  step: [await specOf('population.over65_share', 0), await specOf('population.over65_share', 1)],
  switch: [await specOf('population.over65_share', 0), await specOf('population.foreign_share', 0)],
} as const;

/** Runs of one change, back and forth, routes taking turns. */
async function measure(
  change: keyof typeof specs,
  runs: number,
): Promise<Record<Route, { frame: number; settled: number }[]>> {
  const out: Record<Route, { frame: number; settled: number }[]> = { ours: [], plain: [] };
  for (let i = 0; i < runs * 2; i++) {
    const spec = specs[change][(i + 1) % 2];
    for (const route of ['ours', 'plain'] as const) if (spec) out[route].push(await once(route, spec));
  }
  return out;
}
Object.assign(window, { measure });
document.documentElement.dataset['bench'] = 'ready';
