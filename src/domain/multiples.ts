import { isValue, type Cell } from '../model/cell';
import type { Shapes } from '../model/shapes';
import { binOf } from './classify';

/** Small maps side by side beyond which none is looked at any more. */
export const MOST_MULTIPLES = 12;

/** At most `most` of a list, first and last among them, as evenly spread as whole steps allow. */
export function evenly<T>(all: readonly T[], most = MOST_MULTIPLES): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]!);
}

/** At most `most` of a list, in its order, `own` always among them. */
export function withOwn<T>(all: readonly T[], own: T, most = MOST_MULTIPLES): T[] {
  const rest = all.filter((item) => item !== own).slice(0, most - 1);
  return all.filter((item) => item === own || rest.includes(item));
}

/** Outlines joined by look: one path per class, in the order of the classes, then one per reason. */
export function joinedBy(
  shapes: Pick<Shapes, 'paths'>,
  cells: ReadonlyMap<string, Cell>,
  breaks: readonly number[],
): Map<number | string, string> {
  const joined = new Map<number | string, string>();
  for (const { code, d } of shapes.paths) {
    const cell = cells.get(code) ?? { missing: 'not-available' as const };
    const look = isValue(cell) ? binOf(cell.value, breaks) : cell.missing;
    joined.set(look, (joined.get(look) ?? '') + d);
  }
  return new Map(
    [...joined].sort(([a], [b]) => (typeof a === 'number' ? a : 99) - (typeof b === 'number' ? b : 99)),
  );
}

/** Columns and width of small maps that are all seen at once, as large as the room allows. `aspect`: width of a map by its height. */
export function panelsIn(
  n: number,
  room: { width: number; height: number; gapX: number; gapY: number; head: number; aspect: number },
): { columns: number; width: number } {
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= n; columns++) {
    const rows = Math.ceil(n / columns);
    const across = (room.width - (columns - 1) * room.gapX) / columns;
    const down = ((room.height - (rows - 1) * room.gapY) / rows - room.head) * room.aspect;
    const width = Math.floor(Math.min(across, down));
    if (width > best.width) best = { columns, width };
  }
  return best;
}
