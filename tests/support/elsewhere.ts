import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEdition } from '../../data-build/edition-reader';
import { readHistories } from '../../data-build/history/model';
import type { RefreshContext } from '../../data-build/model';
import { buildCatalogue } from '../../data-build/steps/catalogue';
import { Places } from '../../data-build/steps/edition-places';
import { discover } from '../../data-build/steps/edition-refresh';
import { csvText } from '../../data-build/steps/edition-text';
import { buildGeography, levelShapes } from '../../data-build/steps/geography';
import { buildCsv } from '../../data-build/steps/api';
import { findIndicators } from '../../data-build/steps/indicators';
import { buildSearch } from '../../data-build/steps/search';
import { buildChanges } from '../../data-build/trust/changes';
import { buildFeed } from '../../data-build/trust/feed';
import { ROOT } from './committed';

/**
 * Prints `name sha256` for pieces of the data build: every golden export through its parser, and what is sorted, dated or put into
 * words of the committed edition. Run by tests/contract/elsewhere.test.ts in processes that stand elsewhere.
 */
const GOLDEN = join(ROOT, 'data-build/datasets/golden');
const say = (name: string, value: unknown): void =>
  console.log(`${name} ${createHash('sha256').update(JSON.stringify(value)).digest('hex')}`);

const places = new Places();
places.load(readFileSync(join(GOLDEN, 'hierarchy.csv'), 'utf8'));
const context = (id: string): RefreshContext => ({
  read: (path) => new Uint8Array(readFileSync(join(GOLDEN, id, 'raw', path))),
  ...places.lookups,
  warn: () => undefined,
});
const golden = new Set(readdirSync(GOLDEN));
for (const module of await discover(join(ROOT, 'data-build/datasets'))) {
  if (!golden.has(module.meta.id)) continue;
  const { tables = {}, notes = [], period } = await module.refresh(context(module.meta.id));
  say(`golden/${module.meta.id}`, [Object.values(tables).map(csvText), notes, period]);
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
