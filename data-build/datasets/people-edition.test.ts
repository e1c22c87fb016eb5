import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The committed figures on people, incomes and jobs against each other and against totals printed elsewhere. */
const EDITION = join(import.meta.dirname, '../edition');
type Row = Record<string, string>;
const table = (id: string, name = 'data'): Row[] => {
  const [header = '', ...lines] = readFileSync(join(EDITION, id, `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i]!, cell])));
};
const sums = (
  rows: readonly Row[],
  key: (row: Row) => string,
  column = 'residents',
): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const row of rows) found[key(row)] = (found[key(row)] ?? 0) + Number(row[column]);
  return found;
};

describe('population-civil', () => {
  const ages = table('population-civil');
  const civil = table('population-civil', 'civil');
  const zona = table('population-zona').filter(
    (row) => row.zona !== '99' && row.period! >= '2010' && row.period! <= '2021',
  );

  it('counts the same people as the zone table: zona, year and sex', () => {
    const key = (row: Row) => `${row.zona} ${row.period} ${row.sex}`;
    expect(sums(ages, key)).toEqual(sums(zona, key));
  });
  it('and of the same age: under 18, zona by zona', () => {
    const key = (row: Row) => `${row.zona} ${row.period}`;
    const minors = ages.filter((row) => row.age !== '100+' && Number(row.age) < 18);
    expect(sums(minors, key)).toEqual(
      sums(
        zona.filter((row) => row.age === '0-17'),
        key,
      ),
    );
  });
  it('gives the bands of the area table: 0–2 and 65 and over, zona by zona', () => {
    const zonaOf = new Map(table('geography', 'hierarchy').map((row) => [row.area, row.zona]));
    const area = table('population-area');
    const inZona = (row: Row) => `${zonaOf.get(row.area!)} ${row.period}`;
    const key = (row: Row) => `${row.zona} ${row.period}`;
    const age = (row: Row) => (row.age === '100+' ? 100 : Number(row.age));
    for (const [band, from, to] of [
      ['0-2', 0, 2],
      ['65+', 65, 100],
    ] as const)
      expect(
        sums(
          ages.filter((row) => age(row) >= from && age(row) <= to),
          key,
        ),
        band,
      ).toEqual(
        sums(
          area.filter((row) => row.age === band),
          inZona,
        ),
      );
  });
  it('tells civil status of the same people, and of nobody under 16 but never married', () => {
    const key = (row: Row) => `${row.zona} ${row.period} ${row.sex}`;
    expect(sums(civil, key)).toEqual(sums(ages, key));
    expect([...new Set(civil.map((row) => row.status))].sort()).toEqual([
      'divorced',
      'married',
      'never-married',
      'widowed',
    ]);
  });
});

describe('comuni and metropolitan city', () => {
  it('55 comuni add up to the metropolitan totals ISTAT prints, provisional in 2021', () => {
    const comuni = sums(table('population-comuni'), (row) => row.period!);
    const metro = sums(table('population-metro-age'), (row) => row.period!);
    expect([comuni['2019'], comuni['2020']]).toEqual([metro['2019'], metro['2020']]);
    expect([comuni['2021'], metro['2021'], metro['2025']]).toEqual([1_019_539, 1_015_608, 1_020_865]);
  });
  it('has every single age in every year, 2025 estimated', () => {
    const rows = table('population-metro-age');
    for (const period of ['2019', '2025'])
      expect(rows.filter((row) => row.period === period)).toHaveLength(101);
    expect(new Set(rows.filter((row) => row.status === 'estimated').map((row) => row.period))).toEqual(
      new Set(['2025']),
    );
  });
  it('carries the codes of the 55 comuni of the geography', () => {
    const { objects } = JSON.parse(readFileSync(join(EDITION, 'geography/comuni.topojson'), 'utf8')) as {
      objects: Record<string, { geometries: { properties: { code: string } }[] }>;
    };
    const codes = Object.values(objects)[0]!
      .geometries.map((g) => g.properties.code)
      .sort();
    for (const id of ['population-comuni', 'income-comune'])
      for (const period of ['2018', '2020'])
        expect(
          table(id)
            .filter((row) => row.period === period)
            .map((row) => row.comune)
            .sort(),
          id,
        ).toEqual(codes);
  });
});

describe('incomes', () => {
  const city = table('income-mean').filter((row) => row.area !== 'nr');
  const area = sums(city, (row) => row.period!, 'taxable_income');
  const comune = table('income-comune').filter((row) => row.comune === '037006');
  const cap = sums(table('income-cap'), (row) => row.period!, 'taxable_eur');

  it('of the ministry and of the municipality are within 3 % of each other', () => {
    for (const { period, taxable_eur: total } of comune)
      expect(Math.abs(Number(total) / area[period!]! - 1), period).toBeLessThan(0.03);
    for (const period of ['2019', '2020', '2021'])
      expect(Math.abs(cap[period]! / area[period]! - 1), period).toBeLessThan(0.03);
  });
  it('by postcode hold all but a sliver of the city in 2020', () => {
    const whole = Number(comune.find((row) => row.period === '2020')!.taxable_eur);
    expect(cap['2020']! / whole).toBeGreaterThan(0.995);
    expect(cap['2020']! / whole).toBeLessThanOrEqual(1);
  });
});

describe('jobs', () => {
  const rows = table('jobs');
  it('count repeated sections once: no jump in 2019', () => {
    expect(sums(rows, (row) => row.period!, 'jobs')).toEqual({ 2017: 166_831, 2018: 166_985, 2019: 168_046 });
  });
  it('leave the shares without a place that the notes of the indicators print', () => {
    const share = (period: string) =>
      Math.round(
        (Number(rows.find((row) => row.area === 'ng' && row.period === period)!.jobs) /
          sums(rows, (row) => row.period!, 'jobs')[period]!) *
          100,
      );
    expect(['2017', '2018', '2019'].map(share)).toEqual([13, 16, 11]);
    const text = readFileSync(join(import.meta.dirname, '../indicators/work.ts'), 'utf8');
    expect(text).toContain('il 13 % nel 2017, il 16 % nel 2018, l’11 % nel 2019');
  });
  it('have students in 2019 alone, jobs of public institutions in 2017 alone', () => {
    const years = (column: string) => [
      ...new Set(rows.filter((row) => row[column] !== '').map((row) => row.period)),
    ];
    expect([years('students'), years('public_jobs')]).toEqual([['2019'], ['2017']]);
    expect(
      sums(
        rows.filter((r) => r.students !== ''),
        (row) => row.period!,
        'students',
      ),
    ).toEqual({ 2019: 52_857 });
  });
});

describe('fragility components', () => {
  const rows = table('fragility', 'components');

  it('change over five years is that of the register, but for the four areas its notes name', () => {
    const residents = sums(table('population-area'), ({ area, period }) => `${area} ${period}`);
    const other = rows
      .filter((row) => row.period === '2021' && row.change_5y !== '')
      .filter(({ area, change_5y: change }) => {
        const [before, after] = [residents[`${area} 2016`]!, residents[`${area} 2021`]!];
        return Math.abs(((after - before) / before) * 100 - Number(change)) > 0.051;
      });
    expect(other.map(({ area }) => area)).toEqual(['52', '69', '70', '76']);
  });

  const median = (column: string, period: string): number => {
    const values = rows
      .filter((row) => row.period === period && row[column] !== '')
      .map((row) => Number(row[column]))
      .sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)]!;
  };
  it('are empty exactly where the source excludes the area', () => {
    const excluded = new Map(
      table('fragility').map((row) => [`${row.area} ${row.period}`, row.excluded === '1']),
    );
    for (const row of rows)
      for (const column of ['over80', 'graduates25_44', 'low_income', 'median_income'])
        expect(row[column] === '', `${row.area} ${row.period} ${column}`).toBe(
          excluded.get(`${row.area} ${row.period}`),
        );
  });
  it('hold incomes in euro in both years', () => {
    expect(
      [median('median_income', '2021'), median('median_income', '2022')].every(
        (n) => n > 15_000 && n < 40_000,
      ),
    ).toBe(true);
    expect(Math.abs(median('median_income', '2022') / median('median_income', '2021') - 1)).toBeLessThan(
      0.05,
    );
  });
  it('jump where the notes say so, and stay where they say nothing', () => {
    const jump = (column: string) => [median(column, '2021'), median(column, '2022')];
    expect(jump('single_parent_minors')).toEqual([15.1, 3.4]);
    expect(jump('rented')).toEqual([24.8, 19.7]);
    for (const column of ['over80', 'alone65', 'foreign0_19', 'low_income']) {
      const [before, after] = jump(column);
      expect(Math.abs(after! / before! - 1), column).toBeLessThan(0.05);
    }
  });
});
