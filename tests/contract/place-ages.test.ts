import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openEdition } from '../../data-build/edition-reader';
import { AGE_CLASSES, agesBySex } from '../../data-build/extras/place-ages';
import { cellName, relationsOf } from '../../data-build/bases/grid';
import { buildGeography, levelShapes } from '../../data-build/steps/geography';
import { determined } from '../../src/domain/suppress-audit';
import type { Geography } from '../../src/model/manifest';
import { EDITION } from './built';

/** The pyramids of areas: no class of one sex below three people is told, nor follows from the published ones. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let geography: Geography;
let counts: Map<string, readonly number[]>;
let hidden: Set<string>;
beforeAll(() => {
  const edition = openEdition(EDITION);
  geography = buildGeography(levelShapes(edition.only(['geography'])));
  const found = agesBySex(edition.only(['population-area']), geography);
  counts = new Map();
  for (const [level, byPeriod] of found.grid)
    for (const [code, cell] of byPeriod.get(found.period)!) counts.set(cellName(level, code), cell);
  hidden = new Set(found.hidden.flatMap((set) => [...(set.get(found.period) ?? [])]));
});

describe('ages by sex', () => {
  it('hide every place with a class of fewer than three people of one sex', () => {
    const small = [...counts].filter(([, cell]) => cell.some((n) => n < 3)).map(([name]) => name);
    expect(small.length).toBeGreaterThan(10);
    for (const name of small) expect(hidden.has(name), name).toBe(true);
  });

  it('let no such class follow from the totals over the levels', () => {
    const known = determined(hidden, relationsOf(geography, counts));
    for (const name of known) expect(Math.min(...counts.get(name)!), name).toBeGreaterThanOrEqual(3);
  });

  it('leave enough to draw, and all of the wider places', () => {
    expect(
      [...counts.keys()].filter((name) => name.startsWith('area|') && !hidden.has(name)).length,
    ).toBeGreaterThan(60);
    for (const name of counts.keys())
      if (/^(zona|quartiere|citta)/.test(name)) expect(hidden.has(name), name).toBe(false);
  });

  it('add up to the residents with a fixed abode', () => {
    const sum = (cell: readonly number[]) => cell.reduce((a, b) => a + b, 0);
    const city = sum(counts.get('citta|037006')!);
    const areas = [...counts]
      .filter(([name]) => name.startsWith('area|'))
      .reduce((n, [, cell]) => n + sum(cell), 0);
    expect(areas).toBe(city);
    expect(city).toBeGreaterThan(380_000);
    expect(counts.get('citta|037006')).toHaveLength(2 * AGE_CLASSES.length);
  });
});
