import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildOnce, EDITION, type Built } from './built';

/**
 * What can a reader with a spreadsheet work out? Written apart from the build: counts are summed here from the tidy tables, the
 * hierarchy comes from hierarchy.csv, and the solver is a floating-point projection. Cells marked unreliable count as known:
 * they are held back for another reason, so nothing may depend on them.
 */

type Totals = Map<string, number[]>;
const LEVELS = ['citta', 'quartiere', 'zona', 'prossimita', 'area'] as const;

const read = (path: string): Record<string, string>[] => {
  const [header, ...lines] = readFileSync(join(EDITION, path), 'utf8').trim().split('\n');
  const columns = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i]!, value])));
};
// Names with commas would be quoted; only the codes, columns without commas, are used.
const parentsOf = (() => {
  const rows = readFileSync(join(EDITION, 'geography/hierarchy.csv'), 'utf8').trim().split('\n').slice(1);
  const fields = rows.map((row) =>
    row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((field) => field.replace(/,$/, '')),
  );
  return new Map(
    fields.map((f) => [
      f[0]!,
      { area: f[0]!, zona: f[2]!, quartiere: f[4]!, prossimita: f[6]!, citta: '037006' },
    ]),
  );
})();

/** `level|code` → true counts, for one period. */
function totals(
  rows: Record<string, string>[],
  period: string,
  count: (row: Record<string, string>) => number[],
): Totals {
  const result: Totals = new Map();
  const width = count(rows[0]!).length;
  for (const parents of parentsOf.values())
    for (const level of LEVELS)
      result.set(
        `${level}|${parents[level]}`,
        Array.from({ length: width }, () => 0),
      );
  for (const row of rows) {
    if (row.period !== period) continue;
    const parents = parentsOf.get(row.area!);
    const cells = parents ? LEVELS.map((level) => `${level}|${parents[level]}`) : [];
    for (const cell of cells)
      result.set(
        cell,
        result.get(cell)!.map((n, i) => n + count(row)[i]!),
      );
  }
  return result;
}

/** Cells whose value follows from the totals when only `hidden` is unknown: their unit vector lies in the row space. */
function determined(hidden: readonly string[]): Set<string> {
  const sums = new Map<string, Map<string, number>>();
  const term = (total: string, cell: string, factor: number) => {
    const index = hidden.indexOf(cell);
    if (index < 0) return;
    const row = sums.get(total) ?? new Map<string, number>();
    sums.set(total, row.set(cell, factor));
  };
  const edges = [
    ['area', 'zona'],
    ['area', 'prossimita'],
    ['zona', 'quartiere'],
    ['prossimita', 'quartiere'],
    ['quartiere', 'citta'],
  ] as const;
  for (const parents of parentsOf.values())
    for (const [child, parent] of edges) {
      term(`${child}>${parent}|${parents[parent]}`, `${child}|${parents[child]}`, 1);
      term(`${child}>${parent}|${parents[parent]}`, `${parent}|${parents[parent]}`, -1);
    }
  const basis: number[][] = [];
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  for (const row of sums.values()) {
    let vector = hidden.map((cell) => row.get(cell) ?? 0);
    for (let pass = 0; pass < 2; pass++)
      for (const unit of basis) {
        const along = dot(vector, unit);
        vector = vector.map((x, i) => x - along * unit[i]!);
      }
    const length = Math.sqrt(dot(vector, vector));
    if (length > 1e-9) basis.push(vector.map((x) => x / length));
  }
  return new Set(hidden.filter((_, i) => basis.reduce((sum, unit) => sum + unit[i]! ** 2, 0) > 1 - 1e-9));
}

// Whole builds and audits: generous, so that a slow machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let built: Built;
beforeAll(async () => {
  built = await buildOnce();
});
afterAll(() => built?.remove());

const YOUNG = ['0-2', '3-5', '6-14'];
const split = (n: string | undefined, isPart: boolean) => (isPart ? [Number(n), 0] : [0, Number(n)]);
/** Indicator, source, [part, rest] of a row. */
const SHARES: [string, string, (row: Record<string, string>) => number[]][] = [
  ['population.foreign_share', 'population-area', (r) => split(r.residents, r.citizenship === 'foreign')],
  ['population.under15_share', 'population-area', (r) => split(r.residents, YOUNG.includes(r.age!))],
  ['population.over65_share', 'population-area', (r) => split(r.residents, r.age === '65+')],
  ['households.single_share', 'households', (r) => split(r.households, r.size === '1')],
];

