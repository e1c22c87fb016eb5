import type { PackedCell } from '../model/cell';
import type { Area, Geography } from '../model/manifest';
import type { PlaceFile, PlaceIndicator } from '../model/place';

/** Small places for tests: two districts of two zones of two areas each, numbered from 1. */
const area = (code: string, name: string, parents: Area['parents']): Area => ({
  code,
  name,
  parents: { citta: '037006', ...parents },
  point: [11.34, 44.49],
  bbox: [11.3, 44.4, 11.4, 44.5],
  km2: 1,
  neighbours: [],
});

export const PLACES: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [{ ...area('037006', 'Bologna', {}), parents: {} }],
    quartiere: ['11', '12'].map((code) => area(code, `Quartiere ${code}`, {})),
    zona: ['A', 'B', 'C', 'D'].map((code, i) =>
      area(code, `Zona ${code}`, { quartiere: i < 2 ? '11' : '12' }),
    ),
    prossimita: [],
    area: Array.from({ length: 8 }, (_, i) =>
      area(String(i + 1), `Area ${i + 1}`, {
        zona: 'ABCD'[Math.floor(i / 2)]!,
        quartiere: i < 4 ? '11' : '12',
      }),
    ),
  },
};

/** An indicator with a column of areas, nothing before, no wavering unless said. */
export const ofAreas = (
  id: string,
  cells: PackedCell[],
  city: PackedCell,
  more: Partial<PlaceIndicator> & { noise?: number } = {},
): PlaceIndicator => {
  const { noise = 0, ...rest } = more;
  return {
    id,
    group: 'people',
    decimals: 1,
    levels: { area: { period: '2021', cells, city, noise: cells.map(() => noise) } },
    ...rest,
  };
};

export const fileOf = (...indicators: PlaceIndicator[]): PlaceFile => ({ schemaVersion: 1, indicators });
