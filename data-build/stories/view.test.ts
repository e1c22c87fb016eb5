import { expect, it } from 'vitest';
import { summaryOf, tableOf } from '../../src/domain/testing';
import type { Layer } from '../../src/model/manifest';
import { testWorld } from './testing';
import { checkView } from './view';
import type { World } from './world';

/** Something known of the city alone that moves. */
function movingWorld(): World {
  const world = testWorld();
  const id = 'mobility.traffic';
  const periods = ['2021', '2022', '2023'];
  const layer = { id: 'm', kind: 'motion', indicators: [id], file: 'm' } as unknown as Layer;
  return {
    ...world,
    indicators: [...world.indicators, summaryOf({ id, theme: 'mobility', levels: ['citta'], periods })],
    layers: [layer],
    table: (asked) =>
      asked === id
        ? tableOf({ citta: { '2021': [1], '2022': [2], '2023': [3] } }, { indicator: id })
        : world.table(asked),
  };
}
const faults = (written: string): string[] => {
  const found: string[] = [];
  checkView(written, movingWorld(), (what) => found.push(what));
  return found;
};

it('a kind of map on a view that opens as a chart is a fault that says what to write', () => {
  expect(faults('?i=mobility.traffic&l=citta&p=2023&k=motion')).toEqual([
    'k=motion is a map, but mobility.traffic opens as a chart: add v=map, or leave k out',
  ]);
  expect(faults('?i=mobility.traffic&l=citta&p=2023&k=motion&v=map')).toEqual([]);
  // What an address copied from a chart still says of its map is no mistake.
  expect(faults('?i=mobility.traffic&l=citta&p=2023&k=motion&v=charts')).toEqual([]);
  expect(faults('?i=mobility.traffic&l=citta&p=2023')).toEqual([]);
});
