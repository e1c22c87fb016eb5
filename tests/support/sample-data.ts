import type { FileRef, Geography, Manifest, Table } from '../../src/model/manifest';
import { refOf } from './tiny-archive';

const text = (it: string, en = it): { it: string; en: string } => ({ it, en });
export const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const area = (code: string): NonNullable<Geography['levels']['zona']>[number] => ({
  code,
  name: `Zona ${code}`,
  parents: { citta: '037006' },
  point: [11.34, 44.49],
  bbox: [11.3, 44.4, 11.4, 44.5],
  km2: 2,
  neighbours: [],
});

export const geography: Geography = { schemaVersion: 1, levels: { zona: [area('A'), area('B')] } };

export const table: Table = {
  schemaVersion: 1,
  indicator: 'population.density',
  pon: 'housing',
  direction: 'neither',
  decimals: 0,
  definition: text('Residenti per km²', 'Residents per km²'),
  method: text('Somma', 'Sum'),
  notes: [],
  seriesBreaks: [],
  datasets: [
    {
      id: 'sample',
      title: text('Prova', 'Sample'),
      publisher: 'Comune di Bologna',
      sourceId: 'sample',
      landingPage: 'https://example.org/sample',
      licence: { id: 'CC-BY-4.0', title: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      period: ['2020', '2021'],
      accessed: '2026-01-01',
      notes: [],
    },
  ],
  api: { csv: 'api/v1/indicators/population.density.csv', json: 'api/v1/indicators/population.density.json' },
  levels: { zona: { periods: ['2020', '2021'], breaks: [5], extent: [1, 9], cells: [1, 's', 9, 'n'] } },
};

export const fileRef = (name: string, value: unknown): FileRef => {
  const ref = refOf('', encode(value));
  return { ...ref, path: `${name}.${ref.sha256.slice(0, 12)}.json` };
};

export function manifestFor(tableRef: FileRef, geographyRef: FileRef, edition = '2026-01-01'): Manifest {
  const archive = { path: 'areas.pmtiles', bytes: 1, sha256: '0'.repeat(64) };
  return {
    files: {},
    layers: [],
    schemaVersion: 1,
    edition,
    themes: [{ id: 'population', title: text('Popolazione', 'Population') }],
    indicators: [
      {
        id: 'population.density',
        theme: 'population',
        title: text('Densità', 'Density'),
        question: text('Quanto è densa?', 'How dense?'),
        measure: 'density',
        unit: 'per-km2',
        ramp: 'plum',
        levels: ['zona'],
        periods: ['2020', '2021'],
        table: tableRef,
      },
    ],
    geography: geographyRef,
    tiles: { areas: archive, base: { ...archive, path: 'base.pmtiles' } },
    defaultView: { indicator: 'population.density', level: 'zona', period: '2021' },
  };
}
