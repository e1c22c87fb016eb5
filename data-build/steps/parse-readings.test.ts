import { describe, expect, it } from 'vitest';
import { dataset } from '../datasets/air-quality';
import { parquetOf, readingsParquet, type ReadingRow } from './testing-parquet';
import { goldenContext } from './testing-golden';
import { readReadings } from './parse-readings';

const STATIONS = new Map([['VIA CHIARINI', 'via-chiarini']]);
const read = (rows: readonly ReadingRow[]) => readReadings(readingsParquet(rows), 'x.parquet', STATIONS, 100);
const row = (agent: string, from: string, to: string, value: number | null, unit = 'ug/m3'): ReadingRow => [
  'VIA CHIARINI',
  agent,
  from,
  to,
  value,
  unit,
];

describe('readings of air stations', () => {
  it('take the day and the hour of Bologna, also where clocks change', async () => {
    const readings = await read([
      row('NO2 (BIOSSIDO DI AZOTO)', '2031-01-01T23:01:00Z', '2031-01-02T00:00:00Z', 5),
      // The source writes solar hours as if they were the clock's: in March two of them are one instant.
      row('NO2 (BIOSSIDO DI AZOTO)', '2031-03-30T01:01:00Z', '2031-03-30T02:00:00Z', 6),
      row('NO2 (BIOSSIDO DI AZOTO)', '2031-03-30T01:01:00Z', '2031-03-30T02:00:00Z', 8),
      row('O3 (OZONO)', '2031-07-01T22:01:00Z', '2031-07-01T23:00:00Z', 7),
    ]);
    expect(readings.map(({ agent, date, hour, value }) => [agent, date, hour, value])).toEqual([
      ['no2', '2031-01-02', 0, 5],
      ['no2', '2031-03-30', 3, 6],
      ['no2', '2031-03-30', 3, 8],
      ['o3', '2031-07-02', 0, 7],
    ]);
  });

  it('leave what is not measured and what the atlas does not take', async () => {
    const [from, to] = ['2031-01-01T05:01:00Z', '2031-01-01T06:00:00Z'] as const;
    expect(
      await read([
        row('NO2 (X)', from, to, null),
        row('CO (X)', from, to, 1, 'mg/m3'),
        row('NOX', from, to, 1),
      ]),
    ).toEqual([]);
  });

  it.each([
    ['a time after its end', ['O3', '2031-01-02T00:00:00Z', '2031-01-01T00:00:00Z', 1], /\[data_inizio\]/],
    [
      'a value beyond all seen',
      ['O3', '2031-01-01T00:01:00Z', '2031-01-01T01:00:00Z', 101],
      /\[valore\].*0 to 100/,
    ],
    ['a value below zero', ['O3', '2031-01-01T00:01:00Z', '2031-01-01T01:00:00Z', -1], /\[valore\]/],
  ] as const)('stop at %s', async (_, [agent, from, to, value], message) => {
    await expect(read([row(agent, from, to, value)])).rejects.toThrow(message);
  });

  it('say which column is not there', async () => {
    const bytes = parquetOf([{ name: 'cod_staz', type: 'STRING', data: ['VIA CHIARINI'] }]);
    await expect(readReadings(bytes, 'x.parquet', STATIONS, 1)).rejects.toThrow(
      /none called agente, data_inizio/,
    );
  });
});

describe('air quality from the portal’s one file', () => {
  it('has the particulates of the day beside the hours of the gases', async () => {
    const hours = Array.from({ length: 18 }, (_, h): ReadingRow => {
      const from = new Date(Date.UTC(2031, 0, 1, h, 1)).toISOString();
      const to = new Date(Date.UTC(2031, 0, 1, h + 1)).toISOString();
      return row('NO2 (BIOSSIDO DI AZOTO)', from, to, h);
    });
    const day = ['2030-12-31T23:01:00Z', '2031-01-01T23:00:00Z'] as const;
    const live = readingsParquet([...hours, row('PM10', ...day, 51), row('PM2.5', ...day, 20)]);
    const { tables } = await dataset.refresh(
      goldenContext((path) => {
        if (path === dataset.live![0]!.path) return live;
        throw new Error(`${path} is not asked for`);
      }),
    );
    expect(tables!['data']!.rows).toEqual([
      ['via-chiarini', '2031-01-01', '51', '20', '8.5', '17', '', '18', ''],
    ]);
  });
});
