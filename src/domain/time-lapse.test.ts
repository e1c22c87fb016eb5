import { describe, expect, it } from 'vitest';
import { formatBytes, gifBytes, momentOf, paceOf, videoBytes } from './time-lapse';

describe('the pace of a film', () => {
  it.each([2, 3, 6, 12, 20, 38, 60])(
    '%i maps take four to eight seconds, and the last one can be read',
    (frames) => {
      const pace = paceOf(frames);
      expect(pace.total).toBeGreaterThanOrEqual(4);
      expect(pace.total).toBeLessThanOrEqual(8);
      expect(pace.last).toBeGreaterThanOrEqual(1.5);
      expect(pace.total).toBeCloseTo(pace.step * (frames - 1) + pace.last);
      expect(pace.fade).toBeLessThan(pace.step);
    },
  );

  it('shows every map, in order, and each one wholly', () => {
    for (const frames of [2, 12, 38]) {
      const pace = paceOf(frames);
      const moments = Array.from({ length: Math.round(pace.total * 25) }, (_, i) =>
        momentOf(i / 25, frames, pace),
      );
      expect(moments[0]).toEqual({ index: 0, share: 1 });
      expect(moments.at(-1)).toEqual({ index: frames - 1, share: 1 });
      const whole = moments.filter((m) => m.share === 1).map((m) => m.index);
      expect([...new Set(whole)]).toEqual(Array.from({ length: frames }, (_, i) => i));
      expect(moments.every((m, i) => i === 0 || m.index >= moments[i - 1]!.index)).toBe(true);
    }
  });
});

describe('weights', () => {
  it('grow with maps and pixels', () => {
    expect(gifBytes(1080, 1080, 12)).toBeGreaterThan(gifBytes(1080, 1080, 2));
    expect(videoBytes(1920, 1080, 12)).toBeGreaterThan(videoBytes(1080, 1080, 12));
  });
  it('are printed for people', () => {
    expect(formatBytes(1_234_567, 'it')).toBe('1,2\u00a0MB');
    expect(formatBytes(12_300, 'en')).toBe('12\u00a0kB');
    expect(formatBytes(5, 'en')).toBe('1\u00a0kB');
  });
});
