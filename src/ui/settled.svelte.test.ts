import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { most, Settled } from './settled.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function staged() {
  let length: number | null = $state(null);
  let held = $state(false);
  let settled!: Settled;
  const end = $effect.root(() => {
    settled = new Settled(
      () => length,
      () => held,
    );
  });
  flushSync();
  return {
    settled,
    end,
    set: (next: number | null) => {
      length = next;
      flushSync();
    },
    hold: (on: boolean) => {
      held = on;
      flushSync();
    },
  };
}

it('takes the first measure at once and the next one when it has stood still', () => {
  const { settled, set, end } = staged();
  expect(settled.value).toBe(0);
  set(90);
  expect(settled.value).toBe(90);
  set(140);
  vi.advanceTimersByTime(100);
  set(120);
  vi.advanceTimersByTime(100);
  expect(settled.value).toBe(90);
  vi.advanceTimersByTime(100);
  expect(settled.value).toBe(120);
  end();
});

it('keeps its length when there is nothing to measure, and when it comes back to what it was', () => {
  const { settled, set, end } = staged();
  set(90);
  set(null);
  vi.advanceTimersByTime(1000);
  expect(settled.value).toBe(90);
  set(140);
  set(90.4);
  vi.advanceTimersByTime(1000);
  expect(settled.value).toBe(90);
  end();
});

it('changes nothing while it is held, and takes up what changed afterwards', () => {
  const { settled, set, hold, end } = staged();
  set(90);
  hold(true);
  set(140);
  vi.advanceTimersByTime(5000);
  expect(settled.value).toBe(90);
  hold(false);
  vi.advanceTimersByTime(200);
  expect(settled.value).toBe(140);
  end();
});

it('keeps the longer of two lengths on one screen, and forgets it on another', () => {
  const on = (screen: number, tall: number) => ({ screen, tall });
  expect(most(on(0, 0), on(1440, 93))).toEqual(on(1440, 93));
  expect(most(on(1440, 93), on(1440, 110))).toEqual(on(1440, 110));
  expect(most(on(1440, 110), on(1440, 93))).toEqual(on(1440, 110));
  expect(most(on(1440, 110), on(390, 93))).toEqual(on(390, 93));
});
