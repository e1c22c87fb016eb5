import type { PlaceFile, PlaceLevel } from '../model/place';
import { robustScores } from './standard';

export interface Likeness {
  /** Place in the order of the geography. */
  at: number;
  /** Root mean square of the differences, in robust standard deviations. */
  distance: number;
  /** Ids in which the two agree, those in which both stand apart from the city first. */
  agree: string[];
  /** Id in which they differ most. */
  differ: string;
}

/** Two places are compared by at least so many indicators, or not at all. */
export const FEWEST_SHARED = 10;
/** One extreme value must not decide alone. */
const CAP = 4;
/** Apart by no more than this, two places agree. */
const ALIKE = 0.5;
const REASONS = 3;
const MOST = 4;

/**
 * The places of a level most like one of them, nearest first, and why. Each indicator of the vector is standardised over the level;
 * where one has no value for either place it is left out, and a pair with fewer than ten in common is not compared. [] for a place that
 * cannot be compared. A likeness is mutual but not a rank: it says nothing of better or worse.
 */
export function similar({ indicators }: PlaceFile, level: PlaceLevel, at: number): Likeness[] {
  const vectors = indicators.flatMap(({ id, vector, levels }) => {
    const column = levels[level];
    const scores = vector && column ? robustScores(column, vector) : null;
    return scores ? [{ id, scores: scores.map((z) => (z === null ? null : cap(z))) }] : [];
  });
  const places = vectors[0]?.scores.length ?? 0;
  const found: Likeness[] = [];
  for (let other = 0; other < places; other++) {
    if (other === at) continue;
    const shared = vectors.flatMap(({ id, scores }) => {
      const [a, b] = [scores[at] ?? null, scores[other] ?? null];
      return a === null || b === null ? [] : [{ id, a, b, gap: Math.abs(a - b) }];
    });
    if (shared.length < FEWEST_SHARED) continue;
    const distance = Math.sqrt(shared.reduce((sum, { gap }) => sum + gap * gap, 0) / shared.length);
    const byGap = [...shared].sort((x, y) => x.gap - y.gap || (x.id < y.id ? -1 : 1));
    const telling = byGap
      .filter(({ gap }) => gap <= ALIKE)
      .sort((x, y) => apart(y) - apart(x) || x.gap - y.gap);
    const agree = (telling.length >= REASONS ? telling : byGap).slice(0, REASONS).map(({ id }) => id);
    found.push({ at: other, distance, agree, differ: byGap.at(-1)!.id });
  }
  // Of six districts the four "most similar" would be nearly all of them.
  const most = Math.min(MOST, Math.floor(places / 4));
  return found.sort((x, y) => x.distance - y.distance || x.at - y.at).slice(0, most);
}

const cap = (z: number): number => Math.max(-CAP, Math.min(CAP, z));

/** How far both stand from the city on the same side; 0 where the city lies between them. */
const apart = ({ a, b }: { a: number; b: number }): number =>
  a * b > 0 ? Math.min(Math.abs(a), Math.abs(b)) : 0;
