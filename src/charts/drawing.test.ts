// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarChart, calendarHeight, daySide, type CalendarSpec } from './calendar';
import { dayChart, monthsChart } from './day';
import type { ChartSize, Drawn } from './plot';
import { pyramidChart, type PyramidSpec } from './pyramid';
import { scatterChart, type ScatterDot, type ScatterSpec } from './scatter';
import { spreadChart, type SpreadSpec } from './spread';
import { roundReach, stripesChart } from './stripes';
import { keysOf, NARROW, print, sound, WIDE } from './testing-drawing';

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('%s', (_, size) => {
  const dot = (code: string, x: number, y: number, people: number | null = null): ScatterDot => ({
    code,
    name: `Zona ${code}`,
    x,
    y,
    size: people,
    colour: 'teal',
  });
  const scatter = (more: Partial<ScatterSpec> = {}): ScatterSpec => ({
    dots: [dot('C', 30, 3), dot('A', 10, 1, 400), dot('B', 20, 9, 100)],
    largest: null,
    xLabel: 'Reddito medio per contribuente (euro)',
    yLabel: 'Residenti (%)',
    city: { x: 18, y: 4, label: 'Bologna' },
    named: [],
    xTick: print,
    yTick: print,
    read: ({ name, x, y }) => ({ title: name, text: `${x} · ${y}` }),
    ...more,
  });

  it('scatter: read from left to right, one circle an area', () => {
    const drawn = scatterChart(scatter(), size);
    sound(drawn, size);
    expect(drawn.points.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
    expect(keysOf(drawn).sort()).toEqual(['A', 'B', 'C']);
    const y = new Map(drawn.points.map((point) => [point.key, point.y]));
    expect(y.get('B')).toBeLessThan(y.get('A')!);
  });
  it('scatter: sizes by area, an unknown one keeps the plain circle; the chosen one is named', () => {
    const drawn = scatterChart(scatter({ largest: 400, named: ['B'] }), size);
    const radius = (code: string) =>
      Number(drawn.node.querySelector(`circle[data-key="${code}"]`)!.getAttribute('r'));
    // Four times the people, twice the radius.
    expect(radius('A') / radius('B')).toBeCloseTo(2, 5);
    const plain = Number(
      scatterChart(scatter(), size).node.querySelector('circle[data-key]')!.getAttribute('r'),
    );
    expect(radius('C')).toBe(plain);
    expect(drawn.node.textContent).toContain('Zona B');
    expect(drawn.node.textContent).not.toContain('Zona A');
    // A label too long for the width is cut, not clipped.
    expect(scatterChart(scatter({ xLabel: 'x'.repeat(400) }), size).node.textContent).toContain('… →');
  });

  const spread = (more: Partial<SpreadSpec> = {}): SpreadSpec => ({
    dots: Array.from({ length: 40 }, (_, i) => ({
      code: `${i}`,
      name: `Area ${i}`,
      value: 20 + (i % 7),
      within: i % 2 ? 'Navile' : 'Savena',
      colour: 'plum',
    })),
    rows: [],
    extent: [10, 40],
    middle: { from: 21, to: 25, label: 'metà' },
    city: { value: 24, label: 'Bologna 24' },
    unit: '%',
    named: '3',
    tick: print,
    read: ({ name, value }) => ({ title: name, text: String(value) }),
    ...more,
  });
  it('spread: equal values stand over each other, none on another', () => {
    const drawn = spreadChart(spread(), size);
    sound(drawn, size);
    const r = Number(drawn.node.querySelector('circle[data-key]')!.getAttribute('r'));
    for (const [i, a] of drawn.points.entries())
      for (const b of drawn.points.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * r - 0.01);
    const values = drawn.points.map(({ text }) => Number(text));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(drawn.node.textContent).toContain('Area 3');
  });
  it('spread: a row a quartiere keeps its own dots', () => {
    const drawn = spreadChart(spread({ rows: ['Savena', 'Navile'] }), size);
    sound(drawn, size);
    const ys = (odd: number) => drawn.points.filter(({ key }) => Number(key) % 2 === odd).map(({ y }) => y);
    expect(Math.max(...ys(0))).toBeLessThan(Math.min(...ys(1)));
  });

  const pyramid = (more: Partial<PyramidSpec> = {}): PyramidSpec => ({
    bars: [
      { from: 0, to: 4, women: 10, men: 20 },
      { from: 5, to: 9, women: 20, men: 10 },
      { from: 10, to: null, women: 25, men: 15 },
    ],
    outline: { bars: [{ from: 0, to: null, women: 50, men: 50 }], label: '' },
    sexes: true,
    most: 50,
    labels: { women: 'Donne', men: 'Uomini', all: 'Tutti', age: 'età', share: 'per cento' },
    tick: print,
    read: (bar, sex) => ({ title: `${sex} ${bar.from}`, text: String(bar[sex]) }),
    ...more,
  });
  it('pyramid: men left, women right of one line, lengths to scale', () => {
    const drawn = pyramidChart(pyramid(), size);
    sound(drawn, size);
    const bars = [...drawn.node.querySelectorAll<SVGElement>('rect[data-bar]')];
    expect(bars).toHaveLength(6);
    const of = (bar: string) => bars.find((element) => element.dataset['bar'] === bar)!;
    const width = (bar: string) => Number(of(bar).getAttribute('width'));
    expect(width('women 5') / width('women 0')).toBeCloseTo(2, 5);
    expect(width('men 0') / width('women 0')).toBeCloseTo(2, 5);
    const middle = Number(of('men 0').dataset['origin']);
    expect(Number(of('men 0').getAttribute('x')) + width('men 0')).toBeCloseTo(middle, 5);
    expect(Number(of('women 0').getAttribute('x'))).toBeCloseTo(middle, 5);
    // From the top age down, men before women: arrows walk as the eye does.
    expect(drawn.points.map(({ title }) => title).slice(0, 3)).toEqual(['men 10', 'women 10', 'men 5']);
    expect(drawn.stride).toBe(2);
  });
  it('pyramid: an open class beside single years is no spike', () => {
    const single = [
      ...Array.from({ length: 5 }, (_, i) => ({ from: i, to: i, women: 10, men: 0 })),
      {
        from: 5,
        to: null,
        women: 50,
        men: 0,
      },
    ];
    const drawn = pyramidChart(pyramid({ bars: single, outline: null, sexes: false }), size);
    const widths = [...drawn.node.querySelectorAll('rect[data-bar]')].map((e) =>
      Number(e.getAttribute('width')),
    );
    expect(widths).toHaveLength(6);
    expect(new Set(widths.map((w) => w.toFixed(3))).size).toBe(1);
  });

  it('stripes: a year without a value stays empty in both panels', () => {
    const stripes = [
      { period: '2001', value: 14, anomaly: -0.7 },
      { period: '2002', value: null, anomaly: null },
      { period: '2003', value: 16, anomaly: 1.2 },
    ];
    const drawn = stripesChart(
      {
        stripes,
        reach: 1.2,
        period: '2003',
        colour: (at) => (at < 0 ? 'blue' : 'red'),
        unit: '°C',
        tick: print,
        read: ({ period, value }) => ({ title: period, text: String(value) }),
      },
      size,
    );
    sound(drawn, size);
    expect(keysOf(drawn).sort()).toEqual(['2001', '2001', '2003', '2003']);
    const fills = [...drawn.node.querySelectorAll('[data-key="2001"]')].map((e) => e.getAttribute('fill'));
    expect(fills).toEqual(['blue', 'blue']);
    // The bars below: as long as their years are far from the baseline, on either side of one line.
    const bar = (year: string) => [...drawn.node.querySelectorAll(`[data-key="${year}"]`)][1]!;
    const [low, high] = ['2001', '2003'].map((year) => ({
      top: Number(bar(year).getAttribute('y')),
      height: Number(bar(year).getAttribute('height')),
    })) as [{ top: number; height: number }, { top: number; height: number }];
    expect(high.height / low.height).toBeCloseTo(1.2 / 0.7, 1);
    expect(high.top + high.height).toBeCloseTo(low.top, 1);
    expect([0.3, 1, 1.9, 2, 7, 40].map(roundReach)).toEqual([0.2, 1, 1, 2, 5, 20]);
  });

  it('typical day: one curve a year, few days dashed, rows of half hours for the keys', () => {
    const vehicles = Array.from({ length: 48 }, (_, i) => i * 10);
    const drawn = dayChart(
      {
        curves: [
          { year: '2019', vehicles, colour: 'blue', own: false, few: true },
          { year: '2024', vehicles, colour: 'navy', own: true, few: false },
        ],
        most: 900,
        unit: 'veicoli',
        tick: print,
        hour: print,
        read: (year, half, value) => ({ title: `${year} ${half}`, text: String(value) }),
      },
      size,
    );
    sound(drawn, size);
    expect([drawn.points.length, drawn.stride]).toEqual([96, 48]);
    const dashed = drawn.node.querySelector('[data-key="2019"]')!.closest('g')!;
    expect(dashed.getAttribute('stroke-dasharray')).toBe('3,3');
    // The year told about lies on top.
    expect(keysOf(drawn).at(-1)).toBe('2024');
  });
  it('months: one without a whole day is a gap, not a zero', () => {
    const drawn = monthsChart(
      {
        months: [
          { period: '2019-01', value: 100 },
          { period: '2019-02', value: null },
          { period: '2019-03', value: 120 },
        ],
        most: 150,
        unit: 'veicoli',
        year: '2019',
        tick: print,
        read: (period, value) => ({ title: period, text: String(value) }),
      },
      size,
    );
    sound(drawn, size);
    expect(drawn.points.map(({ key }) => key)).toEqual(['2019-01', '2019-03']);
  });
});

describe('calendar', () => {
  const days = [
    { date: '2024-01-01', month: 1, weekday: 0, week: 0, value: 10 },
    { date: '2024-01-02', month: 1, weekday: 1, week: 0, value: null },
    { date: '2024-01-08', month: 1, weekday: 0, week: 1, value: 60 },
    { date: '2024-05-01', month: 5, weekday: 2, week: 0, value: 99 },
  ];
  const spec: CalendarSpec = {
    days,
    columns: 4,
    monthNames: ['Gennaio', 'Febbraio', 'Marzo', 'Aprile', 'Maggio'],
    weekdays: ['L', 'M', 'M', 'G', 'V', 'S', 'D'],
    colour: (value) => (value > 50 ? 'red' : 'grey'),
    ink: () => 'black',
    mark: (value) => (value > 90 ? 2 : value > 50 ? 1 : 0),
    empty: { ground: 'white', ink: 'gold' },
    read: ({ date, value }) => ({ title: date, text: value === null ? 'non misurato' : String(value) }),
  };
  const size: ChartSize = { width: 800, height: calendarHeight(800, 4), rem: 16 };
  let drawn: Drawn;
  beforeAll(() => void (drawn = calendarChart(spec, size)));

  it('every day stands in its month, week and weekday', () => {
    sound(drawn, size);
    const side = daySide(800, 4);
    const at = new Map(drawn.points.map((point) => [point.key, point]));
    expect(at.get('2024-01-02')!.x - at.get('2024-01-01')!.x).toBeCloseTo(side, 5);
    expect(at.get('2024-01-08')!.y - at.get('2024-01-01')!.y).toBeCloseTo(side, 5);
    // May opens the second row of months.
    expect(at.get('2024-05-01')!.y).toBeGreaterThan(at.get('2024-01-08')!.y + 4 * side);
    expect(drawn.stride).toBe(7);
  });
  it('an unmeasured day is crossed out, one past a mark carries its sign', () => {
    const fill = (date: string) => {
      const element = drawn.node.querySelector(`[data-key="${date}"]`)!;
      return element.getAttribute('fill') ?? element.closest('g')!.getAttribute('fill');
    };
    expect(['2024-01-01', '2024-01-02', '2024-01-08'].map(fill)).toEqual(['grey', 'white', 'red']);
    expect(drawn.node.querySelectorAll('path, line').length).toBeGreaterThanOrEqual(1);
    const signs = [...drawn.node.querySelectorAll('circle')];
    expect(signs).toHaveLength(2);
  });
});
