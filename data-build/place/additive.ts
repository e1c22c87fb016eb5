import { accidents } from '../bases/accidents';
import { SMALL_BASE, type Counts, type Grid } from '../bases/grid';
import { households, householdCounts, householdSizes } from '../bases/households';
import { income } from '../bases/income';
import { jobs } from '../bases/jobs';
import { cyclePaths } from '../bases/lines';
import { LICENCE_KINDS, licences, listings } from '../bases/lodging';
import { nearGrid } from '../bases/near';
import { ageBase, householdBase, mapGrid, residentBase, SMALL, things } from '../bases/places';
import { points } from '../bases/points';
import { ages, citizenship, residents } from '../bases/population';
import { AGES, between, singleAges } from '../bases/single-ages';
import { resources } from '../bases/social';
import { youngByCitizenship, type Hidden } from '../bases/structure';
import { sum } from '../bases/tally';
import {
  type Additive,
  band,
  born,
  doors,
  first,
  list,
  near,
  over,
  pair,
  perKm2,
  rate,
  shareOf,
  turnoutOf,
} from './counting';

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
