import { isSmall } from '../../src/domain/suppress-audit';
import type { Level } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { Pyramids } from '../../src/model/series';
import type { EditionReader } from '../model';
import { gridGet, type Counts, type Grid } from './grid';
import { AGES, agesBySex, between } from './single-ages';

const SINGLE = Array.from({ length: AGES }, (_, age) => age);
const SINGLE_TO_94 = SINGLE.slice(0, 96);
/** Up to 89, then all together: the very old of a zona are few. */
export const FIVE_YEARS = Array.from({ length: 19 }, (_, i) => i * 5);

/** Finest first. A zona never gets single years: a class of a dozen people in a year tells more of them than of the zona. */
const CHOICES = [
  ['citta', [SINGLE, SINGLE_TO_94, FIVE_YEARS]],
  ['quartiere', [SINGLE_TO_94, FIVE_YEARS]],
  ['zona', [FIVE_YEARS]],
] as const satisfies [Level, readonly (readonly number[])[]][];

/** Women by class, then men by class. */
export const byClasses = (counts: Counts, ages: readonly number[]): number[] =>
  (['f', 'm'] as const).flatMap((sex) =>
    ages.map((from, i) => between(counts, from, (ages[i + 1] ?? AGES) - 1, sex)),
  );

/**
 * The finest classes of a level in which every class of every area and year holds three people or more. Nothing is then withheld,
 * and no subtraction between levels tells more: what is printed are sums of printed classes.
 */
export function safeClasses(
  grid: Grid,
  level: Level,
  choices: readonly (readonly number[])[],
): readonly number[] {
  const all = [...(grid.get(level)?.values() ?? [])].flatMap((byCode) => [...byCode.values()]);
  const found = choices.find((ages) => all.every((counts) => !isSmall(byClasses(counts, ages))));
  if (!found) throw new Error(`${level}: a class of ages holds fewer than three people in every choice`);
  return found;
}

/** Residents by age and sex, 2010–2021, one value a level. */
export function pyramidsOf(edition: EditionReader, geography: Geography): Omit<Pyramids, 'schemaVersion'>[] {
  const grid = agesBySex(edition, geography);
  return CHOICES.map(([level, choices]) => {
    const ages = safeClasses(grid, level, choices);
    const periods = [...grid.get(level)!.keys()].sort();
    return {
      level,
      periods,
      ages: [...ages],
      sexes: true,
      estimated: [],
      areas: geography.levels[level]!.map(({ code }) => ({
        code,
        counts: periods.map((period) => byClasses(gridGet(grid, level, period).get(code)!, ages)),
      })),
    };
  });
}
