import { describe, expect, it } from 'vitest';
import { nearestStop, restingHeight, STOPS } from './sheet-stops';

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

describe('restingHeight', () => {
  // At 844 px the low stop is 312.
  const row = (top: number, bottom: number) => ({ top, bottom });

  it('is the low stop where that cuts nothing', () => {
    expect(restingHeight(844, [])).toBe(312);
    expect(restingHeight(844, [row(40, 100), row(280, 306), row(320, 340)])).toBe(312);
  });

  it('finishes the row it would cut, with what stands beside it', () => {
    expect(restingHeight(844, [row(280, 300), row(305, 324), row(300, 318), row(340, 360)])).toBe(330);
    // Its last pixels, too: a row that touches the edge looks cut.
    expect(restingHeight(844, [row(290, 310)])).toBe(316);
  });

  it('finishes the next row as well when the room for the first one cuts into it', () => {
    expect(restingHeight(844, [row(300, 320), row(324, 340)])).toBe(346);
  });

  it('ends after the row before where finishing would take too much of the map', () => {
    expect(restingHeight(844, [row(200, 260), row(300, 420)])).toBe(266);
    expect(restingHeight(844, [row(20, 420)])).toBe(312);
  });
});
