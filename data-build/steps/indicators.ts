import { mapKindOf } from '../../src/model/unit';
import { filesFound, load } from '../load';
import type { Indicator } from '../model';
import { THEMES } from '../themes';

export interface FoundIndicator extends Indicator {
  /** Source file it comes from: its code is part of the cache key. */
  file: string;
}

/** Every indicator exported by a file of the folder, in menu order. No list of them exists anywhere. */
export async function findIndicators(dir: string): Promise<FoundIndicator[]> {
  const found: FoundIndicator[] = [];
  for (const file of filesFound(dir)) {
    const module = (await load(file)) as { indicators?: readonly Indicator[] };
    if (!Array.isArray(module.indicators)) throw new Error(`${file}: expected an export "indicators"`);
    for (const indicator of module.indicators as Indicator[]) found.push({ ...indicator, file });
  }
  for (const indicator of found) checkIndicator(indicator);
  const seen = new Set<string>();
  for (const { id, file } of found) {
    if (seen.has(id)) throw new Error(`${file}: indicator ${id} exists twice`);
    seen.add(id);
  }
  const themeOf = (id: string) => THEMES.findIndex((theme) => theme.id === id);
  return found.sort(
    (a, b) => themeOf(a.theme) - themeOf(b.theme) || a.order - b.order || (a.id < b.id ? -1 : 1),
  );
}

/**
 * What no type can say: a theme that exists, an id that starts with it, and above all no choropleth of counts. A number without
 * a denominator goes on circles; on areas it would draw the size of the areas.
 */
export function checkIndicator({ id, theme, measure, unit, denominator }: Indicator): void {
  const fail = (why: string): never => {
    throw new Error(`indicator ${id}: ${why}`);
  };
  if (!THEMES.some((known) => known.id === theme)) fail(`unknown theme "${theme}"`);
  if (!id.startsWith(`${theme}.`)) fail(`its id does not start with its theme "${theme}."`);
  if (mapKindOf(measure) === 'choropleth' && denominator === null)
    fail(`a ${measure} without a denominator cannot be a choropleth`);
  if (measure === 'count' && denominator !== null) fail('a count has no denominator');
  if (unit === 'people' && mapKindOf(measure) === 'choropleth')
    fail('people are counted, not shaded: unit "people" needs measure "count"');
}
