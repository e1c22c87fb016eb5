import { formatNumber, formatValue } from '../../domain/format';
import { areaOf, indexOf } from '../../domain/profile';
import { numberOf } from '../../domain/standard';
import { coverage } from '../../domain/union';
import type { UnionRow } from '../../domain/union-rows';
import type { PlaceWords } from '../../i18n/place';
import { isValue } from '../../model/cell';
import type { Lang } from '../../model/ids';
import type { Geography } from '../../model/manifest';
import type { PlaceFile, PlaceLevel } from '../../model/place';

/** "calcolato su 4 di 5, mancano il 3% dei residenti", why there is no figure, or ''. */
export function coverageWords(
  { union, why }: UnionRow,
  file: PlaceFile,
  geography: Geography,
  level: PlaceLevel,
  t: PlaceWords,
  lang: Lang,
): string {
  if (why) return why === 'not-additive' ? t.notAdditive : t.notCounted;
  if (!union || union.left.length === 0) return '';
  const people = file.indicators.find(({ id }) => id === 'population.residents')?.levels[level];
  const weight = (code: string) => numberOf(people?.cells[indexOf(geography, { level, code })]);
  const said = t.coverage(union.covered.length, union.covered.length + union.left.length);
  // Where nobody knows how many live in those left out, their share is not told either.
  if (!isValue(union.cell) || union.left.some((code) => weight(code) === null)) return said;
  const missing = (1 - (coverage(union.covered, union.left, weight) ?? 1)) * 100;
  return `${said}, ${t.coverageMissing(formatValue(missing, 'percent', missing < 1 ? 1 : 0, lang))}`;
}

/** Residents and surface of the whole. */
export function unionFacts(
  people: UnionRow,
  picked: readonly string[],
  geography: Geography,
  level: PlaceLevel,
  t: PlaceWords,
  lang: Lang,
): string[] {
  const km2 = picked.reduce((sum, code) => sum + (areaOf(geography, level, code)?.km2 ?? 0), 0);
  return [
    ...(isValue(people.cell)
      ? [t.togetherSum(formatNumber(people.cell.value, 0, lang), people.period ?? '')]
      : []),
    t.facts.km2(formatNumber(km2, km2 < 10 ? 2 : 0, lang)),
  ];
}
