/** Why a cell has no value. Never a bare null: each reason looks and reads different on map, table, sentence and download. */
export const MISSING = ['suppressed', 'not-available', 'unreliable', 'not-applicable'] as const;
export type Missing = (typeof MISSING)[number];

/** A published value, or the reason there is none. */
export type Cell = { readonly value: number } | { readonly missing: Missing };

/** How a cell travels in compact JSON: the number itself, or one letter for the reason. */
export type PackedCell = number | 's' | 'n' | 'u' | 'x';

const LETTER: Record<Missing, Exclude<PackedCell, number>> = {
  suppressed: 's',
  'not-available': 'n',
  unreliable: 'u',
  'not-applicable': 'x',
};
const REASON = Object.fromEntries(Object.entries(LETTER).map(([k, l]) => [l, k])) as Record<string, Missing>;

export const isValue = (cell: Cell): cell is { readonly value: number } => 'value' in cell;

/** Throws on a number that is not finite: NaN and ∞ are build errors, not data. */
export function packCell(cell: Cell): PackedCell {
  if (!isValue(cell)) return LETTER[cell.missing];
  if (!Number.isFinite(cell.value))
    throw new RangeError(`a cell holds ${cell.value}, expected a finite number`);
  return cell.value;
}

/** Throws on a letter outside the contract. */
export function unpackCell(packed: PackedCell): Cell {
  if (typeof packed === 'number') return { value: packed };
  const missing = REASON[packed];
  if (!missing)
    throw new TypeError(`unknown cell code ${JSON.stringify(packed)}, expected a number or one of s n u x`);
  return { missing };
}
