import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { VEHICLES_PER_BEAD } from '../../../../domain/hours';
import { summaryOf, tableOf } from '../../../../domain/testing';
import type { MotionPicture } from '../../../../map/deck-picture';
import type { MapSpec } from '../../../../map/spec';
import { MOTION_VERSION, type Motion } from '../../../../model/motion';
import { HALF_HOURS, SERIES_VERSION, type Traffic } from '../../../../model/series';
import { onStage, stagedAtlas } from '../../testing/stage';
import { kind } from './index';
import KindTool from '../../tools/kind.svelte';

// The engine of moving points draws nothing here.
vi.mock('../engine', () => ({ deckEngine: () => Promise.resolve() }));

const day = (n: number, peak: number) => Array.from({ length: HALF_HOURS }, (_, i) => (i === 36 ? peak : n));
const loop = (id: string, street: string, profiles: Traffic['sensors'][number]['profiles']) => ({
  id,
  street,
  from: 'Via A.Costa',
  to: 'Via Roncati',
  heading: 'SE',
  profiles,
  perDay: [],
});
const traffic: Traffic = {
  schemaVersion: SERIES_VERSION,
  years: ['2019', '2024'],
  months: [],
  sensors: [
    loop('a', 'Viale Pepoli', [
      { days: 80, vehicles: day(80, 800) },
      { days: 80, vehicles: day(40, 400) },
    ]),
    loop('b', 'Viale Carducci', [{ days: 9, vehicles: day(40, 400) }, null]),
  ],
};
const motion: Motion = {
  schemaVersion: MOTION_VERSION,
  reach: 200,
  // In another order than the series.
  loops: [
    { id: 'b', at: [11_357_000, 44_487_000], path: [11_357_000, 44_485_000, 11_357_000, 44_489_000] },
    { id: 'a', at: [11_328_000, 44_494_000], path: [11_328_000, 44_492_000, 11_328_000, 44_496_000] },
  ],
};
const id = 'mobility.boulevard_vehicles';
const text = { it: 'x', en: 'x' };
const staged = () =>
  stagedAtlas(
    {
      indicators: [
        [
          summaryOf({ id, measure: 'mean', unit: 'number', levels: ['citta'], periods: ['2019', '2024'] }),
          tableOf({ citta: { '2019': [17000], '2024': [16000] } }),
        ],
      ],
      layers: [
        { id: 'm', kind: 'motion', title: text, file: 'motion.boulevards', indicators: [id] },
        { id: 'd', kind: 'day', title: text, file: 'series.traffic', indicators: [id] },
      ],
      files: { 'motion.boulevards': motion, 'series.traffic': traffic },
    },
    '?v=map',
  );
const base = {
  level: 'citta',
  kind: 'choropleth',
  cells: new Map(),
  breaks: [],
  colours: [],
  maxValue: 1,
} as const;
const calm = (matches: boolean) =>
  vi.stubGlobal('matchMedia', () => ({
    matches,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
beforeEach(() => calm(false));
afterEach(() => vi.unstubAllGlobals());

it('is the map of a figure of the city alone, and opens at the fullest half hour', async () => {
  const { atlas } = await staged();
  expect(atlas.mapKind).toBe('motion');
  const loaded = await kind.load!(atlas);
  const spec: MapSpec = kind.spec(atlas, base, loaded);
  const deck = spec.deck as MotionPicture;
  expect(loaded.clock.half).toBe(36);
  expect(deck.counts).toEqual([400 / VEHICLES_PER_BEAD, 0]);
  expect(deck.tracks[0]!.lonLat[0]).toBeCloseTo(11.328);
  expect(spec.bounds![0]).toBeLessThan(11.328);
  expect(spec.bare).toBe(true);
  expect(deck.moving).toBe(true);
  loaded.clock.moving = false;
  expect((kind.spec(atlas, base, loaded).deck as MotionPicture).moving).toBe(false);
});

it('tells the day of the year on screen, and of a loop what it counted', async () => {
  const { atlas } = await staged();
  const loaded = await kind.load!(atlas);
  expect(kind.sentences!(atlas, loaded)?.finding).toContain('su 1 spira dei viali si contano');
  const first = kind.spec(atlas, base, loaded);
  expect(kind.spec(atlas, base, loaded).overlay?.sources['kind-loops']?.data).toBe(
    first.overlay?.sources['kind-loops']?.data,
  );
  expect(kind.thing!(atlas, { i: 0 }, loaded)).toEqual({
    title: 'Viale Pepoli, verso sud-est',
    text: '400 veicoli, 18.00–18.30',
  });
  expect(kind.thing!(atlas, { i: 1 }, loaded)?.text).toBe('Nessun giorno intero nel 2024');
  await atlas.decide({ period: '2019' });
  expect((kind.spec(atlas, base, loaded).deck as MotionPicture).counts).toEqual([20, 10]);
});

it('the clock is a slider that says its time; motion can be stopped', async () => {
  const { atlas } = await staged();
  onStage(atlas, KindTool);
  const slider = await screen.findByRole<HTMLInputElement>('slider', { name: 'Ora del giorno' });
  expect(slider.getAttribute('aria-valuetext')).toBe('18.00–18.30: 400 veicoli su 1 spira');
  await fireEvent.input(slider, { target: { value: '0' } });
  expect(slider.getAttribute('aria-valuetext')).toContain('0.00–0.30: 40 veicoli');
  const moving = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Punti in movimento' });
  expect(moving.checked).toBe(true);
  await userEvent.setup().click(moving);
  expect(moving.checked).toBe(false);
  expect(screen.getByText('Senza giorni interi nel 2024: Viale Carducci, verso sud-est.')).toBeTruthy();
});

it('where less motion is asked for the points stand, and nothing offers to move them', async () => {
  calm(true);
  const { atlas } = await staged();
  onStage(atlas, KindTool);
  expect(await screen.findByText(/I punti stanno fermi/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  const loaded = await kind.load!(atlas);
  expect((kind.spec(atlas, base, loaded).deck as MotionPicture).moving).toBe(false);
});
