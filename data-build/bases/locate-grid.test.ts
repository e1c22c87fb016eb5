import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { areaLocator } from './locate';
import { gridLocator } from './locate-grid';

it('answers as the exact search does, inside, outside and at borders', () => {
  const areas = openEdition(fileURLToPath(new URL('../edition', import.meta.url))).topology(
    'geography',
    'areas',
  );
  const [exact, fast] = [areaLocator(areas), gridLocator(areas)];
  // A lattice whose steps share no factor with the squares; no randomness needed.
  let inside = 0;
  for (let i = 0; i < 90; i++)
    for (let j = 0; j < 60; j++) {
      const [lon, lat] = [11.22 + i * 0.002393, 44.415 + j * 0.002417];
      const code = exact(lon, lat);
      if (code !== undefined) inside++;
      expect(fast(lon, lat), `${lon} ${lat}`).toBe(code);
    }
  expect(inside).toBeGreaterThan(2_000);
});
