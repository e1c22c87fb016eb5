import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serve } from '../scripts/serve';
import { ROOT } from '../scripts/run';
import { cellsAt } from '../src/domain/cells';
import { classColours } from '../src/domain/colour';
import { pointsOf, type Points } from '../src/map/points';
import { paintsOf, type Paint } from '../src/map/states';
import { mapKindOf } from '../src/model/unit';
import type { Geography, IndicatorSummary, Manifest, Table } from '../src/model/manifest';
import { lineTo, SLOW } from './app-line';

/** Each area's and each name's paint, by code. */
export interface PlainFrame {
  areas: Record<string, Paint>;
  points: Record<string, Paint>;
}
/** What a plain page starts with; made from the atlas's own data, so that both paint the same areas in the same colours. */
export interface PlainData {
  first: PlainFrame;
  points: Points;
}
/** What it may be told to show later, by `indicator@period`. */
export type PlainFrames = Record<string, PlainFrame>;

const DIST = join(ROOT, 'dist');
/** The indicators switched between: choropleths of the 90 areas with the default view's period and another. */
export type Topic = Pick<IndicatorSummary, 'id'> & { title: string; periods: readonly string[] };

export interface Pages {
  atlas: string;
  plain: string;
  slow: { atlas: string; plain: string };
  /** File with the script that every page runs first. */
  probe: string;
  topics: Topic[];
  first: { indicator: string; period: string };
  /** Of the first view, 0xRRGGBB. */
  colours: number[];
  /** [west, south, east, north] of the city. */
  bounds: readonly number[];
  close(): Promise<void>;
}

export const frameName = (indicator: string, period: string): string => `${indicator}@${period}`;

/** Enough to draw from: the default view's and the next in the manifest that are choropleths with a title of their own. */
const MOST_TOPICS = 24;
function topicsOf({ indicators, defaultView }: Manifest): IndicatorSummary[] {
  const titles = indicators.map((s) => s.title.it);
  const fit = indicators.filter(
    (s) =>
      mapKindOf(s.measure) === 'choropleth' &&
      s.periods.includes(defaultView.period) &&
      titles.indexOf(s.title.it) === titles.lastIndexOf(s.title.it),
  );
  const first = fit.filter((s) => s.id === defaultView.indicator);
  return [...first, ...fit.filter((s) => s.id !== defaultView.indicator)].slice(0, MOST_TOPICS);
}

type Read = <T>(path: string) => T;

function plainData(read: Read, manifest: Manifest, geography: Geography, shown: IndicatorSummary[]) {
  const { indicator, period } = manifest.defaultView;
  const frames: PlainFrames = {};
  const topics: Topic[] = [];
  let colours: string[] = [];
  let points: Points | undefined;
  for (const summary of shown) {
    const table = read<Table>(summary.table.path);
    const level = table.levels.area;
    if (!level?.periods.includes(period) || level.periods.length < 2) continue;
    const ramp = classColours(summary.ramp, level.breaks, 'light');
    if (summary.id === indicator) colours = ramp;
    for (const p of level.periods) {
      const cells = cellsAt(table, geography, 'area', p);
      const paints = paintsOf(
        { level: 'area', kind: 'choropleth', cells, breaks: level.breaks, colours: ramp, maxValue: 1 },
        geography,
        'light',
        null,
      );
      points ??= pointsOf(geography, 'area', paints.points);
      frames[frameName(summary.id, p)] = {
        areas: Object.fromEntries(paints.areas),
        points: Object.fromEntries(paints.points),
      };
    }
    topics.push({ id: summary.id, title: summary.title.it, periods: level.periods });
  }
  const first = frames[frameName(indicator, period)];
  if (!points || !first) throw new Error('the default view is not a choropleth of areas');
  const data: PlainData = { first, points };
  return { data, frames, topics, colours: colours.map((hex) => parseInt(hex.slice(1), 16)) };
}

/** Builds the plain pages beside the built atlas and serves both, each also over a slow line. */
export async function preparePages(
  /** Changes the copy of the site, or adds to the plain page's folder, before either is served. */
  more: (site: string, plain: string) => void = () => undefined,
): Promise<Pages> {
  const root = mkdtempSync(join(tmpdir(), 'bench-app-'));
  // A copy, so that a build going on beside the run does not change what is measured.
  const site = join(root, 'atlas');
  cpSync(DIST, site, { recursive: true });
  const read: Read = (path) => JSON.parse(readFileSync(join(site, 'data', path), 'utf8')) as never;
  const plainDir = join(import.meta.dirname, 'plain');
  await build({
    configFile: join(plainDir, 'vite.config.ts'),
    build: { outDir: root, emptyOutDir: false },
    logLevel: 'error',
  });
  await build({
    configFile: false,
    root: plainDir,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: join(root, 'probe'),
      lib: {
        entry: join(plainDir, 'probe.ts'),
        formats: ['iife'],
        name: 'benchProbe',
        fileName: () => 'probe.js',
      },
    },
  });
  const manifest = read<Manifest>('manifest.json');
  const geography = read<Geography>(manifest.geography.path);
  const shown = topicsOf(manifest);
  const { data, frames, topics, colours } = plainData(read, manifest, geography, shown);
  writeFileSync(join(root, 'data.json'), JSON.stringify(data));
  writeFileSync(join(root, 'frames.json'), JSON.stringify(frames));
  for (const name of ['areas', 'base'] as const)
    copyFileSync(join(site, 'data', manifest.tiles[name].path), join(root, `${name}.pmtiles`));
  more(site, root);

  const atlas = await serve({ root: site, encodings: ['gzip'] });
  const plain = await serve({ root, encodings: ['gzip'] });
  const lines = [await lineTo(atlas.port, SLOW), await lineTo(plain.port, SLOW)] as const;
  const at = (port: number): string => `http://127.0.0.1:${port}/`;
  return {
    atlas: atlas.url,
    plain: plain.url,
    slow: { atlas: at(lines[0].port), plain: at(lines[1].port) },
    probe: join(root, 'probe', 'probe.js'),
    topics,
    first: manifest.defaultView,
    colours,
    bounds: geography.levels.citta?.[0]?.bbox ?? [],
    close: async () => {
      for (const served of [...lines, atlas, plain]) await served.close();
      rmSync(root, { recursive: true });
    },
  };
}
