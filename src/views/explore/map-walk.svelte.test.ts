import { expect, it, vi } from 'vitest';
import { summaryOf, tableOf } from '../../domain/testing';
import { MapWalk, type Around } from './map-walk.svelte';
import { stagedAtlas } from './testing/stage';

async function staged() {
  const { atlas } = await stagedAtlas({
    indicators: [
      [
        summaryOf({ id: 'a.one', measure: 'share', levels: ['area'], periods: ['2021'] }),
        tableOf({ area: { '2021': [1, 2, 3, 4, 5, 6, 7, 8] } }),
      ],
    ],
  });
  const canvas = { reveal: vi.fn(), zoomIn: vi.fn(), zoomOut: vi.fn(), turn: vi.fn() };
  const around = {
    atlas,
    playback: { step: vi.fn(), toggle: vi.fn() },
    canvas: () => canvas,
    raised: () => true,
    onhelp: vi.fn(),
  };
  const walk = new MapWalk(around as unknown as Around);
  const region = document.createElement('div');
  region.append(document.createElement('button'));
  region.addEventListener('keydown', (e) => walk.key(e));
  const press = (key: string, on: Element = region, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    on.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { atlas, canvas, around, walk, region, press };
}

it('moves to an area, brings it into sight and says its name and number', async () => {
  const { atlas, canvas, walk, press } = await staged();
  walk.point = { x: 1, y: 1 };
  expect(press('ArrowRight')).toBe(true);
  await vi.waitFor(() => expect(walk.spoken).not.toBe(''));
  const first = atlas.areas[0]!;
  expect(atlas.hovered).toBe(first.code);
  expect(walk.spoken).toContain(first.name);
  expect(walk.point).toBeNull();
  expect(canvas.reveal).toHaveBeenCalledWith(first.code);
});

it('does keys in the order they came in, those before its part has arrived as well', async () => {
  const { atlas, around, walk, press } = await staged();
  for (const key of ['ArrowRight', 'Enter', 'v', '>', '?']) press(key);
  await vi.waitFor(() => expect(around.onhelp).toHaveBeenCalledOnce());
  expect(atlas.selected?.code).toBe(atlas.areas[0]!.code);
  expect(walk.flat).toBe(true);
  // Laid flat, it is not turned.
  expect(around.canvas().turn).not.toHaveBeenCalled();
});

it('leaves alone the keys of the browser and those of what lies on the map', async () => {
  const { around, region, press } = await staged();
  expect(press('Tab')).toBe(false);
  expect(press('+', region, { ctrlKey: true })).toBe(false);
  expect(press('?', region.firstElementChild!)).toBe(false);
  await new Promise((done) => setTimeout(done, 20));
  expect(around.onhelp).not.toHaveBeenCalled();
});
