import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AirHours } from '../../src/model/series';
import { openEdition, type Edition } from '../edition-reader';
import type { ExtraContext } from './extra';
import { extra } from './series-hours';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const build = (of: Pick<Edition, 'table'>) =>
  (extra.build({ edition: of } as ExtraContext) as Record<string, unknown>)['series.hours'] as AirHours;

describe('hours of the edition', () => {
  const hours = build(edition.only(extra.datasets));
  const at = (measure: string, station: string, year: string) => {
    const s = hours.stations.findIndex(({ id }) => id === station);
    return hours.measures.find(({ id }) => id === measure)!.profiles[
      s * hours.years.length + hours.years.indexOf(year)
    ];
  };

  it('every mean of the tidy table in its place, and nothing besides', () => {
    const rows = edition.table('air-quality', 'profiles');
    for (const row of rows) {
      const profile = at(row.agent!, row.station!, row.period!);
      const value = profile?.[row.day_kind as 'working' | 'weekend'][Number(row.hour)];
      expect(value, JSON.stringify(row)).toBe(Number(row.hours) < 10 ? null : Number(row.hour_mean));
    }
    const published = hours.measures
      .flatMap(({ profiles }) => profiles.flatMap((p) => (p ? [...p.working, ...p.weekend] : [])))
      .filter((value) => value !== null);
    expect(published).toHaveLength(rows.filter((row) => Number(row.hours) >= 10).length);
  });

  it('Porta San Felice comes first and measures no ozone', () => {
    expect(hours.stations[0]!.id).toBe('porta-san-felice');
    expect(at('o3', 'porta-san-felice', '2024')).toBeNull();
    expect(at('no2', 'porta-san-felice', '2024')!.working).toHaveLength(24);
  });
});

describe('rows', () => {
  const row = (hour: number, hour_mean: string, hours: number, station = 'via-chiarini') => ({
    station,
    agent: 'o3',
    period: '2024',
    day_kind: 'weekend',
    hour: String(hour),
    hour_mean,
    hours: String(hours),
  });
  const of = (rows: Record<string, string>[]) => build({ table: () => rows });

  it('an hour measured fewer than ten times is left out, one that is not there too', () => {
    const profiles = of([row(0, '41.5', 10), row(7, '12.25', 9)]).measures[1]!.profiles;
    const { weekend, working } = profiles.find((profile) => profile !== null)!;
    expect(weekend).toEqual([41.5, ...new Array<null>(23).fill(null)]);
    expect(working).toEqual(new Array(24).fill(null));
    expect(profiles.filter((profile) => profile !== null)).toHaveLength(1);
  });
  it('what cannot be placed stops the build', () => {
    expect(() => of([row(3, '1', 50), row(3, '2', 50)])).toThrow(
      'two rows for via-chiarini o3 2024 weekend 3',
    );
    expect(() => of([row(24, '1', 50)])).toThrow('has no place');
    expect(() => of([row(3, 'x', 50)])).toThrow('"x" has no place');
    expect(() => of([row(3, '1', 50, 'de-amicis')])).toThrow('unknown station de-amicis');
  });
});
