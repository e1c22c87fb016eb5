import type { Page } from 'playwright-core';

/** Waits until the page says that everything in view is drawn. */
export const mapReady = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(`document.documentElement.dataset.map === 'ready'`, undefined, {
    timeout: 90_000,
    polling: 100,
  }));

/** Where the atlas has its map and what it keeps free on each side of the city: left,top,width,height and top,right,bottom,left. */
export async function roomOfMap(page: Page): Promise<{ box: number[]; padding: number[] }> {
  return page.evaluate(`(() => {
    const outer = document.querySelector('canvas.maplibregl-canvas').getBoundingClientRect();
    const inner = document.querySelector('.fit-box').getBoundingClientRect();
    return {
      box: [outer.left, outer.top, outer.width, outer.height],
      padding: [inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom, inner.left - outer.left],
    };
  })()`);
}

/** Address of a plain page with the same map in the same place. */
export function plainUrl(
  base: string,
  how: { style: 'areas' | 'atlas'; by: 'state' | 'paint' },
  room: { box: number[]; padding: number[] },
  bounds: readonly number[],
): string {
  const list = (numbers: readonly number[]): string => numbers.map((n) => Math.round(n * 1e6) / 1e6).join();
  return `${base}?style=${how.style}&by=${how.by}&box=${list(room.box)}&padding=${list(room.padding)}&bounds=${list(bounds)}`;
}
