import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Clock } from './clock.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('plays to midnight and stops there, then from the beginning', () => {
  const clock = new Clock(45, false);
  clock.toggle();
  vi.advanceTimersByTime(60_000);
  expect([clock.half, clock.playing]).toEqual([47, false]);
  clock.toggle();
  expect([clock.half, clock.playing]).toEqual([0, true]);
  clock.stop();
});

it('a time chosen by hand stops the play and stays inside the day', () => {
  const clock = new Clock(10, false);
  clock.toggle();
  clock.set(99);
  vi.advanceTimersByTime(5000);
  expect([clock.half, clock.playing]).toEqual([47, false]);
});

it('stands still where less motion is asked for', () => {
  expect(new Clock(0, true).moving).toBe(false);
  expect(new Clock(0, false).moving).toBe(true);
});
