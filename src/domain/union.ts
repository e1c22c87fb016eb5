import { isValue, type Cell } from '../model/cell';
import type { Area, Geography } from '../model/manifest';
import type { PartsIndicator, PlaceLevel } from '../model/place';
import { THRESHOLD } from './suppress-audit';

/** A published place whose counts went into a union. */
export interface UnionPart {
  level: PlaceLevel;
  code: string;
}

export interface Union {
  cell: Cell;
  period: string;
  /** The published cells it adds up; nothing else does. */
  parts: UnionPart[];
  /** Picked places these stand for, and those they do not. */
  covered: string[];
  left: string[];
  /** Why the first of those left out is not in: hidden, or never published. */
  because: 'suppressed' | 'not-available' | null;
}

/** Levels whose places can stand for all of their parts, widest first. The city is none: its totals count people no area has. */
const WIDER: Partial<Record<PlaceLevel, readonly ('quartiere' | 'zona' | 'prossimita')[]>> = {
  area: ['quartiere', 'zona', 'prossimita'],
  zona: ['quartiere'],
  prossimita: ['quartiere'],
};

/** A union that stands for less than this share of its residents is not told: it would be the portrait of another place. */
export const LEAST_COVERED = 0.75;

/**
 * Several places taken together, from published counts only: where all parts of a wider place are picked and that one is published,
 * it stands for them; every other picked place counts if the atlas publishes it. What is hidden is never part of the sum, so a
 * union tells nothing that does not follow from the published cells (docs/decisions). Null: no counts at this level.
 * `weight` gives a place's residents, null where they are not published; coverage is measured with them.
 */
export function unionOf(
  indicator: PartsIndicator,
  geography: Geography,
  level: PlaceLevel,
  picked: readonly string[],
  weight: (code: string) => number | null,
): Union | null {
  const period = indicator.periods[level];
  const sheets = period === undefined ? undefined : indicator.sheets[period];
  if (period === undefined || !sheets) return null;
  const at = (where: PlaceLevel, code: string): readonly [number | string, number | string] => {
    const sheet = sheets[where];
    const i = (geography.levels[where] ?? []).findIndex((area) => area.code === code);
    return [sheet?.num[i] ?? 'n', sheet?.den[i] ?? 'n'];
  };
  const open = (where: PlaceLevel, code: string) => at(where, code).every((n) => typeof n === 'number');

  const rest = new Set(picked);
  const parts: UnionPart[] = [];
  const areas = geography.levels[level] ?? [];
  for (const wider of WIDER[level] ?? [])
    for (const { code } of geography.levels[wider] ?? []) {
      const inside = childrenOf(areas, wider, code);
      if (inside.length === 0 || !inside.every((child) => rest.has(child)) || !open(wider, code)) continue;
      parts.push({ level: wider, code });
      for (const child of inside) rest.delete(child);
    }
  for (const code of [...rest]) {
    if (!open(level, code)) continue;
    parts.push({ level, code });
    rest.delete(code);
  }
  const left = picked.filter((code) => rest.has(code));
  const because =
    left[0] === undefined ? null : at(level, left[0])[0] === 's' ? 'suppressed' : 'not-available';
  const covered = picked.filter((code) => !rest.has(code));
  const sum = (which: 0 | 1) =>
    parts.reduce((total, part) => total + Number(at(part.level, part.code)[which]), 0);
  const missing = because ?? 'not-available';
  const share = coverage(covered, left, weight);
  const cell: Cell =
    parts.length === 0 || share === null || share < LEAST_COVERED
      ? { missing }
      : valueOf(indicator, sum(0), sum(1));
  return { cell, period, parts, covered, left, because };
}

/** The value that counts give, or why they give none: too few people to tell, or too few cases to trust. */
export function valueOf(
  {
    how,
    factor,
    offset,
    minimum,
    guard,
  }: Pick<PartsIndicator, 'how' | 'factor' | 'offset' | 'minimum' | 'guard'>,
  num: number,
  den: number,
): Cell {
  if (guard.some((which) => (which === 'num' ? num : den) < THRESHOLD)) return { missing: 'suppressed' };
  if (how === 'sum') return { value: num };
  if (den < minimum || den === 0) return { missing: 'unreliable' };
  return { value: (num / den) * factor + offset };
}

/** Share of the residents of the picked places that a union stands for; null when nobody's number is known. Unknown places count as none. */
export function coverage(
  covered: readonly string[],
  left: readonly string[],
  weight: (code: string) => number | null,
): number | null {
  const total = (codes: readonly string[]) => codes.reduce((sum, code) => sum + (weight(code) ?? 0), 0);
  const all = total(covered) + total(left);
  if (left.length === 0) return 1;
  return all > 0 ? total(covered) / all : null;
}

const childrenOf = (areas: readonly Area[], wider: keyof Area['parents'], code: string): string[] =>
  areas.filter((area) => area.parents[wider] === code).map((area) => area.code);

/** A value is there to be shown. */
export const isTold = (union: Union | null): union is Union => union !== null && isValue(union.cell);
