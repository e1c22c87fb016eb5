import type { Geography } from '../../src/model/manifest';
import { accidents } from '../bases/accidents';
import { listVotes, turnout } from '../bases/elections';
import { gridGet, SMALL_BASE, type Counts, type Grid } from '../bases/grid';
import { households, householdCounts, householdSizes } from '../bases/households';
import { income } from '../bases/income';
import { jobs } from '../bases/jobs';
import { cyclePaths } from '../bases/lines';
import { LICENCE_KINDS, licences, listings } from '../bases/lodging';
import { nearGrid } from '../bases/near';
import { birthplaces } from '../bases/origins';
import { ageBase, householdBase, mapGrid, residentBase, SMALL, things, type Base } from '../bases/places';
import { points } from '../bases/points';
import { ages, citizenship, residents } from '../bases/population';
import { AGES, between, singleAges } from '../bases/single-ages';
import { resources } from '../bases/social';
import { bands, youngByCitizenship, type Hidden } from '../bases/structure';
import { sum } from '../bases/tally';
import type { EditionReader } from '../model';

/** Numerator and denominator of every cell, with the cells that stay hidden in the period whose counts they rest on. */
export interface Counted {
  /** [numerator, denominator]. */
  grid: Grid;
  hidden: Hidden;
  /** Year of the denominator where it is not the period's own: what is hidden there is hidden here. */
  also?: { hidden: Hidden; period: (period: string) => string };
}

/** How an indicator's value comes from counts that add up. Checked, cell by cell, against the finished table. */
export interface Additive {
  id: string;
  how: 'ratio' | 'sum';
  factor?: number;
  offset?: number;
  /** Below this denominator a cell is unreliable. */
  minimum?: number;
  /** Which of the two count people, households or firms: never fewer than three. */
  guard: readonly ('num' | 'den')[];
  count(edition: EditionReader, geography: Geography): Counted;
}

const pair = (grid: Grid, num: (c: Counts) => number, den: (c: Counts) => number): Grid =>
  mapGrid(grid, (counts) => [num(counts), den(counts)]);
const first = (counts: Counts): number => counts[0]!;

/** Things over the base of the latest earlier year that it has, as bases/places does. */
function over(things: Grid, base: Base, lag: number): Counted {
  const years = [...(base.grid.get('area')?.keys() ?? [])].sort();
  const yearOf = (period: string) =>
    years.filter((y) => y <= period && Number(period) - Number(y) <= lag).at(-1) ?? period;
  const grid: Grid = new Map(
    [...things].map(([level, byPeriod]) => [
      level,
      new Map(
        [...byPeriod].map(([period, cells]) => [
          period,
          new Map(
            [...cells].map(([code, [n]]): [string, Counts] => [
              code,
              [n!, gridGet(base.grid, level, yearOf(period)).get(code)?.[0] ?? 0],
            ]),
          ),
        ]),
      ),
    ]),
  );
  return { grid, hidden: [], also: { hidden: base.hidden, period: yearOf } };
}

/** A grid's numbers over the square kilometres of their places. */
function perKm2(grid: Grid, geography: Geography, hidden: Hidden = []): Counted {
  return {
    grid: new Map(
      [...grid].map(([level, byPeriod]) => {
        const km2 = new Map((geography.levels[level] ?? []).map((area) => [area.code, area.km2]));
        return [
          level,
          new Map(
            [...byPeriod].map(([period, cells]) => [
              period,
              new Map(
                [...cells].map(([code, counts]): [string, Counts] => [code, [sum(counts), km2.get(code)!]]),
              ),
            ]),
          ),
        ];
      }),
    ),
    hidden,
  };
}

const shareOf = (id: string, count: Additive['count'], minimum: number = SMALL_BASE.residents): Additive => ({
  id,
  how: 'ratio',
  factor: 100,
  minimum,
  guard: ['num', 'den'],
  count,
});

const band = (id: string, at: number): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = bands(edition, geography);
    return { grid: pair(grid, (c) => c[at]!, sum), hidden };
  });

const born = (id: string, at: number): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = birthplaces(edition, geography);
    return { grid: pair(grid, (c) => c[at]!, sum), hidden };
  });

const turnoutOf = (id: string, ballot: string): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = turnout(edition, geography, ballot, 'voters', 'electors');
    return { grid, hidden: [hidden] };
  });

const list = (id: string, name: string): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = listVotes(edition, geography, 'chamber', '2022', name);
    return { grid: pair(grid, first, sum), hidden: [hidden] };
  });

