import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../data-build/edition-reader';
import { buildGeography, levelShapes } from '../data-build/steps/geography';
import { DIRECTIONS, neighbourTowards } from '../src/domain/traverse';
import { LEVELS } from '../src/model/ids';

const geography = buildGeography(
  levelShapes(
    openEdition(fileURLToPath(new URL('../data-build/edition', import.meta.url))).only(['geography']),
  ),
);

describe('arrow keys on the committed edition', () => {
  it.each(LEVELS)('reach every place from every other: %s', (level) => {
    const codes = geography.levels[level]!.map(({ code }) => code);
    for (const start of codes) {
      const seen = new Set([start]);
      for (const code of seen) {
        for (const direction of DIRECTIONS) {
          const next = neighbourTowards(geography, level, code, direction);
          if (next) seen.add(next);
        }
      }
      expect(seen.size, `from ${start}`).toBe(codes.length);
    }
  });
});
