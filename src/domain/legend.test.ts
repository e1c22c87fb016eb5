import { describe, expect, it } from 'vitest';
import { legendOf, type LegendInput } from './legend';

const legend = (more: Partial<LegendInput> = {}) =>
  legendOf({
    values: [12, 16, 19, 22, 31],
    breaks: [15, 20, 30],
    extent: [12, 34],
    colours: ['#1', '#2', '#3', '#4'],
    unit: 'percent',
    decimals: 1,
    lang: 'it',
    missing: new Map(),
    ...more,
  });
const labels = (more: Partial<LegendInput>) =>
  legend(more).classes.map((c) => c.label.replaceAll('\u00a0', ' '));

describe('legendOf', () => {
  it('classes with limits, colours and counts that sum to the values', () => {
    const { classes, histogram } = legend();
    expect(classes.map(({ from, to, colour, count }) => [from, to, colour, count])).toEqual([
      [12, 15, '#1', 1],
      [15, 20, '#2', 2],
      [20, 30, '#3', 1],
      [30, 34, '#4', 1],
    ]);
    expect(histogram.reduce((sum, bar) => sum + bar.count, 0)).toBe(5);
  });

  it('labels carry the digits of the breaks, the unit once, an en dash', () => {
    expect(labels({})).toEqual(['meno di 15%', '15–20%', '20–30%', '30% e oltre']);
    expect(labels({ lang: 'en' })).toEqual(['under 15%', '15–20%', '20–30%', '30% and over']);
    expect(labels({ breaks: [17.5, 20] })).toEqual(['meno di 17,5%', '17,5–20,0%', '20,0% e oltre']);
    expect(labels({ breaks: [20_000, 30_000], unit: 'euro', decimals: 0 })).toEqual([
      'meno di 20.000 €',
      '20.000–30.000 €',
      '30.000 € e oltre',
    ]);
    expect(labels({ breaks: [20_000, 30_000], unit: 'euro', decimals: 0, lang: 'en' })[1]).toBe(
      '€20,000–€30,000',
    );
  });

  it('beside a minus sign the range is in words', () => {
    expect(labels({ breaks: [-2, 0, 3], unit: 'index', extent: [-5, 6] })).toEqual([
      'meno di \u22122',
      'da \u22122 a 0',
      '0–3',
      '3 e oltre',
    ]);
    expect(labels({ breaks: [-2, 0], lang: 'en', unit: 'index' })[1]).toBe('\u22122 to 0');
  });

  it('degenerate: one class says its range, equal values their value, none has no classes', () => {
    expect(labels({ breaks: [] })).toEqual(['12,0–34,0%']);
    expect(labels({ breaks: [], values: [7, 7], extent: [7, 7] })).toEqual(['7,0%']);
    expect(legend({ breaks: [], values: [], extent: [0, 0] })).toMatchObject({ classes: [], histogram: [] });
  });

  it('a period without values keeps the classes fixed over all periods, empty', () => {
    expect(legend({ values: [] }).classes.map((c) => c.count)).toEqual([0, 0, 0, 0]);
  });

  it('ticks are round and inside the extent', () => {
    const { ticks } = legend();
    expect(ticks.map((t) => t.label)).toEqual(['15', '20', '25', '30']);
    expect(legend({ extent: [0, 60_000], lang: 'it' }).ticks.at(-1)!.label).toBe('60.000');
  });

  it('missing rows in a fixed order, only those that occur', () => {
    const missing = new Map([
      ['unreliable', 2],
      ['suppressed', 1],
      ['not-available', 0],
    ] as const);
    expect(legend({ missing }).missing).toEqual([
      { why: 'suppressed', label: 'riservato', count: 1 },
      { why: 'unreliable', label: 'non affidabile', count: 2 },
    ]);
  });
});
