import { describe, expect, it } from 'vitest';
import { CircleOrder } from './circles';
import type { Points } from './points';

const pointsOf = (...codes: string[]): Points => ({
  type: 'FeatureCollection',
  features: codes.map((code) => ({
    type: 'Feature',
    properties: { code, name: code },
    geometry: { type: 'Point', coordinates: [11, 44] },
  })),
});

/** A stand-in for the engine whose sources take their data when told to. */
function fakeMap() {
  const fills: { id: string; codes: string; done: () => void }[] = [];
  const map = {
    getSource: (id: string) => ({
      setData: (points: Points) =>
        new Promise<void>((done) =>
          fills.push({ id, codes: points.features.map((f) => f.properties.code).join(''), done }),
        ),
    }),
    isSourceLoaded: () => true,
    on: () => undefined,
    off: () => undefined,
  };
  return { fills, circles: new CircleOrder(map as never) };
}
const settle = () => new Promise((done) => setTimeout(done));

describe('CircleOrder', () => {
  it('runs at once what waits for nothing', () => {
    const { circles } = fakeMap();
    let ran = false;
    circles.afterwards(() => (ran = true));
    expect(ran).toBe(true);
  });

  it('fills a level once for an order, again for another one', async () => {
    const { circles, fills } = fakeMap();
    circles.lay('zona', pointsOf('A', 'B'));
    circles.lay('zona', pointsOf('A', 'B'));
    circles.lay('zona', pointsOf('B', 'A'));
    circles.lay('quartiere', pointsOf('B', 'A'));
    expect(fills.map(({ codes }) => codes)).toEqual(['AB', 'BA', 'BA']);
    expect(new Set(fills.map(({ id }) => id)).size).toBe(2);
  });

  it('holds back what waits until the last of several orders has arrived, in whatever order they do', async () => {
    const { circles, fills } = fakeMap();
    const ran: string[] = [];
    circles.lay('zona', pointsOf('A', 'B'));
    circles.lay('zona', pointsOf('B', 'A'));
    circles.afterwards(() => ran.push('layers'));
    fills[1]!.done();
    await settle();
    expect(ran).toEqual([]);
    fills[0]!.done();
    await settle();
    expect(ran).toEqual(['layers']);
    circles.afterwards(() => ran.push('at once'));
    expect(ran).toEqual(['layers', 'at once']);
  });

  it('fills anew and waits for nothing of before once the style has come again', () => {
    const { circles, fills } = fakeMap();
    circles.lay('zona', pointsOf('A', 'B'));
    circles.forget();
    let ran = false;
    circles.afterwards(() => (ran = true));
    expect(ran).toBe(true);
    circles.lay('zona', pointsOf('A', 'B'));
    expect(fills.length).toBe(2);
  });
});
