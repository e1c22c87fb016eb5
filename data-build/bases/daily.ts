import type { Daily } from '../../src/model/series';

const DAY = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Rows of days in columns, every day of the span in its place. Throws on two rows for one day. */
export function daily(
  rows: readonly Record<string, string>[],
  stations: Daily['stations'],
  measures: Daily['measures'],
  stationOf: (row: Record<string, string>) => string,
): Pick<Daily, 'first' | 'days' | 'stations' | 'measures' | 'columns'> {
  const numbers = rows.map(({ date }) => dayNumber(date!));
  const [start, end] = [Math.min(...numbers), Math.max(...numbers)];
  const days = end - start + 1;
  const columns = stations.flatMap(() => measures.map(() => new Array<number | null>(days).fill(null)));
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${stationOf(row)}|${row.date}`;
    if (seen.has(key)) throw new Error(`two rows for ${key}`);
    seen.add(key);
    const station = stations.findIndex(({ id }) => id === stationOf(row));
    if (station < 0) throw new Error(`unknown station ${stationOf(row)}`);
    measures.forEach(({ id, decimals }, m) => {
      const text = row[id];
      if (text === undefined || text === '') return;
      const scaled = Number(text) * 10 ** decimals;
      if (!Number.isFinite(scaled)) throw new Error(`${key} ${id}: "${text}" is not a number`);
      columns[station * measures.length + m]![dayNumber(row.date!) - start] = Math.round(scaled);
    });
  }
  return {
    first: new Date(start * DAY).toISOString().slice(0, 10),
    days,
    stations,
    measures,
    columns: columns.map((column) => (column.every((value) => value === null) ? [] : column)),
  };
}
