import { isValue, unpackCell, type Cell } from '../model/cell';
import type { Geography } from '../model/manifest';
import type { PartsFile, PlaceFile, PlaceLevel } from '../model/place';
import type { Measure } from '../model/unit';
import { verdictOf } from './compare';
import { indexOf, stripExtent, type ProfileRow } from './profile';
import { numberOf } from './standard';
import { unionOf, type Union } from './union';

/** Why several places together have no figure: it cannot be added at all, or what it is made of is not published. */
export type NotAdded = 'not-additive' | 'not-counted';

export interface UnionRow extends ProfileRow {
  union: Union | null;
  why: NotAdded | null;
}

/**
 * Rows of several places of one level taken together. The usual wavering of their difference from the city is taken as the mean of
 * theirs: a sum wavers less than its parts, so that a difference is rather called none than made up.
 */
export function unionRows(
  file: PlaceFile,
  parts: PartsFile,
  geography: Geography,
  level: PlaceLevel,
  picked: readonly string[],
  measureOf: (id: string) => Measure | undefined,
): UnionRow[] {
  const at = picked.map((code) => indexOf(geography, { level, code }));
  const people = file.indicators.find(({ id }) => id === 'population.residents')?.levels[level];
  const weight = (code: string) => numberOf(people?.cells[indexOf(geography, { level, code })]);
  return file.indicators.flatMap((indicator): UnionRow[] => {
    const column = indicator.levels[level];
    if (!column) return [];
    const measure = measureOf(indicator.id);
    const counts = parts.indicators.find(({ id }) => id === indicator.id);
    const union = counts ? unionOf(counts, geography, level, picked, weight) : null;
    const cell: Cell = union?.cell ?? { missing: 'not-applicable' };
    const city = unpackCell(column.city);
    const comparable = measure !== 'count' && isValue(cell) && isValue(city);
    const difference = comparable ? cell.value - city.value : null;
    const noises = at.map((i) => column.noise[i] ?? 0);
    const values = column.cells.flatMap((packed) => numberOf(packed) ?? []);
    const must = [cell, ...(measure === 'count' ? [] : [city])].flatMap((c) => (isValue(c) ? c.value : []));
    return [
      {
        indicator,
        cell,
        period: column.period,
        owner: { level, code: '' },
        city,
        difference,
        verdict: verdictOf(
          difference,
          noises.reduce((sum, n) => sum + n, 0) / (noises.length || 1),
          indicator.decimals,
        ),
        // Several places beside single ones: only what does not grow with their number can stand on one line.
        values: measure === 'count' ? [] : values,
        extent: stripExtent(values, must),
        before: null,
        union,
        why: union
          ? null
          : measure === 'median' || measure === 'index' || measure === 'count'
            ? 'not-additive'
            : 'not-counted',
      },
    ];
  });
}
