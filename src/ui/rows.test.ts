import { describe, expect, it } from 'vitest';
import { restingHeight } from './rows';

describe('restingHeight', () => {
  const row = (top: number, bottom: number) => ({ top, bottom });

  it('is what it is meant to be where that cuts nothing', () => {
    expect(restingHeight(312, [])).toBe(312);
    expect(restingHeight(312, [row(40, 100), row(280, 306), row(320, 340)])).toBe(312);
  });

  it('finishes the row it would cut, with what stands beside it', () => {
    expect(restingHeight(312, [row(280, 300), row(305, 324), row(300, 318), row(340, 360)])).toBe(330);
    // Its last pixels, too: a row that touches the edge looks cut.
    expect(restingHeight(312, [row(290, 310)])).toBe(316);
  });

  it('finishes the next row as well when the room for the first one cuts into it', () => {
    expect(restingHeight(312, [row(300, 320), row(324, 340)])).toBe(346);
  });

  it('ends after the row before where finishing would take too much of the map', () => {
    expect(restingHeight(312, [row(200, 260), row(300, 420)])).toBe(266);
    expect(restingHeight(312, [row(20, 420)])).toBe(312);
  });
});
