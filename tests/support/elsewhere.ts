import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openEdition } from '../../data-build/edition-reader';
import { readHistories } from '../../data-build/history/model';
import { buildCatalogue } from '../../data-build/steps/catalogue';
import { buildGeography, levelShapes } from '../../data-build/steps/geography';
import { buildCsv } from '../../data-build/steps/api';
import { findIndicators } from '../../data-build/steps/indicators';
import { buildSearch } from '../../data-build/steps/search';
import {
  datasetModules,
  goldenContext,
  goldenFiles,
  goldenIds,
  goldenRaw,
} from '../../data-build/steps/testing-golden';
import { buildChanges } from '../../data-build/trust/changes';
import { buildFeed } from '../../data-build/trust/feed';
import { ROOT } from './committed';

/**
 * Prints `name sha256` for pieces of the data build: every golden export through its parser, and what is sorted, dated or put into
 * words of the committed edition. Run by tests/contract/elsewhere.test.ts in processes that stand elsewhere.
 */
const say = (name: string, value: unknown): void =>
  console.log(`${name} ${createHash('sha256').update(JSON.stringify(value)).digest('hex')}`);

for (const id of [...goldenIds].sort()) {
  const files = await datasetModules.get(id)!.refresh(goldenContext(goldenRaw(id)));
  say(`golden/${id}`, [[...goldenFiles(files)], files.notes ?? [], files.period]);
}

const edition = openEdition(join(ROOT, 'data-build/edition'));
const histories = readHistories(edition.dir);
const geography = buildGeography(levelShapes(edition.only(['geography'])));
say('geography', geography);
const { index, files } = buildSearch(edition.only(['addresses', 'streets']));
say('search', [index, [...files]]);
say(
  'catalogue',
  buildCatalogue(
    edition.only(['catalogue']),
    edition.datasets.map((id) => edition.meta(id)),
  ),
);
say('changes', buildChanges(edition.id, histories));
say('feed', buildFeed(edition.id, histories, null));
const few = new Set(['population.over65_share', 'income.median', 'participation.proposals_rate']);
for (const indicator of await findIndicators(join(ROOT, 'data-build/indicators')))
  if (few.has(indicator.id))
    say(
      indicator.id,
      buildCsv(indicator, indicator.compute(edition.only(indicator.datasets), geography), geography),
    );
say('process', [
  process.env['TZ'],
  new Intl.DateTimeFormat().resolvedOptions().locale,
  new Date(0).getHours(),
]);
