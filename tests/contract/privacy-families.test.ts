import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openEdition } from '../../data-build/edition-reader';
import { buildCsv } from '../../data-build/steps/api';
import { buildGeography, levelShapes } from '../../data-build/steps/geography';
import { findIndicators } from '../../data-build/steps/indicators';
import { EDITION, parseCsv, type Row as Published } from './built';

/**
 * Shares that add up to each other (ages, household sizes, citizenship by age) leak together what none leaks alone. Every hidden
 * count of a family is an unknown here, and everything a reader can know is one system of equations: each class over the
 * levels, and the classes of each cell against every published margin. Written apart from the build, in floating point.
 */

type Row = Record<string, string>;
const read = (path: string): Row[] => {
  const [header, ...lines] = readFileSync(join(EDITION, path), 'utf8').trim().split('\n');
  const columns = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i]!, value])));
};
const LEVELS = ['citta', 'quartiere', 'zona', 'prossimita', 'area'] as const;
const EDGES = [
  ['area', 'zona'],
  ['area', 'prossimita'],
  ['zona', 'quartiere'],
  ['prossimita', 'quartiere'],
  ['quartiere', 'citta'],
] as const;

interface Family {
  name: string;
  /** Published members: they must be hidden in the same cells. */
  members: string[];
  dataset: string;
  /** Column with the place, and its level. */
  key: 'area' | 'zona';
  field: string;
  classes: number;
  classOf: (row: Row) => number;
  /** Sums of classes a reader knows wherever this indicator is not suppressed. */
  margins: { indicator: string; classes: number[] }[];
}

const AGES = ['0-2', '3-5', '6-14', '15-24', '25-29 30-34', '35-44 45-54 55-64', '65+'];
const ageClass = (row: Row) => AGES.findIndex((ages) => ages.split(' ').includes(row.age!));
const isYoung = (row: Row) => ageClass(row) < 3;
const isForeign = (row: Row) => row.citizenship === 'foreign';

const FAMILIES: Family[] = [
  {
    name: 'age bands',
    members: [0, 1, 2, 3, 4].map((i) => `population.age${['0_2', '3_5', '6_14', '15_24', '25_34'][i]}_share`),
    dataset: 'population-area',
    key: 'area',
    field: 'residents',
    classes: 7,
    classOf: ageClass,
    margins: [
      { indicator: 'population.under15_share', classes: [0, 1, 2] },
      { indicator: 'population.over65_share', classes: [6] },
    ],
  },
  {
    name: 'citizenship of under-15s',
    members: ['origins.foreign_under15_share'],
    dataset: 'population-area',
    key: 'area',
    field: 'residents',
    classes: 4,
    classOf: (row) => (isYoung(row) ? 0 : 2) + (isForeign(row) ? 0 : 1),
    margins: [
      { indicator: 'population.under15_share', classes: [0, 1] },
      { indicator: 'population.foreign_share', classes: [0, 2] },
    ],
  },
  {
    name: 'household sizes',
    members: ['households.two_share', 'households.three_plus_share'],
    dataset: 'households',
    key: 'area',
    field: 'households',
    classes: 3,
    classOf: (row) => ['1', '2', '3+'].indexOf(row.size!),
    margins: [{ indicator: 'households.single_share', classes: [0] }],
  },
  {
    name: 'citizenship of under-18s',
    members: ['origins.foreign_minors_share', 'origins.minors_among_foreign_share'],
    dataset: 'population-zona',
    key: 'zona',
    field: 'residents',
    classes: 4,
    classOf: (row) => (row.age === '0-17' ? 0 : 2) + (isForeign(row) ? 0 : 1),
    margins: [
      { indicator: 'population.minors_share', classes: [0, 1] },
      { indicator: 'population.foreign_share', classes: [0, 2] },
    ],
  },
  {
    name: 'jobs',
    members: ['work.jobs', 'work.unit_size', 'work.jobs_density', 'work.local_units'],
    dataset: 'jobs',
    key: 'area',
    field: 'jobs',
    classes: 1,
    classOf: () => 0,
    margins: [],
  },
];

const hierarchy = read('geography/hierarchy.csv').map((row) => ({
  area: row.area!,
  zona: row.zona!,
  quartiere: row.quartiere!,
  prossimita: row.prossimita!,
  citta: '037006',
}));

/** Rows of `equations` orthonormalised; a variable is determined when its unit vector lies in their span. */
function determined(size: number, equations: Map<number, number>[]): Set<number> {
  const basis: Float64Array[] = [];
  for (const equation of equations) {
    const vector = new Float64Array(size);
    for (const [at, factor] of equation) vector[at] = factor;
    for (let pass = 0; pass < 2; pass++)
      for (const unit of basis) {
        let along = 0;
        for (let i = 0; i < size; i++) along += vector[i]! * unit[i]!;
        if (along !== 0) for (let i = 0; i < size; i++) vector[i]! -= along * unit[i]!;
      }
    const length = Math.hypot(...vector);
    if (length > 1e-9) basis.push(vector.map((x) => x / length));
  }
  const known = new Set<number>();
  for (let i = 0; i < size; i++)
    if (basis.reduce((total, unit) => total + unit[i]! ** 2, 0) > 1 - 1e-9) known.add(i);
  return known;
}

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

