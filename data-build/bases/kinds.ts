import type { Text } from '../../src/model/ids';
import type { Indicator } from '../model';

/** What makes a number one of a kind: how it is reckoned, printed and drawn. */
type Kind = Pick<Indicator, 'measure' | 'unit' | 'denominator' | 'decimals'>;

/** A number of things; not divided by anything, hence drawn with circles. */
export const COUNT: Kind = { measure: 'count', unit: 'number', denominator: null, decimals: 0 };

const kind =
  (measure: Kind['measure'], unit: Kind['unit']) =>
  (denominator: Text, decimals = 1): Kind => ({ measure, unit, denominator, decimals });

/** So many of every hundred. */
export const share = kind('share', 'percent');
/** So many beside every hundred, or thousand, of something else. */
export const per100 = kind('rate', 'per100');
export const per1000 = kind('rate', 'per1000');
/** So many things on every square kilometre. */
export const perKm2 = kind('density', 'things-per-km2');