describe('no published cell rests on fewer than three people', () => {
  it.each(SHARES)('%s: neither the part nor the rest, nor by subtraction', (id, dataset, count) => {
    const rows = read(`${dataset}/data.csv`);
    const published = built.csv(id);
    let hiddenCells = 0;
    for (const period of new Set(rows.map((row) => row.period!))) {
      const truth = totals(rows, period, count);
      const status = new Map(
        published
          .filter((row) => row.period === period)
          .map((row) => [`${row.level}|${row.area}`, row.status]),
      );
      const hidden = [...truth.keys()].filter((cell) => status.get(cell) === 'suppressed');
      hiddenCells += hidden.length;
      const small = [...truth].filter(([, counts]) => counts.some((n) => n < 3)).map(([cell]) => cell);
      for (const cell of small) expect(hidden, `${id} ${period}`).toContain(cell);
      const open = determined(hidden);
      for (const cell of small)
        expect(open.has(cell), `${id} ${period} ${cell} follows from the totals`).toBe(false);
    }
    expect(hiddenCells).toBeGreaterThan(0);
  });

  it('ageing index: hidden wherever young or old people are, and no middle of fewer than three follows', () => {
    const young = built.csv('population.under15_share');
    const old = built.csv('population.over65_share');
    const index = built.csv('population.ageing_index');
    const rows = read('population-area/data.csv');
    index.forEach((row, i) => {
      const either = young[i]!.status === 'suppressed' || old[i]!.status === 'suppressed';
      expect(row.status === 'suppressed', `${row.level} ${row.area} ${row.period}`).toBe(either);
    });
    for (const period of new Set(index.map((row) => row.period))) {
      const middle = totals(rows, period, (r) => [
        YOUNG.includes(r.age!) || r.age === '65+' ? 0 : Number(r.residents),
      ]);
      for (const row of index.filter((r) => r.period === period))
        if (middle.get(`${row.level}|${row.area}`)![0]! < 3) expect(row.status).toBe('suppressed');
    }
  });

  it('residents and density: every published area has at least three', () => {
    for (const { value, status } of built.csv('population.residents'))
      if (status === 'value') expect(Number(value)).toBeGreaterThanOrEqual(3);
  });

  it('the city tells nothing about the few without fixed abode: its foreign share leaves them out', () => {
    const zone = read('population-zona/data.csv').filter(({ zona }) => zona !== '99');
    for (const period of ['1992', '2005', '2023']) {
      const of = (rows: Record<string, string>[]) =>
        rows.filter((r) => r.period === period).reduce((sum, r) => sum + Number(r.residents), 0);
      const share = (of(zone.filter((r) => r.citizenship === 'foreign')) / of(zone)) * 100;
      const city = built
        .csv('population.foreign_share')
        .find((r) => r.level === 'citta' && r.period === period)!;
      expect(Number(city.value)).toBeCloseTo(share, 9);
    }
  });

  it('income: unreliable in every year exactly where the municipality leaves the area out of its fragility maps', () => {
    const excluded = new Set(
      read('fragility/data.csv')
        .filter((r) => r.excluded === '1')
        .map((r) => r.area!),
    );
    for (const id of ['income.mean', 'income.median'])
      for (const { level, area, status } of built.csv(id))
        if (level === 'area')
          expect(status, `${id} ${area}`).toBe(excluded.has(area) ? 'unreliable' : 'value');
  });

  it('shares of residents and households: never a value where the municipality leaves the area out', () => {
    const excluded = new Set(
      read('fragility/data.csv')
        .filter((r) => r.excluded === '1')
        .map((r) => r.area!),
    );
    for (const [id] of SHARES)
      for (const { level, area, status } of built.csv(id))
        if (level === 'area' && excluded.has(area))
          expect(['suppressed', 'unreliable', 'not-available'], `${id} ${area}`).toContain(status);
  });
});