/** Public CSV of the indicators at hand, computed without the rest of the build. */
const published = new Map<string, Published[]>();
beforeAll(async () => {
  const edition = openEdition(EDITION);
  const geography = buildGeography(levelShapes(edition.only(['geography'])));
  const wanted = new Set(
    FAMILIES.flatMap(({ members, margins }) => [...members, ...margins.map((m) => m.indicator)]),
  );
  for (const indicator of await findIndicators(resolve('data-build/indicators'))) {
    if (!wanted.delete(indicator.id)) continue;
    const cells = indicator.compute(edition.only(indicator.datasets), geography);
    published.set(indicator.id, parseCsv(buildCsv(indicator, cells, geography)));
  }
  expect([...wanted]).toEqual([]);
});

/** `period|level|code` of the cells an indicator suppresses. */
const suppressed = (id: string): Set<string> =>
  new Set(
    published
      .get(id)!
      .filter(({ status }) => status === 'suppressed')
      .map(({ level, area, period }) => `${period}|${level}|${area}`),
  );

describe.each(FAMILIES)('$name', (family) => {
  const levels = LEVELS.filter((level) => family.key === 'area' || !['area', 'prossimita'].includes(level));

  const count = (period: string, rows: Row[]): Map<string, number[]> => {
    const truth = new Map<string, number[]>();
    for (const place of hierarchy)
      for (const level of levels) truth.set(`${level}|${place[level]}`, Array(family.classes).fill(0));
    const placeOf = new Map(hierarchy.map((place) => [place[family.key], place]));
    for (const row of rows) {
      const place = placeOf.get(row[family.key]!);
      if (row.period !== period || !place) continue;
      for (const level of levels)
        truth.get(`${level}|${place[level]}`)![family.classOf(row)]! += Number(row[family.field]);
    }
    return truth;
  };

  it('is hidden as one: its members in the same cells, and wherever a margin is', () => {
    const [first, ...others] = family.members.map(suppressed);
    for (const other of others) expect([...other].sort()).toEqual([...first!].sort());
    const periods = new Set(published.get(family.members[0]!)!.map(({ period }) => period));
    for (const { indicator } of family.margins)
      for (const cell of suppressed(indicator)) {
        const [period, level] = cell.split('|');
        if (indicator === 'population.over65_share' || !periods.has(period!)) continue;
        if (levels.includes(level as 'area')) expect(first!.has(cell), `${indicator} ${cell}`).toBe(true);
      }
  });

  it('lets nobody work out a count below three from everything published', () => {
    const rows = read(`${family.dataset}/data.csv`);
    const hidden = suppressed(family.members[0]!);
    // A class that is published as a margin of its own has its own hidden cells, audited elsewhere.
    const alone = new Set(family.margins.flatMap(({ classes }) => (classes.length === 1 ? classes : [])));
    const margins = family.margins.map(({ indicator, classes }) => ({
      closed: suppressed(indicator),
      classes,
    }));
    for (const period of new Set(rows.map((row) => row.period!))) {
      const truth = count(period, rows);
      const cells = [...truth.keys()].filter((cell) => hidden.has(`${period}|${cell}`));
      const at = (cell: string, cls: number) => {
        const i = cells.indexOf(cell);
        return i < 0 ? -1 : i * family.classes + cls;
      };
      for (const [cell, counts] of truth)
        if (counts.some((n, cls) => n < 3 && !alone.has(cls)))
          expect(cells, `${period} ${cell}: ${counts}`).toContain(cell);
      const sums = new Map<string, Map<number, number>>();
      const term = (name: string, variable: number, factor: number) => {
        if (variable < 0) return;
        const row = sums.get(name) ?? new Map<number, number>();
        sums.set(name, row.set(variable, factor));
      };
      for (const place of hierarchy)
        for (const [child, parent] of EDGES) {
          if (!levels.includes(child) || !levels.includes(parent)) continue;
          const [part, whole] = [`${child}|${place[child]}`, `${parent}|${place[parent]}`];
          for (let cls = 0; cls < family.classes; cls++) {
            term(`${child}>${whole}#${cls}`, at(part, cls), 1);
            term(`${child}>${whole}#${cls}`, at(whole, cls), -1);
          }
        }
      for (const cell of cells) {
        const every = Array.from({ length: family.classes }, (_, cls) => cls);
        // The residents or households of a cell are published; jobs are the member itself.
        if (family.margins.length > 0) for (const cls of every) term(`all ${cell}`, at(cell, cls), 1);
        margins.forEach(({ closed, classes }, m) => {
          if (!closed.has(`${period}|${cell}`))
            for (const cls of classes) term(`${m} ${cell}`, at(cell, cls), 1);
        });
      }
      const known = determined(cells.length * family.classes, [...sums.values()]);
      for (const cell of cells)
        truth.get(cell)!.forEach((n, cls) => {
          const open = margins.some(
            ({ closed, classes }) =>
              classes.length === 1 && classes[0] === cls && !closed.has(`${period}|${cell}`),
          );
          if (n < 3 && !open)
            expect(known.has(at(cell, cls)), `${period} ${cell} class ${cls} = ${n}`).toBe(false);
        });
    }
  });
});
