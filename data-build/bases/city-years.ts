import { CITY_CODE } from '../../src/model/ids';
import type { Cell } from '../../src/model/cell';
import type { IndicatorCells } from '../model';

/** What is known of the city as a whole and of no part of it: one value a period. */
export const cityOnly = (values: Iterable<readonly [period: string, value: number]>): IndicatorCells => ({
  citta: new Map(
    [...values].map(([period, value]) => [period, new Map<string, Cell>([[CITY_CODE, { value }]])]),
  ),
});
