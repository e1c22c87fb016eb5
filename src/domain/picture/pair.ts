import { missingLabel } from '../format';
import { MISSING } from '../../model/cell';
import type { Lang } from '../../model/ids';
import type { PictureLegend } from './types';

/**
 * One legend for two maps that are painted alike, with the reasons of either; null where their classes or units differ. A reason
 * stands without its count, which would be that of one map.
 */
export function sharedLegend(a: PictureLegend, b: PictureLegend, lang: Lang): PictureLegend | null {
  const alike = ({ missing: _missing, ...painted }: PictureLegend) => JSON.stringify(painted);
  if (alike(a) !== alike(b)) return null;
  const found = new Set([...a.missing, ...b.missing].map(({ why }) => why));
  const missing = MISSING.filter((why) => found.has(why)).map((why) => ({
    why,
    label: missingLabel(why, lang),
  }));
  return { ...a, missing };
}
