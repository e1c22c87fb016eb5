import { join } from 'node:path';
import { openEdition } from '../edition-reader';
import { runStep } from '../steps/cache';
import { findIndicators } from '../steps/indicators';
import {
  BareSummarySchema,
  DEFAULT,
  geographyStep,
  indicatorStep,
  readGeography,
  readJson,
} from '../steps/plan';
import { TableSchema } from '../../src/model/manifest';
import { ROOT } from './library';
import type { World } from './world';
import { openWorld } from './world-of-extra';

/** The finished tables of the committed edition, through the build's own cache: an author needs no built site. */
export async function openCommitted(log: (line: string) => void): Promise<World> {
  const edition = openEdition(join(ROOT, 'data-build/edition'));
  const indicators = await findIndicators(join(ROOT, 'data-build/indicators'));
  const cache = join(ROOT, '.cache/build');
  const run = async (step: Parameters<typeof runStep>[1]) =>
    (await runStep(cache, step, () => log(`computing ${step.name}`))).dir;
  const geography = await run(geographyStep(edition));
  const results = new Map<string, string>();
  for (const one of indicators) results.set(one.id, await run(indicatorStep(edition, one, geography)));
  return openWorld(
    {
      edition: edition.only([]),
      geography: readGeography(geography),
      indicators: [...results.keys()],
      indicator: (id) => ({
        get table() {
          return readJson(TableSchema, join(results.get(id)!, 'table.json'));
        },
        get summary() {
          return readJson(BareSummarySchema, join(results.get(id)!, 'summary.json'));
        },
      }),
    },
    DEFAULT,
  );
}
