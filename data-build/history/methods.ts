import { sha256 } from '../steps/cache';
import type { Indicator } from '../model';

export interface MethodChange {
  indicator: string;
  change: 'added' | 'changed' | 'removed';
}

/** Indicator → hash of all it says about itself: words, unit, arithmetic's limits, breaks in the series, sources. */
export type Methods = Record<string, string>;

/** Everything that is data and not looks; code is left to the repository's own history. */
const SAID = [
  'definition',
  'method',
  'notes',
  'measure',
  'unit',
  'denominator',
  'direction',
  'decimals',
  'notApplicable',
  'seriesBreaks',
  'datasets',
] as const satisfies readonly (keyof Indicator)[];

export const definitionHash = (indicator: Indicator): string =>
  sha256(JSON.stringify(SAID.map((field) => indicator[field]))).slice(0, 16);

export const methodsOf = (indicators: readonly Indicator[]): Methods =>
  Object.fromEntries(
    [...indicators].sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.id, definitionHash(one)]),
  );

export function diffMethods(before: Methods, after: Methods): MethodChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap((indicator): MethodChange[] => {
    const [old, fresh] = [before[indicator], after[indicator]];
    if (old === fresh) return [];
    return [{ indicator, change: old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed' }];
  });
}
