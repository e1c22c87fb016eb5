import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { testGeography } from '../../../domain/testing';
import type { Capabilities } from '../../../model/capabilities';
import type { IndicatorSummary, Layer, Manifest, Table } from '../../../model/manifest';
import { AtlasState, type DataSource } from '../../../state/atlas.svelte';
import Stage from './Stage.svelte';

export const EVERYTHING: Capabilities = {
  layout: 'column',
  urlWrites: true,
  externalLinks: true,
  downloads: true,
  choices: true,
  preferences: true,
  openInAtlas: false,
  idleResetSeconds: null,
  cooperativeGestures: false,
  locked: false,
  target: 44,
};

const ref = (path: string) => ({ path, bytes: 1, sha256: '0'.repeat(64) });

export interface StageData {
  /** Indicators with their tables, the first one by default on screen. */
  indicators: readonly (readonly [IndicatorSummary, Table])[];
  layers?: Layer[];
  /** Files of the manifest by name. */
  files?: Record<string, unknown>;
}

/** A real state over invented files: the small city of domain/testing. Addresses it writes end up in `urls`. */
export async function stagedAtlas(
  data: StageData,
  query = '',
): Promise<{ atlas: AtlasState; urls: string[] }> {
  const summaries = data.indicators.map(([summary]) => ({ ...summary, table: ref(summary.id) }));
  const [first] = summaries;
  if (!first) throw new RangeError('a stage needs an indicator');
  const manifest: Manifest = {
    schemaVersion: 1,
    edition: '2026-01-01',
    themes: [...new Set(summaries.map((s) => s.theme))].map((id) => ({
      id,
      title: { it: `Tema ${id}`, en: `Theme ${id}` },
    })),
    geography: ref('geography'),
    tiles: { areas: ref('areas'), base: ref('base') },
    files: Object.fromEntries(Object.keys(data.files ?? {}).map((name) => [name, ref(name)])),
    layers: data.layers ?? [],
    indicators: summaries,
    defaultView: { indicator: first.id, level: first.levels.at(-1)!, period: first.periods.at(-1)! },
  };
  const source: DataSource = {
    loadManifest: () => Promise.resolve(manifest),
    loadGeography: () => Promise.resolve(testGeography),
    loadTable: ({ path }) =>
      Promise.resolve({ ...data.indicators.find(([summary]) => summary.id === path)![1], indicator: path }),
    loadFile: (_schema, { path }) => Promise.resolve(data.files?.[path] as never),
  };
  const urls: string[] = [];
  const bar = { push: (url: string) => void urls.push(url), replace: (url: string) => void urls.push(url) };
  const atlas = new AtlasState(source, bar, query);
  await atlas.start(query, '');
  return { atlas, urls };
}

/** Mounts a part of the screen over such a state. */
export const onStage = (atlas: AtlasState, part: Component<Record<string, never>>) =>
  render(Stage, { atlas, can: EVERYTHING, Part: part as Component });
