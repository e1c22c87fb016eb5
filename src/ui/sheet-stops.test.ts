import { expect, it } from 'vitest';
import { nearestStop, STOPS } from './sheet-stops';

it('rises from low to full on any phone', () => {
  for (const viewport of [568, 667, 844, 932]) {
    expect(STOPS.low(viewport)).toBeLessThan(STOPS.half(viewport));
    expect(STOPS.half(viewport)).toBeLessThan(STOPS.full(viewport));
    expect(STOPS.full(viewport)).toBeLessThan(viewport);
  }
});

it('lands on the stop nearest to the hand', () => {
  expect(nearestStop(100, 844)).toBe('low');
  expect(nearestStop(500, 844)).toBe('half');
  expect(nearestStop(800, 844)).toBe('full');
});
