import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COUNTDOWN_SECONDS, IdleReset } from './idle.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('counts down after the idle time and resets at zero', () => {
  const onreset = vi.fn();
  const idle = new IdleReset(90, onreset);
  idle.watch(new EventTarget());
  vi.advanceTimersByTime(89_999);
  expect(idle.remaining).toBeNull();
  vi.advanceTimersByTime(1);
  expect(idle.remaining).toBe(COUNTDOWN_SECONDS);
  vi.advanceTimersByTime(COUNTDOWN_SECONDS * 1000);
  expect(onreset).toHaveBeenCalledOnce();
  expect(idle.remaining).toBeNull();
});

it('does not take a pointer at rest for a person', () => {
  const target = new EventTarget();
  const idle = new IdleReset(90, vi.fn());
  idle.watch(target);
  const move = (screenX: number) =>
    target.dispatchEvent(Object.assign(new Event('pointermove'), { screenX, screenY: 0 }));
  move(5);
  vi.advanceTimersByTime(80_000);
  move(5);
  vi.advanceTimersByTime(10_000);
  expect(idle.remaining).toBe(COUNTDOWN_SECONDS);
  idle.stay();
  vi.advanceTimersByTime(80_000);
  move(6);
  vi.advanceTimersByTime(10_000);
  expect(idle.remaining).toBeNull();
});

it('starts over at a sign of a person, but a countdown is only ended by an answer', () => {
  const onreset = vi.fn();
  const target = new EventTarget();
  const idle = new IdleReset(90, onreset);
  idle.watch(target);
  vi.advanceTimersByTime(80_000);
  target.dispatchEvent(new Event('pointerdown'));
  vi.advanceTimersByTime(80_000);
  expect(idle.remaining).toBeNull();
  vi.advanceTimersByTime(15_000);
  expect(idle.remaining).toBe(25);
  target.dispatchEvent(new Event('pointermove'));
  expect(idle.remaining).toBe(25);
  idle.stay();
  vi.advanceTimersByTime(60_000);
  expect(onreset).not.toHaveBeenCalled();
});
