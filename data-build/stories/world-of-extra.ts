import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Level } from '../../src/model/ids';
import type { Table } from '../../src/model/manifest';
import type { ExtraContext } from '../extras/extra';
import { findExtras } from '../steps/extras';
import { THEMES } from '../themes';
import type { World } from './world';

const EXTRAS = join(dirname(fileURLToPath(import.meta.url)), '../extras');

/** The finished edition as the build hands it to an extra. Tables are read when a story first needs them. */
export async function openWorld(
  context: Pick<ExtraContext, 'edition' | 'geography' | 'indicator' | 'indicators'>,
  first: { indicator: string; level: Level },
): Promise<World> {
  const known = new Map<string, Table>();
  const table = (id: string): Table => {
    const found = known.get(id) ?? context.indicator(id).table;
    known.set(id, found);
    return found;
  };
  const indicators = context.indicators.map((id) => context.indicator(id).summary);
  return {
    edition: context.edition.id,
    geography: context.geography,
    indicators,
    table,
    layers: (await findExtras(EXTRAS)).flatMap(({ layers }) => layers ?? []),
    themes: THEMES.map(({ id }) => id).filter((id) => indicators.some(({ theme }) => theme === id)),
    defaultView: { ...first, period: table(first.indicator).levels[first.level]!.periods.at(-1)! },
  };
}
