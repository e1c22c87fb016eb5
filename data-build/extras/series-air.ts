import * as v from 'valibot';
import { DailySchema, SERIES_VERSION, type Daily } from '../../src/model/series';
import { daily } from '../bases/daily';
import { t } from '../bases/tally';
import type { WholeExtra } from './extra';

/** The stations as the city calls them; at the roadside or away from traffic, as Arpae classifies them. */
export const STATIONS: Daily['stations'] = [
  { id: 'porta-san-felice', name: t('Porta San Felice (traffico)', 'Porta San Felice (traffic)') },
  { id: 'giardini-margherita', name: t('Giardini Margherita (fondo)', 'Giardini Margherita (background)') },
  { id: 'via-chiarini', name: t('Via Chiarini (fondo)', 'Via Chiarini (background)') },
];

const over = (at: number) => ({
  at,
  side: 'above' as const,
  one: t(`giorno sopra ${at} µg/m³`, `day above ${at} µg/m³`),
  many: t(`giorni sopra ${at} µg/m³`, `days above ${at} µg/m³`),
});

const MEASURES: Daily['measures'] = [
  {
    id: 'pm10',
    title: t('PM10', 'PM10'),
    unit: 'ugm3',
    decimals: 0,
    // The law's daily limit.
    thresholds: [over(50)],
    indicators: ['environment.pm10_days_over_50', 'environment.pm10_mean'],
  },
  {
    id: 'pm25',
    title: t('PM2,5', 'PM2.5'),
    unit: 'ugm3',
    decimals: 0,
    // WHO (2021) advice for a day; the law has no daily limit.
    thresholds: [over(15)],
    indicators: ['environment.pm25_mean'],
  },
  {
    id: 'no2_mean',
    title: t('Biossido di azoto, media del giorno', 'Nitrogen dioxide, mean of the day'),
    unit: 'ugm3',
    decimals: 0,
    // WHO (2021) advice for a day; the law's limit is for the hour.
    thresholds: [over(25)],
    indicators: ['environment.no2_mean'],
  },
  {
    id: 'o3_max',
    title: t('Ozono, ora più alta del giorno', 'Ozone, highest hour of the day'),
    unit: 'ugm3',
    decimals: 0,
    // The law's information threshold.
    thresholds: [over(180)],
    indicators: ['environment.o3_days_over_180'],
  },
];

/** What three stations measured on each day of 2024 and 2025. */
export const extra: WholeExtra = {
  name: 'series-air',
  datasets: ['air-quality'],
  build({ edition }) {
    const value: Daily = {
      schemaVersion: SERIES_VERSION,
      ...daily(edition.table('air-quality'), STATIONS, MEASURES, (row) => row.station!),
    };
    return { 'series.air': v.parse(DailySchema, value) };
  },
  layers: [
    {
      id: 'air-days',
      kind: 'calendar',
      title: t('Aria giorno per giorno', 'Air day by day'),
      file: 'series.air',
      indicators: MEASURES.flatMap(({ indicators }) => indicators),
    },
  ],
};
