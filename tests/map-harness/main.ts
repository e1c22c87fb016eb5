import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-400-italic.css';
import '@fontsource/titillium-web/latin-600.css';
import { mount } from 'svelte';
import { rampColours } from '../../src/domain/colour';
import type { Cell } from '../../src/model/cell';
import { MISSING } from '../../src/model/cell';
import type { Level } from '../../src/model/ids';
import { GeographySchema, type FileRef } from '../../src/model/manifest';
import { parse } from 'valibot';
import type { Bounds, MapCanvasProps } from '../../src/map/spec';
import Harness from './Harness.svelte';

// The test reads the canvas between frames, when a browser has usually thrown the buffer away.
const getContext = HTMLCanvasElement.prototype.getContext as (
  kind: string,
  options?: object,
) => RenderingContext | null;
HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
  return getContext.call(
    this,
    kind,
    kind.startsWith('webgl') ? { ...options, preserveDrawingBuffer: true } : options,
  );
} as typeof HTMLCanvasElement.prototype.getContext;

/** Page parameters: level, kind, theme, lang, camera=z/lat/lon, selected, padding=t,r,b,l, places, missing. */
const query = new URLSearchParams(location.search);
const level = (query.get('level') ?? 'area') as Level;
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.dataset['theme'] = theme;

const json = async (path: string): Promise<unknown> => (await fetch(`./data/${path}`)).json();
const refs = (await json('manifest.json')) as {
  tiles: { areas: FileRef; base: FileRef };
  geography?: FileRef;
};
const geography = parse(GeographySchema, await json(refs.geography?.path ?? 'geography.json'));
const areas = geography.levels[level] ?? [];

/** Made-up values, a wave over the map: one period is one phase. Not figures of anything. */
const wave = (phase: number): Map<string, Cell> =>
  new Map(
    areas.map(({ code, point }, i): [string, Cell] => {
      const missing = query.has('missing') && i % 6 === 0 ? MISSING[(i / 6) % MISSING.length] : undefined;
      return [
        code,
        missing
          ? { missing }
          : { value: 50 + 40 * Math.sin(point[0] * 40 + phase) * Math.cos(point[1] * 60) },
      ];
    }),
  );

const camera = query.get('camera')?.split('/').map(Number);
const sides = (query.get('padding') ?? '24,24,24,24').split(',').map(Number);
const start: MapCanvasProps = {
  spec: {
    level,
    kind: query.get('kind') === 'symbols' ? 'symbols' : 'choropleth',
    cells: wave(0),
    breaks: [25, 42, 58, 75],
    colours: rampColours('plum', 5, theme),
    maxValue: 90,
    places: query.has('places'),
  },
  geography,
  tiles: refs.tiles,
  dataUrl: './data/',
  theme,
  lang: query.get('lang') === 'en' ? 'en' : 'it',
  selected: query.get('selected'),
  hovered: query.get('hovered'),
  highlightedBin: query.has('bin') ? Number(query.get('bin')) : null,
  padding: { top: sides[0]!, right: sides[1]!, bottom: sides[2]!, left: sides[3]! },
  bounds: geography.levels[level === 'comune' ? 'comune' : 'citta']!.reduce<Bounds>(
    (b, { bbox }) => [
      Math.min(b[0], bbox[0]),
      Math.min(b[1], bbox[1]),
      Math.max(b[2], bbox[2]),
      Math.max(b[3], bbox[3]),
    ],
    [180, 90, -180, -90],
  ),
  camera: camera ? { zoom: camera[0]!, lat: camera[1]!, lon: camera[2]! } : null,
  reducedMotion: query.has('still'),
  cooperative: query.has('cooperative'),
};
Object.assign(window, { start, wave });
mount(Harness, { target: document.getElementById('map')!, props: { start } });
