import * as v from 'valibot';
import { DailySchema, SERIES_VERSION, type Daily } from '../../src/model/series';
import { daily } from '../bases/daily';
import { t } from '../bases/tally';
import type { WholeExtra } from './extra';

const measure = (
  id: string,
  title: Daily['measures'][number]['title'],
  indicators: string[],
  thresholds: Daily['measures'][number]['thresholds'],
) => ({ id, title, unit: 'celsius' as const, decimals: 1, thresholds, indicators });

const MEASURES: Daily['measures'] = [
  measure(
    'mean',
    t('Temperatura media', 'Mean temperature'),
    ['environment.temperature_mean', 'environment.temperature_anomaly'],
    [],
  ),
  measure(
    'max',
    t('Temperatura massima', 'Highest temperature'),
    ['environment.days_over_30', 'environment.days_over_35'],
    [
      {
        at: 30,
        side: 'from',
        one: t('giorno con almeno 30 °C', 'day of 30 °C or more'),
        many: t('giorni con almeno 30 °C', 'days of 30 °C or more'),
      },
      {
        at: 35,
        side: 'from',
        one: t('giorno con almeno 35 °C', 'day of 35 °C or more'),
        many: t('giorni con almeno 35 °C', 'days of 35 °C or more'),
      },
    ],
  ),
  measure(
    'min',
    t('Temperatura minima', 'Lowest temperature'),
    ['environment.tropical_nights', 'environment.frost_days'],
    [
      {
        at: 20,
        side: 'from',
        one: t('notte tropicale', 'tropical night'),
        many: t('notti tropicali', 'tropical nights'),
      },
      {
        at: 0,
        side: 'below',
        one: t('giorno di gelo', 'frost day'),
        many: t('giorni di gelo', 'frost days'),
      },
    ],
  ),
];

/** Mean, highest and lowest temperature of every day since 2001. */
export const extra: WholeExtra = {
  name: 'series-temperature',
  datasets: ['temperature'],
  build({ edition }) {
    const rows = edition.table('temperature');
    const value: Daily = {
      schemaVersion: SERIES_VERSION,
      ...daily(rows, [{ id: 'city', name: t('Bologna', 'Bologna') }], MEASURES, () => 'city'),
    };
    return { 'series.temperature': v.parse(DailySchema, value) };
  },
  layers: [
    {
      id: 'temperature-days',
      kind: 'calendar',
      title: t('Temperatura giorno per giorno', 'Temperature day by day'),
      file: 'series.temperature',
      indicators: MEASURES.flatMap(({ indicators }) => indicators),
    },
  ],
};
