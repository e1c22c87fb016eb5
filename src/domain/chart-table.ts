/** The numbers behind a chart, as its table shows and its copy carries them: printed, units in the heads. */
export interface ChartTable {
  caption: string;
  head: readonly string[];
  rows: readonly ChartRow[];
}
export interface ChartRow {
  /** What the row stands for, where it can be lit up in the chart: an area's code, a period. */
  key?: string;
  /** The first cell names the row. */
  cells: readonly string[];
}

/** Tab-separated, as a spreadsheet takes it from the clipboard: caption, head, rows. */
export const tableText = ({ caption, head, rows }: ChartTable): string =>
  [[caption], head, ...rows.map(({ cells }) => cells)]
    .map((cells) => cells.map((cell) => cell.replaceAll('\u00a0', ' ').replace(/[\t\n]/g, ' ')).join('\t'))
    .join('\n');
