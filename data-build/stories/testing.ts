import { summaryOf, tableOf, testGeography } from '../../src/domain/testing';
import { CITY_CODE } from '../../src/model/ids';
import type { Table } from '../../src/model/manifest';
import type { World } from './world';

export { CITY_CODE };

/** Two topics over the invented city of domain/testing: a count with zone, a share with withheld and unreliable cells. */
export function testWorld(edition = '2026-11-23'): World {
  const tables: Record<string, Table> = {
    'population.residents': tableOf(
      {
        citta: { '1986': [432000], '2022': [392100], '2023': [392017] },
        zona: { '1986': [20000, 9000, 15000, 30000], '2023': [25000, 8800, 15000, 38497] },
      },
      { indicator: 'population.residents', decimals: 0 },
    ),
    'population.over65_share': tableOf({
      citta: { '2010': [26.31], '2021': [24.94] },
      zona: { '2021': [20.1, 31.4, { missing: 'suppressed' }, { missing: 'unreliable' }] },
    }),
    'fragility.index': tableOf(
      { zona: { '2021': [90, 100, 110, 120] } },
      { indicator: 'fragility.index', decimals: 1 },
    ),
  };
  return {
    edition,
    geography: testGeography,
    indicators: [
      summaryOf({
        id: 'population.residents',
        measure: 'count',
        unit: 'people',
        levels: ['citta', 'zona'],
        periods: ['1986', '2022', '2023'],
      }),
      summaryOf({ levels: ['citta', 'zona'], periods: ['2010', '2021'] }),
      summaryOf({
        id: 'fragility.index',
        theme: 'fragility',
        measure: 'index',
        unit: 'index',
        levels: ['zona'],
        periods: ['2021'],
      }),
    ],
    table: (id) => {
      const table = tables[id];
      if (!table) throw new Error(`no table ${id}`);
      return table;
    },
    layers: [],
    themes: ['population', 'fragility'],
    defaultView: { indicator: 'population.over65_share', level: 'zona', period: '2021' },
  };
}
