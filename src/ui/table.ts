/** One row of the table that stands beside every map. */
export interface Row {
  code: string;
  name: string;
  /** Name of what contains it, or ''. */
  within: string;
  value: number | null;
  /** The value as printed, or the words for why there is none. */
  valueText: string;
  difference: number | null;
  differenceText: string;
  /** Colour of its class, null when it has none. */
  colour: string | null;
}
export type SortKey = 'name' | 'within' | 'value' | 'difference';
