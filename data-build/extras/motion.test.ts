import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PATH_PER_DEGREE, type Motion } from '../../src/model/motion';
import { metresPerDegree } from '../bases/lines';
import { loopPath, REACH } from '../bases/loop-paths';
import { openEdition } from '../edition-reader';
import { extra } from './motion';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const [east, north] = metresPerDegree(44.5);
const points = (path: readonly number[]) =>
  Array.from({ length: path.length / 2 }, (_, i) => [
    (path[i * 2]! / PATH_PER_DEGREE) * east,
    (path[i * 2 + 1]! / PATH_PER_DEGREE) * north,
  ]) as [number, number][];
const between = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);

describe('stretches of the boulevards', () => {
  let motion: Motion;
  beforeAll(async () => {
    const files = await extra.build({
      edition: edition.only(extra.datasets),
      geography: { schemaVersion: 1, levels: {} } as never,
      indicators: [],
      first: () => undefined,
      indicator: () => {
        throw new Error('reads no indicator');
      },
    });
    motion = files['motion.boulevards'] as Motion;
  });

  it('every loop that counts has a place, and a path past it no longer than said', () => {
    expect(motion.loops).toHaveLength(edition.table('boulevard-counts', 'sensors').length);
    for (const { id, path, at } of motion.loops) {
      const line = points(path);
      const length = line.slice(1).reduce((sum, p, i) => sum + between(p, line[i]!), 0);
      expect(length, id).toBeGreaterThan(REACH * 1.2);
      expect(length, id).toBeLessThan(REACH * 2.15);
      const [place] = points(at);
      expect(Math.min(...line.map((p) => between(p, place!))), id).toBeLessThan(60);
    }
  });

  it('runs the way the source says, and no boulevard turns back', () => {
    const way: Record<string, [number, number]> = {
      N: [0, 1],
      NE: [1, 1],
      E: [1, 0],
      SE: [1, -1],
      S: [0, -1],
      W: [-1, 0],
      NW: [-1, 1],
    };
    for (const { sensor, heading } of edition.table('boulevard-counts', 'sensors')) {
      const line = points(motion.loops.find(({ id }) => id === sensor)!.path);
      const [a, b] = [line[0]!, line.at(-1)!];
      const [dx, dy] = way[heading!]!;
      expect((b[0] - a[0]) * dx + (b[1] - a[1]) * dy, sensor).toBeGreaterThan(REACH);
      // Hardly longer than the way as the crow flies: nothing hooks around a gate.
      const length = line.slice(1).reduce((sum, p, i) => sum + between(p, line[i]!), 0);
      expect(between(a, b) / length, sensor).toBeGreaterThan(0.85);
    }
  });
});

describe('a path', () => {
  const at = (x: number, y: number) => [11 + x / east, 44.5 + y / north];
  const loop = { lon: 11, lat: 44.5, heading: 'E' };

  it('goes straight over a crossing and never into the side street', () => {
    const path = loopPath(loop, [
      [at(-150, 0), at(50, 0)],
      [at(50, 0), at(50, 300)],
      [at(50, 0), at(400, 20)],
      [at(-400, 0), at(-150, 0)],
    ]);
    expect((path.at(-1)![0]! - 11) * east).toBeGreaterThan(195);
    expect((path[0]![0]! - 11) * east).toBeCloseTo(-REACH, 0);
  });

  it('keeps to the right', () => {
    const east0 = loopPath(loop, [[at(-300, 0), at(300, 0)]]);
    const west = loopPath({ ...loop, heading: 'W' }, [[at(-300, 0), at(300, 0)]]);
    expect(east0[0]![1]).toBeLessThan(44.5);
    expect(west[0]![1]).toBeGreaterThan(44.5);
  });

  it('a loop on no street that runs its way stops the build', () => {
    expect(() => loopPath(loop, [[at(0, -300), at(0, 300)]])).toThrow('no street runs E');
  });
});
