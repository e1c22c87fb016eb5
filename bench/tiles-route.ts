/**
 * One route over one set in a process of its own, so that its peak memory is its own:
 * `tsx bench/tiles-route.ts ours|beside real|generated <archive> [<GeoJSON layers>]`. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { writeTiles } from '../data-build/tiles/write';
import { writeBeside } from './tiles-beside';
import { geoJsonLayers, type GeoJsonLayer, layersOf, type SetName } from './tiles-sets';

const [route, set, out, geojson] = process.argv.slice(2) as [string, SetName, string, string | undefined];

// The clock starts with the input in memory, each route's in the form it takes: the real layers as TopoJSON geometries or
// parsed GeoJSON, the generated features not yet there: ours takes them as they come, the other needs them all at once.
const layers = route === 'ours' || !geojson ? layersOf(set) : [];
const parsed = geojson ? (JSON.parse(readFileSync(geojson, 'utf8')) as GeoJsonLayer[]) : undefined;
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
const bytes =
  route === 'ours'
    ? (await writeTiles({ out, name: 'bench', layers })).bytes
    : await writeBeside(parsed ?? geoJsonLayers(layers), out);
const seconds = (performance.now() - startedAt) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
// ru_maxrss is in kilobytes on Linux and macOS alike as libuv reports it.
const peakMB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, cpuSeconds, peakMB, bytes })}\n`);
