import { describe, expect, it, vi } from 'vitest';
import { classColours } from '../domain/colour';
import { MISSING, type Cell } from '../model/cell';
import { RAMPS, type Area, type Geography } from '../model/manifest';
import { contrast } from './palette';
import { orderKey, pointsOf } from './points';
import type { MapSpec } from './spec';
import { FeatureStates, paintsOf } from './states';

const area = (code: string): Area => ({
  code,
  name: `Area ${code}`,
  parents: {},
  point: [11.3, 44.5],
  bbox: [11.2, 44.4, 11.4, 44.6],
  km2: 1,
  neighbours: [],
});
const geography: Geography = { schemaVersion: 1, levels: { zona: ['A', 'B', 'C', 'D'].map(area) } };
const cells = (entries: Record<string, Cell>): Map<string, Cell> => new Map(Object.entries(entries));
const spec = (over: Partial<MapSpec> = {}): MapSpec => ({
  level: 'zona',
  kind: 'choropleth',
  cells: cells({ A: { value: 1 }, B: { value: 10 }, C: { missing: 'suppressed' } }),
  breaks: [5],
  colours: ['#eeeeee', '#330033'],
  maxValue: 10,
  ...over,
});

describe('paintsOf', () => {
  it('colours values by class and gives each missing its reason', () => {
    const { areas } = paintsOf(spec(), geography, 'light', null);
    expect(areas.get('A')).toMatchObject({ fill: '#eeeeee', missing: null, radius: 0, dim: false });
    expect(areas.get('B')).toMatchObject({ fill: '#330033' });
    expect(areas.get('C')).toMatchObject({ fill: null, missing: 'suppressed' });
  });

  it('never leaves an area out: no cell is not available', () => {
    expect(paintsOf(spec(), geography, 'light', null).areas.get('D')).toMatchObject({
      fill: null,
      missing: 'not-available',
    });
  });

  it('fades everything but the highlighted class', () => {
    const { areas } = paintsOf(spec(), geography, 'light', 1);
    expect([...areas].map(([code, { dim }]) => [code, dim])).toEqual([
      ['A', true],
      ['B', false],
      ['C', true],
      ['D', true],
    ]);
  });

  it('keeps bare ground bare: no colour, no circle, no fading, a pattern only where data are withheld', () => {
    for (const kind of ['choropleth', 'symbols'] as const) {
      const withheld = new Map([['B', 'unreliable' as const]]);
      const { areas, points } = paintsOf(spec({ kind, bare: true, withheld }), geography, 'light', 1);
      expect([...areas].map(([code, { missing }]) => [code, missing])).toEqual([
        ['A', null],
        ['B', 'unreliable'],
        ['C', null],
        ['D', null],
      ]);
      for (const paint of [...areas.values(), ...points.values()])
        expect(paint).toMatchObject({ fill: null, radius: 0, dim: false });
    }
  });

  it('draws counts as circles whose area is in proportion, and leaves the ground bare', () => {
    const { areas, points } = paintsOf(
      spec({
        kind: 'symbols',
        maxRadius: 20,
        maxValue: 100,
        cells: cells({ A: { value: 100 }, B: { value: 25 } }),
      }),
      geography,
      'light',
      null,
    );
    expect(points.get('A')?.radius).toBe(20);
    expect(points.get('B')?.radius).toBe(10);
    expect(areas.get('A')?.fill).toBeNull();
  });

  it('keeps the smallest counts visible, and draws nothing for none', () => {
    const { points } = paintsOf(
      spec({ kind: 'symbols', maxValue: 1e6, cells: cells({ A: { value: 3 }, B: { value: 0 } }) }),
      geography,
      'light',
      null,
    );
    expect(points.get('A')?.radius).toBe(1.5);
    expect(points.get('B')?.radius).toBe(0);
  });

  it('puts small circles above large ones', () => {
    const { points } = paintsOf(
      spec({
        kind: 'symbols',
        maxValue: 9,
        cells: cells({ A: { value: 1 }, B: { value: 9 }, C: { value: 4 } }),
      }),
      geography,
      'light',
      null,
    );
    expect(orderKey('zona', pointsOf(geography, 'zona', points))).toBe('zona B C A D');
  });
});

