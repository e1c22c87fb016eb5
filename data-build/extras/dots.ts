import * as v from 'valibot';
import { DotsSchema } from '../../src/model/dots';
import type { Geography, Layer } from '../../src/model/manifest';
import { groundOf, housesOf, placeDots, type DotSet, type Houses } from '../bases/dots';
import { SMALL_BASE, type Counts, type Grid } from '../bases/grid';
import { householdSizes } from '../bases/households';
import { ages, citizenship } from '../bases/population';
import { areaGrid, classIn, t } from '../bases/tally';
import type { EditionReader } from '../model';
import type { PartedExtra, ExtraContext, ExtraFiles } from './extra';

/** One dot per so many: about 20,000 dots for the city. The bench asks for fewer and gets more dots. */
export const PEOPLE_PER_DOT = 20;
const HOUSEHOLDS_PER_DOT = 10;

const AGES = [
  ['0-2', '3-5', '6-14'],
  ['15-24', '25-29', '30-34'],
  ['35-44', '45-54', '55-64'],
  ['65+'],
] as const;

/** Residents by age, 2010–2021. The ends are shares of the atlas: where one of them is withheld, the whole area is. */
export function byAge(edition: EditionReader, geography: Geography, each = PEOPLE_PER_DOT): DotSet {
  const { young, old } = ages(edition, geography);
  return {
    name: 'age',
    each,
    unit: 'people',
    classes: [
      t('0–14 anni', 'Aged 0–14'),
      t('15–34 anni', 'Aged 15–34'),
      t('35–64 anni', 'Aged 35–64'),
      t('65 anni e oltre', 'Aged 65 and over'),
    ],
    grid: areaGrid(edition, geography, AGES.length, ({ age }) => classIn(AGES, age)),
    hidden: [young, old],
    smallBase: SMALL_BASE.residents,
  };
}

function byCitizenship(edition: EditionReader, geography: Geography): DotSet {
  const { grid, hidden } = citizenship(edition, geography);
  return {
    name: 'citizenship',
    each: PEOPLE_PER_DOT,
    unit: 'people',
    classes: [
      t('Cittadinanza italiana', 'Italian citizenship'),
      t('Cittadinanza straniera', 'Foreign citizenship'),
    ],
    grid: reversed(grid),
    hidden: [hidden],
    smallBase: SMALL_BASE.residents,
  };
}

/** The base counts [foreign, Italian]. */
const reversed = (grid: Grid): Grid =>
  new Map([
    [
      'area',
      new Map(
        [...gridOf(grid)].map(([period, cells]) => [
          period,
          new Map([...cells].map(([code, counts]) => [code, [...counts].reverse()])),
        ]),
      ),
    ],
  ]);
const gridOf = (grid: Grid) => grid.get('area') ?? new Map<string, Map<string, Counts>>();

function byHouseholdSize(edition: EditionReader, geography: Geography): DotSet {
  return {
    name: 'households',
    each: HOUSEHOLDS_PER_DOT,
    unit: 'households',
    classes: [
      t('Una persona', 'One person'),
      t('Due persone', 'Two people'),
      t('Tre persone e oltre', 'Three people or more'),
    ],
    ...householdSizes(edition, geography),
    smallBase: SMALL_BASE.households,
  };
}

const layer = (set: string, title: Layer['title'], indicators: string[]): Layer => ({
  id: `dots-${set}`,
  kind: 'dots',
  title,
  file: `dots.${set}`,
  indicators,
});

const SETS = { age: byAge, citizenship: byCitizenship, households: byHouseholdSize };

function dotsOf(
  { edition, geography, first }: ExtraContext,
  make: (edition: EditionReader, geography: Geography) => DotSet,
): ExtraFiles {
  const set = make(edition, geography);
  const ground = groundOf(edition, first('houses') as Houses);
  return { [`dots.${set.name}`]: v.parse(DotsSchema, placeDots(set, geography, ground)) };
}

/** People as dots on the city's house numbers: dasymetric dot density, one file per set with all its years. */
export const extra: PartedExtra = {
  name: 'dots',
  datasets: ['geography', 'addresses', 'population-area', 'population-zona', 'households'],
  first: ({ edition }) => ({ houses: housesOf(edition) }),
  parts: Object.fromEntries(
    Object.entries(SETS).map(([name, make]) => [name, (context: ExtraContext) => dotsOf(context, make)]),
  ),
  layers: [
    layer('age', t('Residenti per età', 'Residents by age'), [
      ...['under15', 'over65', 'age15_24', 'age25_34'].map((id) => `population.${id}_share`),
      ...['ageing_index', 'old_dependency', 'dependency', 'turnover_index'].map((id) => `population.${id}`),
      ...['age0_2', 'age3_5', 'age6_14', 'over80'].map((id) => `population.${id}_share`),
      ...['mean_age', 'median_age', 'residents', 'density'].map((id) => `population.${id}`),
    ]),
    layer('citizenship', t('Residenti per cittadinanza', 'Residents by citizenship'), [
      'origins.foreign_residents',
      'population.foreign_share',
    ]),
    layer('households', t('Famiglie per ampiezza', 'Households by size'), [
      ...['single', 'two', 'three_plus'].map((id) => `households.${id}_share`),
      ...['count', 'alone_per_100_residents'].map((id) => `households.${id}`),
    ]),
  ],
};
