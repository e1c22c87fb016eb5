import { packCell, type Cell } from '../model/cell';
import { CITY_CODE, type Level } from '../model/ids';
import {
  SCHEMA_VERSION,
  type Area,
  type Geography,
  type IndicatorSummary,
  type Table,
} from '../model/manifest';

/** A small invented city for tests: 1 city, 2 quartieri, 4 zone on a 2 × 2 grid, 8 areas on a 4 × 2 grid. */

function area(
  code: string,
  name: string,
  x: number,
  y: number,
  parents: Area['parents'],
  neighbours: string[],
): Area {
  const point: [number, number] = [11 + x / 100, 44 + y / 100];
  return {
    code,
    name,
    parents,
    point,
    bbox: [point[0], point[1], point[0] + 0.01, point[1] + 0.01],
    km2: 1,
    neighbours,
  };
}

const inCity = { citta: CITY_CODE };

export const testGeography: Geography = {
  schemaVersion: SCHEMA_VERSION,
  levels: {
    citta: [area(CITY_CODE, 'Bologna', 1.5, 0.5, {}, [])],
    quartiere: [
      area('11', 'Navile', 0.5, 0.5, inCity, ['12']),
      area('12', 'Savena', 2.5, 0.5, inCity, ['11']),
    ],
    zona: ['Barca', 'Colli', 'Lame', 'Saffi'].map((name, i) =>
      area(
        'ABCD'[i]!,
        name,
        (i % 2) * 2 + 0.5,
        Math.floor(i / 2),
        { ...inCity, quartiere: i % 2 ? '12' : '11' },
        grid(i, 2, 2, (j) => 'ABCD'[j]!),
      ),
    ),
    area: Array.from({ length: 8 }, (_, i) =>
      area(
        `${i + 1}`,
        `Via ${i + 1}`,
        i % 4,
        Math.floor(i / 4),
        {
          ...inCity,
          quartiere: i % 4 < 2 ? '11' : '12',
          zona: 'ABCD'[Math.floor((i % 4) / 2) + 2 * Math.floor(i / 4)]!,
        },
        grid(i, 4, 2, (j) => `${j + 1}`),
      ),
    ),
  },
};

/** Codes of the edge neighbours of cell `i` on a grid. */
function grid(i: number, columns: number, rows: number, code: (index: number) => string): string[] {
  const [x, y] = [i % columns, Math.floor(i / columns)];
  const around = [
    [x - 1, y],
    [x + 1, y],
    [x, y - 1],
    [x, y + 1],
  ] as const;
  return around
    .filter(([u, v]) => u >= 0 && v >= 0 && u < columns && v < rows)
    .map(([u, v]) => code(v * columns + u));
}

/** Rows per level: period → one value or reason per area, in the order of the geography. */
export type Rows = Partial<Record<Level, Record<string, (number | Cell)[]>>>;

/** A table from rows, with the metadata a test seldom cares about. */
export function tableOf(rows: Rows, more: Partial<Table> = {}): Table {
  const levels: Table['levels'] = {};
  for (const [level, byPeriod] of Object.entries(rows) as [Level, Record<string, (number | Cell)[]>][]) {
    const periods = Object.keys(byPeriod).sort();
    const cells = periods.flatMap((period) =>
      byPeriod[period]!.map((cell) => (typeof cell === 'number' ? cell : packCell(cell))),
    );
    const values = cells.filter((cell): cell is number => typeof cell === 'number');
    levels[level] = { periods, breaks: [], extent: [Math.min(...values), Math.max(...values)], cells };
  }
  const text = { it: 'x', en: 'x' };
  const licence = {
    id: 'CC-BY-4.0',
    title: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  };
  return {
    schemaVersion: SCHEMA_VERSION,
    indicator: 'population.over65_share',
    pon: 'social',
    direction: 'neither',
    decimals: 1,
    definition: text,
    method: text,
    notes: [],
    seriesBreaks: [],
    datasets: [
      {
        id: 'residents',
        title: { it: 'Residenti per età', en: 'Residents by age' },
        publisher: 'Comune di Bologna',
        sourceId: 'residents',
        landingPage: 'https://opendata.comune.bologna.it/',
        licence,
        period: ['2010', '2021'],
        accessed: '2026-11-23',
        notes: [],
      },
    ],
    api: { csv: 'a.csv', json: 'a.json' },
    levels,
    ...more,
  };
}

export function summaryOf(more: Partial<IndicatorSummary> = {}): IndicatorSummary {
  return {
    id: 'population.over65_share',
    theme: 'population',
    title: { it: 'Residenti di 65 anni e oltre', en: 'Residents aged 65 and over' },
    question: { it: 'Quanti sono?', en: 'How many are they?' },
    measure: 'share',
    unit: 'percent',
    ramp: 'plum',
    levels: ['citta'],
    periods: ['2010', '2021'],
    table: { path: 't.json', bytes: 1, sha256: '0'.repeat(64) },
    ...more,
  };
}
