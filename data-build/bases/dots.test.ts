import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DOT_STEP, WITHHELD, type Dots } from '../../src/model/dots';
import type { Geography } from '../../src/model/manifest';
import { openEdition } from '../edition-reader';
import { byAge, PEOPLE_PER_DOT } from '../extras/dots';
import { buildGeography, levelShapes } from '../steps/geography';
import { dotsFor, groundOf, housesOf, placeDots, type DotSet, type Ground } from './dots';
import { cellName, gridGet, SMALL_BASE } from './grid';
import { ages } from './population';

// The whole edition is read and every dot placed: generous, so that a slow machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const edition = openEdition(resolve('data-build/edition'));
let geography: Geography;
let ground: Ground;
let set: DotSet;
let dots: Dots;
beforeAll(() => {
  geography = buildGeography(levelShapes(edition));
  ground = groundOf(edition, housesOf(edition));
  set = byAge(edition, geography);
  dots = placeDots(set, geography, ground);
});

describe('dots of the committed edition', () => {
  it('stand for the people of every area but for less than a dot a class, or for a stated reason', () => {
    const { young, old } = ages(edition, geography);
    let drawn = 0;
    dots.periods.forEach((period, p) => {
      for (const { code, dots: byClass } of dots.areas) {
        const people = gridGet(set.grid, 'area', period).get(code)!;
        const total = people.reduce((sum, n) => sum + n, 0);
        const hidden = [young, old].some((cells) => cells.get(period)?.has(cellName('area', code)));
        people.forEach((n, i) => {
          const shown = byClass[i]![p]!;
          if (hidden) expect(shown, `${code} ${period}`).toBe(WITHHELD.suppressed);
          else if (total < SMALL_BASE.residents) expect(shown, `${code} ${period}`).toBe(WITHHELD.unreliable);
          else {
            const rest = n - shown * dots.each;
            expect(rest, `${code} ${period}`).toBeGreaterThanOrEqual(0);
            expect(rest, `${code} ${period}`).toBeLessThan(dots.each);
            if (p === dots.periods.length - 1) drawn += shown;
          }
        });
      }
    });
    expect(drawn).toBeGreaterThan(19_000);
    expect(drawn * dots.each).toBeGreaterThan(0.97 * dots.counted.at(-1)!);
  });

  it('lie in their area, all of them', () => {
    let seen = 0;
    for (const { code, origin, places, dots: byClass } of dots.areas)
      places.forEach((list, i) => {
        expect(list.length / 2).toBe(Math.max(0, ...byClass[i]!));
        for (let at = 0; at < list.length; at += 2, seen++) {
          const place = [origin[0] + list[at]! * DOT_STEP, origin[1] + list[at + 1]! * DOT_STEP] as const;
          if (!ground.inside(code, place)) throw new Error(`a dot of area ${code} lies outside at ${place}`);
        }
      });
    expect(seen).toBeGreaterThan(20_000);
  });

  it('are the same every time', () => {
    expect(JSON.stringify(placeDots(set, geography, ground))).toBe(JSON.stringify(dots));
  });

  it('come in any grain: a fifth of the people gives five times the dots', () => {
    const fine = placeDots(byAge(edition, geography, PEOPLE_PER_DOT / 5), geography, ground);
    const count = ({ areas }: Dots) => areas.flatMap(({ places }) => places).flat().length / 2;
    expect(count(fine) / count(dots)).toBeGreaterThan(4.9);
    expect(count(fine)).toBeGreaterThan(100_000);
  });
});

it('a dot never stands for fewer', () => {
  expect([0, 19, 20, 39, 40].map((n) => dotsFor(n, 20))).toEqual([0, 0, 1, 1, 2]);
});
