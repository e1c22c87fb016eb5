import { expect, test } from 'vitest';
import { importsOf, violations } from './floors';
import { committedFiles, readText } from './support/committed';

const sources = committedFiles()
  .filter((path) => /^(src|data-build|stories)\//.test(path) && /\.(ts|svelte|js|md)$/.test(path))
  .map((path) => ({ path, text: readText(path) }));

test('there is a house to look at', () => {
  expect(sources.length).toBeGreaterThan(20);
});

test('no import climbs a floor', () => {
  expect(violations(sources)).toEqual([]);
});

test.each([
  ['src/domain/format.ts', "import { t } from '../i18n';", 'floor 1 reaches up to floor 2'],
  ['src/model/cell.ts', "export * from '../domain/breaks'", 'reaches up'],
  ['src/i18n/it.ts', "const lazy = () => import('../views/Explore.svelte');", 'reaches up'],
  ['src/state/url.ts', "import type { X } from '../map/order';", 'reaches up'],
  ['src/map/layers/fill.ts', "import { atlas } from '../../state/atlas.svelte';", 'only components'],
  ['src/ui/Button.svelte', "<script>import { load } from '../data/load';</script>", 'widgets'],
  ['src/views/Explore.svelte', "<script>import '../app/modes';</script>", 'reaches up'],
  ['src/views/Explore.svelte', "<script>import x from '../lib/x';</script>", 'no floor'],
  ['src/lib/x.ts', '', 'no floor'],
  ['src/domain/a.ts', "import { b } from '../../data-build/model';", 'src imports only src'],
  ['data-build/build.ts', "import { load } from '../src/data/load';", 'src/model and src/domain only'],
  ['src/views/Area.svelte', "<script>const r = await fetch('x.json');</script>", 'network'],
  ['src/app/boot.ts', 'navigator.sendBeacon(url);', 'network'],
  [
    'src/views/Wall.svelte',
    "<script>import { Map } from 'maplibre-gl'; new Map({});</script>",
    'makes a map',
  ],
  ['src/map/other.ts', "import * as gl from 'maplibre-gl'; new gl.Map({});", 'makes a map'],
  ['src/map/third.ts', "import { Popup, Map as Gl } from 'maplibre-gl'; new Gl({});", 'makes a map'],
  ['src/views/Explore.svelte', "{#if view.mode === 'kiosk'}", 'mode by name'],
  ['src/views/Explore.svelte', "{#if 'embed' !== atlas.view.mode}", 'mode by name'],
  ['src/views/Explore.svelte', 'switch (view.mode) {', 'mode by name'],
  ['src/map/x.svelte', "import { MapboxOverlay } from '@deck.gl/mapbox';", 'deck.gl'],
  ['stories/one.ts', '', 'no code'],
])('a planted breach is found: %s %s', (path, text, says) => {
  expect(violations([{ path, text }]).join('\n')).toContain(says);
});

test.each([
  [
    'src/map/MapCanvas.svelte',
    "<script>import { Map as Gl } from 'maplibre-gl'; import { a } from '../state/atlas.svelte'; new Gl({});</script>",
  ],
  [
    'src/domain/index.ts',
    "import { cell } from '../model/cell'; const byCode = new Map<string, number>(); // see '../views/x'",
  ],
  [
    'src/views/Explore.svelte',
    "<script>/* from '../app/boot' */ import { x } from './x'; import { MISSING } from '../model/cell';</script>",
  ],
  ['src/data/load.ts', "await fetch('manifest.json')"],
  [
    'src/app/boot.ts',
    "import worker from 'maplibre-gl/worker?worker&url'; source.prefetch(x); source.fetch(y)",
  ],
  [
    'data-build/steps/x.ts',
    "import { classify } from '../../src/domain/classify'; import { readFile } from 'node:fs/promises';",
  ],
])('what is allowed passes: %s', (path, text) => {
  expect(violations([{ path, text }])).toEqual([]);
});

test('imports are read in every form', () => {
  const text = `import a from './a'; export { b } from "./b"; import './c.css'; const d = import('./d'); type E = import('./e').E; import f from './f?url';`;
  expect(importsOf(text).sort()).toEqual(['./a', './b', './c.css', './d', './e', './f']);
});
