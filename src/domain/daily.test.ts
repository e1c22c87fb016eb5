import { describe, expect, it } from 'vitest';
import type { Daily, DailyMeasure } from '../model/series';
import {
  calendarSentence,
  calendarTable,
  columnOf,
  daysOfYear,
  daysPast,
  passes,
  stepsOf,
  yearsOf,
} from './daily';

const text = (it: string) => ({ it, en: it });
const measure: DailyMeasure = {
  id: 'pm10',
  title: text('PM10'),
  unit: 'ugm3',
  decimals: 1,
  thresholds: [{ at: 50, side: 'above', one: text('giorno sopra'), many: text('giorni sopra') }],
  indicators: ['environment.pm10_mean'],
};
/** Two years from New Year’s Day 2024, a leap year; every day its number in the year, in tenths. */
const daily = (more: Partial<Daily> = {}): Daily => ({
  schemaVersion: 1,
  first: '2024-01-01',
  days: 366 + 31,
  stations: [
    { id: 'a', name: text('A') },
    { id: 'b', name: text('B') },
  ],
  measures: [measure],
  columns: [Array.from({ length: 366 + 31 }, (_, i) => ((i % 366) + 1) * 10), []],
  ...more,
});

describe('days', () => {
  it('a year that has begun counts; a station that measures nothing has no column', () => {
    expect(yearsOf(daily())).toEqual(['2024', '2025']);
    expect(columnOf(daily(), 0, 0).slice(0, 2)).toEqual([1, 2]);
    expect(columnOf(daily(), 1, 0)).toEqual([]);
  });
  it('stand on their weekday and in their week, leap day included', () => {
    const days = daysOfYear(daily(), columnOf(daily(), 0, 0), '2024');
    expect(days).toHaveLength(366);
    // 1 January 2024 was a Monday, 29 February a Thursday, 1 September a Sunday.
    expect(days[0]).toEqual({ date: '2024-01-01', month: 1, weekday: 0, week: 0, value: 1 });
    expect(days[59]).toMatchObject({ date: '2024-02-29', month: 2, weekday: 3, week: 4, value: 60 });
    expect(days.find(({ date }) => date === '2024-09-01')).toMatchObject({ weekday: 6, week: 0 });
    expect(days.find(({ date }) => date === '2024-09-30')).toMatchObject({ weekday: 0, week: 5 });
    expect(daysOfYear(daily(), columnOf(daily(), 0, 0), '2025')).toHaveLength(31);
    expect(daysOfYear(daily(), [], '2023')).toEqual([]);
  });
  it('the change to summer time loses no day and doubles none', () => {
    const dates = daysOfYear(daily(), columnOf(daily(), 0, 0), '2024').map(({ date }) => date);
    expect(new Set(dates).size).toBe(366);
    expect(dates.slice(89, 92)).toEqual(['2024-03-30', '2024-03-31', '2024-04-01']);
  });
});

describe('marks and colours', () => {
  it('"from" takes the limit itself, "above" and "below" do not', () => {
    const at = (side: 'from' | 'above' | 'below') => ({ ...measure.thresholds[0]!, side });
    expect([50, 50.1].map((value) => passes(value, at('above')))).toEqual([false, true]);
    expect([49.9, 50].map((value) => passes(value, at('from')))).toEqual([false, true]);
    expect([49.9, 50].map((value) => passes(value, at('below')))).toEqual([true, false]);
  });
  it('limits are round, inside the values, about as many as asked for', () => {
    expect(stepsOf([3, 101, null], 8)).toEqual([20, 40, 60, 80, 100]);
    expect(stepsOf([-6.2, 31], 8)).toEqual([-5, 0, 5, 10, 15, 20, 25, 30]);
    expect(stepsOf([null], 8)).toEqual([]);
    expect(stepsOf([7, 7], 8)).toEqual([]);
  });
});

describe('in words', () => {
  const year = (lang: 'it' | 'en', when = '2024', gap = false) => {
    const days = daysOfYear(daily(), columnOf(daily(), 0, 0), when).map((day, i) =>
      gap && i === 10 ? { ...day, value: null } : day,
    );
    return calendarSentence(days, { lang, measure, year: when }).replaceAll('\u00a0', ' ');
  };
  it('days past the mark, highest and lowest with their days', () => {
    expect(year('it')).toContain('si contano 316 giorni sopra');
    expect(year('it')).toContain('è del 31 dicembre');
    expect(year('it')).toContain('del 1° gennaio');
    expect(year('it')).not.toContain('parziale');
    expect(year('en')).toContain('fell on 31 December');
  });
  it('a gap and an unfinished year are said', () => {
    expect(year('it', '2024', true)).toContain('Manca 1 giorno');
    expect(year('it', '2025')).toContain('L’anno è parziale: i dati arrivano al 31 gennaio 2025.');
    expect(calendarSentence([], { lang: 'en', measure, year: '2030' })).toBe(
      'There are no measurements in 2030.',
    );
  });
  it('a table by month counts what was measured; a month without a measure has dashes', () => {
    const days = daysOfYear(daily(), columnOf(daily(), 0, 0), '2024').map((day) =>
      day.month === 2 ? { ...day, value: null } : day,
    );
    const { head, rows } = calendarTable(days, { lang: 'it', measure, year: '2024' });
    expect(head).toEqual(['Mese', 'Minimo', 'Media', 'Massimo', 'Giorni sopra', 'Giorni misurati']);
    expect(rows).toHaveLength(12);
    expect(rows[0]!.cells).toEqual(['Gennaio', '1,0', '16,0', '31,0', '0', '31']);
    expect(rows[1]!.cells).toEqual(['Febbraio', '–', '–', '–', '0', '0']);
    expect(rows[11]!.cells.at(-2)).toBe('31');
    const past = daysPast(days, measure.thresholds[0]!);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells[4]), 0)).toBe(past);
  });
});
