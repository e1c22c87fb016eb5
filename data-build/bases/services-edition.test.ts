import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { areaLocator } from './locate';

/** The committed figures against each other, and against sources that know nothing of them. */
const edition = openEdition(join(dirname(fileURLToPath(import.meta.url)), '../edition'));
const total = (rows: readonly Record<string, string>[], field: string): number =>
  rows.reduce((sum, row) => sum + Number(row[field]), 0);
const countBy = (rows: readonly Record<string, string>[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[field]!] = (counts[row[field]!] ?? 0) + 1;
  return counts;
};

describe('points and the areas they are said to be in', () => {
  const locate = areaLocator(edition.topology('geography', 'areas'));
  // Borders are simplified and points rounded: a school on a border street may fall over the line.
  it.each(['schools', 'student-halls', 'libraries', 'public-toilets'])('%s', (id) => {
    const rows = edition.table(id);
    const astray = rows.filter((row) => locate(Number(row.lon), Number(row.lat)) !== row.area);
    expect(astray.length).toBeLessThanOrEqual(Math.ceil(rows.length * 0.01));
  });

  it('house numbers: 99 of 100 fall into the area they name', () => {
    const rows = edition.table('addresses').filter((_, i) => i % 97 === 0);
    const astray = rows.filter((row) => locate(Number(row.lon), Number(row.lat)) !== row.area);
    expect(astray.length).toBeLessThan(rows.length * 0.01);
  });

  it('social resources: the proximity zone stated is the one of the area', () => {
    const zone = new Map(edition.table('geography', 'hierarchy').map((row) => [row.area, row.prossimita]));
    const rows = edition.table('social-resources');
    const astray = rows.filter(
      (row) => zone.get(locate(Number(row.lon), Number(row.lat))) !== row.prossimita,
    );
    expect(astray).toEqual([]);
  });
});

describe('counts of the exports', () => {
  it('schools by stage, 2024-2025', () => {
    expect(countBy(edition.table('schools'), 'kind')).toEqual({
      nursery: 84,
      preschool: 138,
      primary: 69,
      'lower-secondary': 36,
      'upper-secondary': 34,
    });
  });

  it('social resources, halls, libraries, toilets', () => {
    const sizes = ['social-resources', 'student-halls', 'libraries', 'public-toilets'].map(
      (id) => edition.table(id).length,
    );
    expect(sizes).toEqual([594, 21, 18, 28]);
  });

  it('Airbnb: 4,491 listings; prices but for the 148 without; hexagons of three listings at least', () => {
    expect(total(edition.table('airbnb'), 'listings')).toBe(4491);
    expect(total(edition.table('airbnb', 'prices'), 'listings')).toBe(4491 - 148);
    const hexes = edition.table('airbnb', 'hexes').map((row) => Number(row.listings));
    expect(Math.min(...hexes)).toBe(3);
    expect(hexes.reduce((a, b) => a + b, 0)).toBeLessThan(4491);
  });
});

describe('accommodation licences', () => {
  const rows = edition.table('accommodation-licences');
  const byYear = (field: string, kinds?: readonly string[]): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const row of rows)
      if (!kinds || kinds.includes(row.kind!))
        sums.set(row.period!, (sums.get(row.period!) ?? 0) + Number(row[field]));
    return sums;
  };

  it('open at the end of a year = open at the end of the one before + opened − closed', () => {
    const [active, openings, closings] = ['active', 'openings', 'closings'].map((field) => byYear(field));
    const years = [...active!.keys()].sort();
    for (const [i, year] of years.entries()) {
      const before = i === 0 ? 0 : active!.get(years[i - 1]!)!;
      expect([year, active!.get(year)]).toEqual([year, before + openings!.get(year)! - closings!.get(year)!]);
    }
  });

  /** ISTAT asks the businesses, the register lists licences: another source, other rules, the same hotels. */
  it.each([
    ['hotel', 0.15],
    ['bed-breakfast', 0.3],
  ])('%s: the register is near ISTAT’s count in Bologna', (kind, tolerance) => {
    const register = byYear('active', [kind]);
    const istat = new Map<string, number>();
    for (const row of edition.table('tourism-capacity'))
      if (row.comune === '037006' && row.kind!.startsWith(kind))
        istat.set(row.period!, (istat.get(row.period!) ?? 0) + Number(row.establishments));
    expect(istat.size).toBe(11);
    for (const [year, n] of istat) expect(Math.abs(register.get(year)! / n - 1)).toBeLessThan(tolerance);
  });
});

describe('tourism', () => {
  const flows = edition.table('tourism-flows');

  it('Bologna: 1.10 million arrivals in 2014, 1.86 in 2024, 0.54 in 2020', () => {
    const bologna = new Map(
      flows.filter((row) => row.comune === '037006').map((row) => [row.period, Number(row.arrivals)]),
    );
    expect([2014, 2024, 2020].map((year) => Math.round(bologna.get(String(year))! / 10_000))).toEqual([
      110, 186, 54,
    ]);
  });

  it('no row shows one or two guests of a kind', () => {
    for (const row of flows) {
      const all = Number(row.arrivals);
      for (const part of [row.arrivals_abroad, row.arrivals_hotel])
        if (part !== '') {
          const [n, rest] = [Number(part), all - Number(part)];
          expect([row.comune, row.period, n === 1 || n === 2 || rest === 1 || rest === 2]).toEqual([
            row.comune,
            row.period,
            false,
          ]);
        }
    }
  });

  it('55 comuni of the geography, and no other, each year', () => {
    const codes = new Map<string, Set<string>>();
    for (const row of edition.table('tourism-capacity'))
      codes.set(row.period!, (codes.get(row.period!) ?? new Set()).add(row.comune!));
    const sizes = [...codes.values()].map((set) => set.size);
    expect(sizes).toEqual(sizes.map(() => 55));
    const known = codes.get('2024')!;
    expect(flows.filter((row) => !known.has(row.comune!))).toEqual([]);
  });

  it('nights fit into the beds there are', () => {
    const beds = new Map<string, number>();
    for (const row of edition.table('tourism-capacity')) {
      const key = `${row.comune}|${row.period}`;
      beds.set(key, (beds.get(key) ?? 0) + Number(row.beds));
    }
    for (const row of flows)
      expect(Number(row.nights) / (beds.get(`${row.comune}|${row.period}`)! * 366)).toBeLessThan(1);
  });
});
