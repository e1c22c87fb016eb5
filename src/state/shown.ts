import type { Cell } from '../model/cell';

/** One number per area, with its name and the way it is printed. */
export interface ShownColumn {
  /** Head of a column, words beside a number: "Variazione 2010–2021". */
  readonly head: string;
  readonly cells: ReadonlyMap<string, Cell>;
  /** A cell in words, with its sign and unit. */
  print(cell: Cell): string;
}

/** What a kind of map shows of the areas in place of the indicator's own cells; every place that names an area's number reads it. */
export interface Shown {
  readonly value: ShownColumn;
  /** A second number that belongs to it: what the change led to, the other indicator. */
  readonly beside: ShownColumn;
  /** Colour by code as the map paints it; a code without a value has none. */
  readonly colours: ReadonlyMap<string, string>;
}
