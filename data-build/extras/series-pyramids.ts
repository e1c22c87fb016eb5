import * as v from 'valibot';
import { PyramidsSchema, SERIES_VERSION, type Pyramids } from '../../src/model/series';
import { pyramidsOf } from '../bases/pyramids';
import { t } from '../bases/tally';
import type { WholeExtra } from './extra';

const TITLE = t('Piramide delle età', 'Population pyramid');
/** ISTAT code of the metropolitan city of Bologna: not one of the 55 comuni but all of them. */
const METRO = '237';

/** Every number on who lives here that ages explain. */
const INDICATORS = [
  'over65_share',
  'under15_share',
  'ageing_index',
  'mean_age',
  'median_age',
  'residents',
  'density',
  'foreign_share',
  'minors_share',
  'age0_2_share',
  'age3_5_share',
  'age6_14_share',
  'age15_24_share',
  'age25_34_share',
  'old_dependency',
  'dependency',
  'women_per_100_men',
  'over80_share',
  'over90_rate',
  'women_over80',
  'turnover_index',
  'active_structure',
  'child_woman_ratio',
  'change_5y',
  'change_10y',
].map((id) => `population.${id}`);

/** Residents by age and sex for city, quartieri and zone; by age alone for the metropolitan city. */
export const extra: WholeExtra = {
  name: 'series-pyramids',
  datasets: ['population-civil', 'population-metro-age'],
  build({ edition, geography }) {
    const metro = edition.table('population-metro-age');
    const periods = [...new Set(metro.map((row) => row.period!))].sort();
    const ages = [...new Set(metro.map((row) => parseInt(row.age!)))].sort((a, b) => a - b);
    const ofYear = (period: string) =>
      ages.map((age) => {
        const rows = metro.filter((row) => row.period === period && parseInt(row.age!) === age);
        if (rows.length !== 1) throw new Error(`age ${age} in ${period}: ${rows.length} rows`);
        return Number(rows[0]!.residents);
      });
    const all: Omit<Pyramids, 'schemaVersion'>[] = [
      ...pyramidsOf(edition, geography),
      {
        level: 'comune',
        periods,
        ages,
        sexes: false,
        estimated: [...new Set(metro.filter((row) => row.status === 'estimated').map((row) => row.period!))],
        areas: [{ code: METRO, counts: periods.map(ofYear) }],
      },
    ];
    return Object.fromEntries(
      all.map((pyramids) => [
        `series.pyramid.${pyramids.level}`,
        v.parse(PyramidsSchema, { schemaVersion: SERIES_VERSION, ...pyramids }),
      ]),
    );
  },
  layers: [
    {
      id: 'pyramid-city',
      kind: 'pyramid',
      title: TITLE,
      file: 'series.pyramid.citta',
      indicators: INDICATORS,
    },
    {
      id: 'pyramid-metro',
      kind: 'pyramid',
      title: t('Età nella città metropolitana', 'Ages in the metropolitan city'),
      file: 'series.pyramid.comune',
      indicators: ['population.metro_residents', 'population.metro_density', 'population.metro_change'],
    },
  ],
};
