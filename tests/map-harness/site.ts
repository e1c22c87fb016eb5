import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { openEdition } from '../../data-build/edition-reader';
import { buildGeography, buildGeojson, levelShapes } from '../../data-build/steps/geography';
import { buildTiles } from '../../data-build/steps/tiles';
import { serve, type Served } from '../../scripts/serve';
import type { FileRef } from '../../src/model/manifest';

const EDITION = new URL('../../data-build/edition', import.meta.url).pathname;

const refOf = (dir: string, path: string): FileRef => {
  const bytes = readFileSync(join(dir, path));
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
};

export interface HarnessSite extends Served {
  /** Outer boundary of the city as GeoJSON. */
  city: GeoJSON.Feature;
}

/** The map alone on a page, over tiles made from the committed edition, in a folder that `close` removes. */
export async function harnessSite(): Promise<HarnessSite> {
  const root = mkdtempSync(join(tmpdir(), 'map-harness-'));
  await build({
    configFile: new URL('vite.config.ts', import.meta.url).pathname,
    build: { outDir: root, emptyOutDir: false },
    logLevel: 'error',
  });
  const data = join(root, 'data');
  mkdirSync(data);
  const edition = openEdition(EDITION);
  await buildTiles(edition, data);
  const levels = levelShapes(edition);
  writeFileSync(join(data, 'geography.json'), JSON.stringify(buildGeography(levels)));
  const tiles = { areas: refOf(data, 'areas.pmtiles'), base: refOf(data, 'base.pmtiles') };
  writeFileSync(join(data, 'manifest.json'), JSON.stringify({ tiles }));
  const [city] = buildGeojson(levels.find(({ level }) => level === 'citta')!).features;
  const served = await serve({ root });
  return {
    ...served,
    city: city!,
    close: async () => {
      await served.close();
      rmSync(root, { recursive: true });
    },
  };
}
