import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { areaLocator, areaTest } from './locate';
import { gridLocator, gridTest } from './locate-grid';

it('answers as the exact searches do, inside, outside and at borders', () => {
  const areas = openEdition(fileURLToPath(new URL('../edition', import.meta.url))).topology(
    'geography',
    'areas',
  );
  const [exact, fast] = [areaLocator(areas), gridLocator(areas)];
  const [slow, quick] = [areaTest(areas), gridTest(areas)];
  // A lattice whose steps share no factor with the squares; no randomness needed.
  let inside = 0;
  for (let i = 0; i < 90; i++)
    for (let j = 0; j < 60; j++) {
      const [lon, lat] = [11.22 + i * 0.002393, 44.415 + j * 0.002417];
      const code = exact(lon, lat);
      if (code !== undefined) inside++;
      expect(fast(lon, lat), `${lon} ${lat}`).toBe(code);
      for (const of of ['1', code ?? '2']) expect(quick(of, lon, lat)).toBe(slow(of, lon, lat));
    }
  expect(inside).toBeGreaterThan(2_000);
});
