/**
 * Tiling: our slicer and writer beside GeoJSON → geojson-vt → vt-pbf → the same writer. `tsx bench/tiles.ts [runs [set…]]`.
 * Writes bench/tiles.results.json and bench/tiles.results.md, unless sets are named: then it only prints. Routes take turns, each run in a process of its own; the
 * median run is reported. Nothing here is a test: figures depend on the machine, which is described beside them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, type Inspection, invalidRings } from './tiles-inspect';
import { FAULTS } from './tiles-rings';
import {
  type Count,
  featuresIn,
  geoJsonLayers,
  layersOf,
  type PerZoom,
  SETS,
  type SetName,
} from './tiles-sets';

const ROUTES = ['ours', 'beside'] as const;
type Route = (typeof ROUTES)[number];

interface Run {
  seconds: number;
  /** Of all threads: what is left of the comparison when the machine is busy with other things. */
  cpuSeconds: number;
  peakMB: number;
  bytes: number;
}
interface Result extends Run, Inspection {
  set: SetName;
  route: Route;
  features: number;
  /** Asked for per zoom; what `kept` is a share of. */
  due: PerZoom;
  runs: Run[];
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const say = (text: string) => process.stderr.write(`${text}\n`);

function run(route: Route, set: SetName, out: string, geojson: string | undefined): Run {
  const input = route === 'beside' && geojson ? [geojson] : [];
  const args = ['--import', 'tsx', here('tiles-route.ts'), route, set, out, ...input];
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Run;
  say(
    `  ${route} ${set}: ${result.seconds.toFixed(2)} s, CPU ${result.cpuSeconds.toFixed(2)} s, ${result.peakMB.toFixed(0)} MB, ${result.bytes} bytes`,
  );
  return result;
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

async function bench(set: SetName, times: number, dir: string): Promise<Result[]> {
  const layers = layersOf(set);
  const highest = new Map(layers.map((l) => [l.name, l.maxzoom]));
  const geojson = set === 'real' ? join(dir, 'real.json') : undefined;
  if (geojson) writeFileSync(geojson, JSON.stringify(geoJsonLayers(layers)));
  const { features, due } = featuresIn(layersOf(set));
  const runs: Record<Route, Run[]> = { ours: [], beside: [] };
  const out = (route: Route) => join(dir, `${set}-${route}.pmtiles`);
  for (let i = 0; i < times; i++)
    for (const route of ROUTES) runs[route].push(run(route, set, out(route), geojson));
  const results: Result[] = [];
  for (const route of ROUTES) {
    results.push({
      set,
      route,
      features,
      due,
      seconds: median(runs[route].map((r) => r.seconds)),
      cpuSeconds: median(runs[route].map((r) => r.cpuSeconds)),
      peakMB: median(runs[route].map((r) => r.peakMB)),
      bytes: (runs[route][0] as Run).bytes,
      ...(await inspect(out(route), highest)),
      runs: runs[route],
    });
  }
  return results;
}

export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ` +
  `${type()} ${release().split('-')[0]}, Node ${process.version}`;

const ROUTE_NAMES = { ours: 'ours', beside: 'geojson-vt + vt-pbf' } as const;
const setName = ({ set, features }: Result) => `${set === 'real' ? 'real' : 'generated'} (${features})`;
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

function mainTable(results: readonly Result[]): string[] {
  const share = (r: Result) => `${((100 * r.idsAtHighest) / r.features).toFixed(2)} %`;
  return [
    '| set (features) | route | seconds | CPU seconds | peak MB | archive kB | tiles | invalid rings | ids at highest zoom |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|',
    ...results.map((r) =>
      row([
        setName(r),
        ROUTE_NAMES[r.route],
        r.seconds.toFixed(2),
        r.cpuSeconds.toFixed(2),
        r.peakMB.toFixed(0),
        (r.bytes / 1000).toFixed(0),
        r.tiles,
        invalidRings(r),
        share(r),
      ]),
    ),
  ];
}

const ringTable = (results: readonly Result[]): string[] => [
  row(['set (features)', 'route', 'rings', ...FAULTS]),
  `|---|---|--:${'|--:'.repeat(FAULTS.length)}|`,
  ...results.map((r) =>
    row([setName(r), ROUTE_NAMES[r.route], r.rings.all, ...FAULTS.map((fault) => r.rings[fault])]),
  ),
];

const KIND_NAMES = {
  polygons: 'polygons',
  surfaces: '… with surface',
  lines: 'lines',
  points: 'points',
} as const;

/** One row per set and kind of feature, in each cell our share and the other's. */
function zoomTable(results: readonly Result[]): string[] {
  const zooms = [...new Set(results.flatMap((r) => Object.keys(r.due).map(Number)))].sort((a, b) => a - b);
  const rows = results
    .filter((r) => r.route === 'ours')
    .flatMap((ours) => {
      const beside = results.find((r) => r.set === ours.set && r.route === 'beside') as Result;
      return (Object.keys(KIND_NAMES) as (keyof Count)[]).map((kind) => {
        const cell = (z: number) => {
          const due = ours.due[z]?.[kind];
          return due ? [ours, beside].map((r) => percent(r.kept[z]?.[kind] ?? 0, due)).join(' · ') : '';
        };
        return row([setName(ours), KIND_NAMES[kind], ...zooms.map(cell)]);
      });
    });
  return [
    row(['set (features)', 'kind', ...zooms.map((z) => `z${z}`)]),
    `|---|---${'|--:'.repeat(zooms.length)}|`,
    ...rows,
  ];
}

/** Never rounded up: 100 means all. */
const percent = (n: number, of: number) => (n === of ? '100' : (Math.floor((1000 * n) / of) / 10).toFixed(1));

function markdown(results: readonly Result[], times: number): string {
  return [
    '## Tiling: features to a PMTiles archive',
    '',
    ...mainTable(results),
    '',
    `Median of ${times} runs, routes taking turns, each in a process of its own. ${machine()}. CPU seconds are those of all`,
    'threads and vary less than wall time when the machine does other things. Peak memory includes Node and the TypeScript',
    'loader, about 90 MB before either route begins. Both routes: same zooms, extent, buffer, gzip level and archive writer.',
    'Ours takes TopoJSON and simplifies by arc; the other takes the same features as GeoJSON. From 200,000 features on ours cuts on',
    'as many threads as there are processors, at most four; the other has one thread for cutting, and zlib’s pool like ours.',
    '',
    'Invalid rings, all tiles looked at, exact on tile coordinates. A ring counts once, by its worst fault: without three corners or',
    'surface; crossing itself, or as a hole another ring of its polygon or lying outside it; running along itself or that ring;',
    'touching itself in a point, which OGC and MVT 2.1 forbid too but which is drawn the same. Two rings may touch in a point.',
    'Ours of the real layers: crossings come from simplifying each arc without a look at the others, those of the ztl layer from a',
    'source polygon that overlaps itself already; overlapping rings from rounding to the grid of the lowest zooms.',
    '',
    ...ringTable(results),
    '',
    'Features kept per zoom: distinct ids in its tiles in per cent of those asked for there, ours · geojson-vt + vt-pbf, never',
    'rounded up. Below their highest zoom both leave out what is too small to see; ours thins the generated points to one a pixel.',
    'With surface: polygons of which a ring is not degenerate; of the others there is an id in the tile and nothing to draw.',
    '',
    ...zoomTable(results),
    '',
  ].join('\n');
}

/** Runs everything, writes bench/tiles.results.{json,md} and returns the tables as Markdown. Some sets alone are not written. */
export async function benchTiles(times = 3, sets: readonly SetName[] = SETS): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-tiles-'));
  try {
    const results: Result[] = [];
    for (const set of sets) results.push(...(await bench(set, times, dir)));
    const table = markdown(results, times);
    if (sets !== SETS) return table;
    writeFileSync(
      here('tiles.results.json'),
      `${JSON.stringify({ machine: machine(), times, results }, null, 2)}\n`,
    );
    writeFileSync(here('tiles.results.md'), table);
    return table;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [times = '3', ...names] = process.argv.slice(2);
  const unknown = names.filter((name) => !SETS.includes(name as SetName));
  if (unknown.length > 0) throw new RangeError(`no set ${unknown.join(', ')}; there are ${SETS.join(', ')}`);
  process.stdout.write(await benchTiles(Number(times), names.length > 0 ? (names as SetName[]) : SETS));
}
