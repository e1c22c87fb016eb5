/**
 * One route over one set in a process of its own, so that its peak memory is its own:
 * `tsx bench/tiles-route.ts ours|beside real|generated <archive> [<GeoJSON layers>]`. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { writeTiles } from '../data-build/tiles/write';
import { writeBeside } from './tiles-beside';
import { geoJsonLayers, type GeoJsonLayer, layersOf, type SetName } from './tiles-sets';

const [route, set, out, geojson] = process.argv.slice(2) as [string, SetName, string, string | undefined];

const startedAt = performance.now();
let bytes: number;
if (route === 'ours') bytes = (await writeTiles({ out, name: 'bench', layers: layersOf(set) })).bytes;
else {
  // Ours reads the edition's TopoJSON; this route gets the same layers as GeoJSON text. Generated features reach both as objects.
  const layers = geojson
    ? (JSON.parse(readFileSync(geojson, 'utf8')) as GeoJsonLayer[])
    : geoJsonLayers(layersOf(set));
  bytes = await writeBeside(layers, out);
}
const seconds = (performance.now() - startedAt) / 1000;
// ru_maxrss is in kilobytes on Linux and macOS alike as libuv reports it.
const peakMB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ seconds, peakMB, bytes })}\n`);
