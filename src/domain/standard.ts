import { unpackCell, isValue, type PackedCell } from '../model/cell';
import type { PlaceColumn, PlaceIndicator } from '../model/place';
import { quantileOf } from './compare';

/** Standard deviations in a median absolute deviation and in a half of the interquartile range, of a normal distribution. */
const MAD = 1.4826;
const IQR = 1.349;
/** Fewer places than this have no spread worth the name. */
export const FEWEST_PLACES = 5;

export const numberOf = (packed: PackedCell | undefined): number | null => {
  if (packed === undefined) return null;
  const cell = unpackCell(packed);
  return isValue(cell) ? cell.value : null;
};

/** Rates with a long tail are compared by their order of magnitude; the one keeps zero in its place. */
export const onScale = (value: number, scale: PlaceIndicator['vector']): number =>
  scale === 'log' ? Math.log1p(Math.max(0, value)) : value;

/** Where the city stands on an indicator's scale and how far its places usually lie apart. */
export interface RobustScale {
  /** Robust standard deviations of a value from the city's, positive above it. */
  score(value: number): number;
}

/**
 * Measures values of a column against the city's (against the middle of the places where the city has none), in robust standard
 * deviations: median absolute deviation, or the interquartile range where more than half of the places are alike. null where there are
 * fewer than five values or no spread.
 */
export function robustScale(
  { cells, city }: Pick<PlaceColumn, 'cells' | 'city'>,
  scale: PlaceIndicator['vector'],
): RobustScale | null {
  const known = cells.flatMap((cell) => {
    const n = numberOf(cell);
    return n === null ? [] : [onScale(n, scale)];
  });
  if (known.length < FEWEST_PLACES) return null;
  const middle = quantileOf(known, 0.5);
  const mad =
    MAD *
    quantileOf(
      known.map((n) => Math.abs(n - middle)),
      0.5,
    );
  const spread = mad > 0 ? mad : (quantileOf(known, 0.75) - quantileOf(known, 0.25)) / IQR;
  if (!(spread > 0)) return null;
  const whole = numberOf(city);
  const centre = whole === null ? middle : onScale(whole, scale);
  return { score: (value) => (onScale(value, scale) - centre) / spread };
}

/** Scores of all places of a column; null for a place without a value, null altogether where nothing can be measured. */
export function robustScores(
  column: Pick<PlaceColumn, 'cells' | 'city'>,
  scale: PlaceIndicator['vector'],
): (number | null)[] | null {
  const measure = robustScale(column, scale);
  if (!measure) return null;
  return column.cells.map((cell) => {
    const n = numberOf(cell);
    return n === null ? null : measure.score(n);
  });
}
