import { describe, expect, it } from 'vitest';
import { spreadLabels, timeOf, yearTicks } from './plot';

describe('labels', () => {
  it('stay where they are wanted when there is room', () => {
    expect(spreadLabels([10, 50, 30], 12, 0, 100)).toEqual([10, 50, 30]);
  });
  it('are pushed apart about their middle, in order, each as little as can be', () => {
    expect(spreadLabels([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
    const out = spreadLabels([50, 52, 20], 10, 0, 100);
    expect(out).toEqual([46, 56, 20]);
  });
  it('stay within the chart', () => {
    expect(spreadLabels([98, 99], 10, 0, 100)).toEqual([90, 100]);
    expect(spreadLabels([0, 1], 10, 0, 100)).toEqual([0, 10]);
  });
  it('never lie on each other, whatever they want', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round++) {
      const wanted = Array.from({ length: 1 + Math.floor(random() * 8) }, () => random() * 100);
      const placed = [...spreadLabels(wanted, 11, 0, 100)].sort((a, b) => a - b);
      for (let i = 1; i < placed.length; i++) expect(placed[i]! - placed[i - 1]!).toBeGreaterThan(10.999);
    }
  });
});

describe('years', () => {
  it('are whole, and fewer where there is less room', () => {
    expect(yearTicks(2001, 2006, 600, 60)).toEqual([2001, 2002, 2003, 2004, 2005, 2006]);
    expect(yearTicks(1986, 2023, 300, 60)).toEqual([1990, 2000, 2010, 2020]);
  });
  it('months and days lie within their year', () => {
    expect(timeOf('2021')).toBe(2021);
    expect(timeOf('2021-07')).toBe(2021.5);
  });
});