it('letters a double name so that no line begins with its dash', () => {
  const double: Geography = {
    schemaVersion: 1,
    levels: { prossimita: [{ ...area('3'), name: 'Corticella - Dozza' }] },
  };
  const [point] = pointsOf(double, 'prossimita', new Map()).features;
  expect(point?.properties.name).toBe('Corticella\u00a0– Dozza');
});

describe('lettering', () => {
  it.each(['light', 'dark'] as const)(
    'can be read on every class and every reason of missing, %s',
    (theme) => {
      for (const ramp of RAMPS) {
        const colours = classColours(ramp, [-2, -1, 1, 2], theme);
        const reasons = MISSING.map((missing): [string, Cell] => [missing, { missing }]);
        const values = colours.map((_, i): [string, Cell] => [`${i}`, { value: i }]);
        const all = new Map<string, Cell>([...values, ...reasons]);
        const everywhere: Geography = { schemaVersion: 1, levels: { zona: [...all.keys()].map(area) } };
        const { areas } = paintsOf(
          spec({ cells: all, colours, breaks: [0.5, 1.5, 2.5, 3.5] }),
          everywhere,
          theme,
          null,
        );
        for (const { letter, halo } of areas.values())
          expect(contrast(letter, halo)).toBeGreaterThanOrEqual(3.9);
      }
    },
  );
});

describe('FeatureStates', () => {
  const setup = () => {
    const setFeatureState = vi.fn();
    return { setFeatureState, states: new FeatureStates({ setFeatureState }) };
  };

  it('tells only what changed', () => {
    const { setFeatureState, states } = setup();
    states.paint('zona', paintsOf(spec(), geography, 'light', null));
    setFeatureState.mockClear();
    states.paint('zona', paintsOf(spec(), geography, 'light', null));
    expect(setFeatureState).not.toHaveBeenCalled();
    const next = spec({ cells: cells({ A: { value: 9 }, B: { value: 10 }, C: { missing: 'suppressed' } }) });
    states.paint('zona', { ...paintsOf(next, geography, 'light', null), points: new Map() });
    expect(setFeatureState.mock.calls).toEqual([
      [
        { source: 'areas', sourceLayer: 'zona', id: 'A' },
        { fill: '#330033', letter: '#FAF7F2', halo: '#330033' },
      ],
    ]);
  });

  it('tells circles their size only while there are circles, and names only what letters need', () => {
    const { setFeatureState, states } = setup();
    const told = (source: string) => setFeatureState.mock.calls.filter(([f]) => f.source === source);
    states.paint('zona', paintsOf(spec(), geography, 'light', null));
    expect(told('circles-zona')).toEqual([]);
    expect(Object.keys(told('points-zona')[0]![1]).sort()).toEqual(['dim', 'halo', 'letter']);
    states.paint('zona', paintsOf(spec({ kind: 'symbols' }), geography, 'light', null));
    expect(told('circles-zona').map(([f]) => f.id)).toEqual(['A', 'B', 'C', 'D']);
    expect(told('circles-zona')[1]![1].radius).toBeGreaterThan(told('circles-zona')[0]![1].radius);
    // Bare ground for points and hexagons: the layers stay, the circles go.
    states.paint('zona', paintsOf(spec({ kind: 'symbols', bare: true }), geography, 'light', null));
    expect(told('circles-zona').find(([f, s]) => f.id === 'A' && s.radius === 0)).toBeTruthy();
  });

  it('moves a mark, also from one level to another, and leaves none behind', () => {
    const { setFeatureState, states } = setup();
    states.mark('hover', 'zona', 'A');
    states.mark('hover', 'area', '12');
    states.mark('hover', 'area', null);
    expect(
      setFeatureState.mock.calls.map(([feature, state]) => [feature.sourceLayer, feature.id, state]),
    ).toEqual([
      ['zona', 'A', { hover: true }],
      ['zona', 'A', { hover: false }],
      ['area', '12', { hover: true }],
      ['area', '12', { hover: false }],
    ]);
  });

  it('replays paint and marks after the engine has forgotten them', () => {
    const { setFeatureState, states } = setup();
    states.paint('zona', paintsOf(spec(), geography, 'light', null));
    states.mark('selected', 'zona', 'A');
    setFeatureState.mockClear();
    states.replay();
    expect(setFeatureState).toHaveBeenCalledWith(
      { source: 'areas', sourceLayer: 'zona', id: 'A' },
      expect.objectContaining({ fill: '#eeeeee', missing: null, dim: false, selected: true }),
    );
  });
});