const doors = (id: string, minimum: number, grid: (e: EditionReader, g: Geography) => Grid): Additive => ({
  id,
  how: 'ratio',
  factor: 100,
  minimum,
  guard: [],
  count: (edition, geography) => ({ grid: pair(grid(edition, geography), first, sum), hidden: [] }),
});

const near = (id: string, dataset: string, metres: number, keep?: (row: Record<string, string>) => boolean) =>
  doors(id, SMALL.things, (edition, geography) => nearGrid(edition, geography, { dataset, metres, keep }));

const rate = (
  id: string,
  minimum: number,
  lag: number,
  things: (e: EditionReader, g: Geography) => Grid,
  base: (e: EditionReader, g: Geography) => Base,
): Additive => ({
  id,
  how: 'ratio',
  factor: 1000,
  minimum,
  guard: ['den'],
  count: (edition, geography) => over(things(edition, geography), base(edition, geography), lag),
});

const FEWEST_DOORS = 20;
const WALK = 300;
const CYCLE_PERIOD = '2023';

/** Everything on the page that is made of counts. What is not here (medians, indices, projects that belong to two areas) cannot be added. */
export const ADDITIVE: readonly Additive[] = [
  {
    id: 'population.residents',
    how: 'sum',
    guard: ['num'],
    count(edition, geography) {
      const { grid, hidden } = residents(edition, geography);
      return { grid: pair(grid, first, () => 1), hidden: [hidden] };
    },
  },
  {
    id: 'population.density',
    how: 'ratio',
    guard: ['num'],
    count: (edition, geography) =>
      perKm2(citizenship(edition, geography).grid, geography, [residents(edition, geography).hidden]),
  },
  shareOf('population.under15_share', (edition, geography) => {
    const { grid, young } = ages(edition, geography);
    return { grid: pair(grid, first, sum), hidden: [young] };
  }),
  band('population.age15_24_share', 3),
  band('population.age25_34_share', 4),
  shareOf('population.over65_share', (edition, geography) => {
    const { grid, old } = ages(edition, geography);
    return { grid: pair(grid, (c) => c[2]!, sum), hidden: [old] };
  }),
  {
    id: 'population.mean_age',
    how: 'ratio',
    guard: ['den'],
    count(edition, geography) {
      const { grid, hidden } = singleAges(edition, geography);
      const years = (counts: Counts): number => {
        let all = 0;
        for (let age = 0; age < AGES; age++) all += (age + 0.5) * between(counts, age, age);
        return all;
      };
      return { grid: pair(grid, years, (counts) => between(counts, 0)), hidden: [hidden] };
    },
  },
  {
    id: 'population.change_10y',
    how: 'ratio',
    factor: 100,
    offset: -100,
    minimum: SMALL_BASE.residents,
    guard: ['num', 'den'],
    count(edition, geography) {
      const { grid } = citizenship(edition, geography);
      const hidden: Hidden = [residents(edition, geography).hidden];
      const before = (period: string) => String(Number(period) - 10);
      const both: Grid = new Map(
        [...grid].map(([level, byPeriod]) => [
          level,
          new Map(
            [...byPeriod]
              .filter(([period]) => byPeriod.has(before(period)))
              .map(([period, cells]) => [
                period,
                new Map(
                  [...cells].map(([code, counts]): [string, Counts] => [
                    code,
                    [sum(counts), sum(byPeriod.get(before(period))!.get(code)!)],
                  ]),
                ),
              ]),
          ),
        ]),
      );
      return { grid: both, hidden, also: { hidden, period: before } };
    },
  },
  {
    id: 'households.count',
    how: 'sum',
    guard: ['num'],
    count(edition, geography) {
      const { grid, hidden } = householdCounts(edition, geography);
      return { grid: pair(grid, first, () => 1), hidden: [hidden] };
    },
  },
  shareOf(
    'households.single_share',
    (edition, geography) => {
      const { grid, hidden } = households(edition, geography);
      return { grid: pair(grid, first, sum), hidden: [hidden] };
    },
    SMALL_BASE.households,
  ),
  shareOf(
    'households.three_plus_share',
    (edition, geography) => {
      const { grid, hidden } = householdSizes(edition, geography);
      return { grid: pair(grid, (c) => c[2]!, sum), hidden };
    },
    SMALL_BASE.households,
  ),
  shareOf('population.foreign_share', (edition, geography) => {
    const { grid, hidden } = citizenship(edition, geography);
    return { grid: pair(grid, first, sum), hidden: [hidden] };
  }),
  shareOf(
    'origins.foreign_under15_share',
    (edition, geography) => {
      const { grid, hidden } = youngByCitizenship(edition, geography);
      return { grid: pair(grid, first, (c) => c[0]! + c[1]!), hidden };
    },
    SMALL_BASE.residents,
  ),
  born('origins.born_bologna_share', 0),
  born('origins.born_south_share', 4),
  born('origins.born_abroad_share', 5),
  {
    id: 'income.mean',
    how: 'ratio',
    minimum: SMALL_BASE.taxpayers,
    guard: ['den'],
    count(edition, geography) {
      const { grid, hidden } = income(edition, geography);
      return { grid: pair(grid, (c) => c[1]!, first), hidden: [hidden] };
    },
  },
  {
    id: 'work.jobs_per_100_residents',
    how: 'ratio',
    factor: 100,
    minimum: SMALL_BASE.residents,
    guard: ['num', 'den'],
    count(edition, geography) {
      const { grid, hidden } = jobs(edition, geography, false);
      const people = residents(edition, geography);
      const jobGrid = mapGrid(grid, (c) => [c[1]!]);
      return {
        ...over(jobGrid, { grid: people.grid, hidden: [people.hidden] }, 0),
        hidden: [hidden],
      };
    },
  },
  rate('housing.airbnb_per1000', SMALL_BASE.households, 1, listings, householdBase),
  rate(
    'housing.tourist_homes_per1000',
    SMALL_BASE.households,
    0,
    (edition, geography) => licences(edition, geography, 'active', LICENCE_KINDS.homes),
    householdBase,
  ),
  rate(
    'education.nursery_per1000',
    SMALL.children,
    4,
    (edition, geography) =>
      things(edition.table('schools'), geography, 1, ({ kind }) => (kind === 'nursery' ? 0 : -1)),
    (edition, geography) => ageBase(edition, geography, [0]),
  ),
  near('education.nursery_near', 'schools', 500, ({ kind }) => kind === 'nursery'),
  near('education.primary_near', 'schools', 500, ({ kind }) => kind === 'primary'),
  rate(
    'services.social_per1000',
    SMALL_BASE.residents,
    4,
    (edition, geography) => things(resources(edition, geography), geography, 1, () => 0),
    residentBase,
  ),
  near('services.library_near', 'libraries', 1000, ({ kind }) => kind === 'public-reading'),
  near('services.toilet_near', 'public-toilets', 500, ({ kind }) => kind !== 'urinal'),
  doors('mobility.bus_stops_near_share', FEWEST_DOORS, (edition, geography) =>
    nearGrid(edition, geography, { dataset: 'bus-stops', metres: WALK }),
  ),
  {
    id: 'mobility.cycle_km_per_km2',
    how: 'ratio',
    guard: [],
    count: (edition, geography) =>
      perKm2(
        mapGrid(cyclePaths(edition, geography, CYCLE_PERIOD), (counts) => [sum(counts) / 1000]),
        geography,
      ),
  },
  rate(
    'mobility.rack_places_per1000',
    SMALL_BASE.residents,
    3,
    (edition, geography) => points(edition, geography, 'bike-racks', 'places'),
    residentBase,
  ),
  rate('mobility.accidents_per1000', SMALL_BASE.residents, 1, accidents, residentBase),
  doors('environment.green_near_share', FEWEST_DOORS, (edition, geography) =>
    nearGrid(edition, geography, { dataset: 'green-entrances', metres: WALK }),
  ),
  doors('environment.park_near_share', FEWEST_DOORS, (edition, geography) =>
    nearGrid(edition, geography, {
      dataset: 'green-entrances',
      metres: WALK,
      keep: ({ kind }) => kind === 'park' || kind === 'garden',
    }),
  ),
  turnoutOf('elections.turnout_municipal', 'mayor'),
  turnoutOf('elections.turnout_chamber', 'chamber'),
  turnoutOf('elections.turnout_european', 'european'),
  list('elections.chamber2022_pd', 'PARTITO DEMOCRATICO - ITALIA DEMOCRATICA E PROGRESSISTA'),
  list('elections.chamber2022_fdi', "FRATELLI D'ITALIA CON GIORGIA MELONI"),
  list('elections.chamber2022_azione_iv', 'AZIONE - ITALIA VIVA - CALENDA'),
  list('elections.chamber2022_m5s', 'MOVIMENTO 5 STELLE'),
  list('elections.chamber2022_avs', 'ALLEANZA VERDI E SINISTRA'),
];
