// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { hoursChart, type HoursSpec } from './hours';
import type { Drawn } from './plot';
import { keysOf, NARROW, print, sound, WIDE } from './testing-drawing';

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('%s', (_, size) => {
  const hours = (more: Partial<HoursSpec> = {}): HoursSpec => ({
    working: {
      key: 'working',
      label: 'Feriali',
      values: Array.from({ length: 24 }, (_, hour) => 20 + (hour === 8 ? 15 : hour === 19 ? 20 : 0)),
    },
    weekend: { key: 'weekend', label: 'Fine settimana', values: new Array<number>(24).fill(12) },
    told: [
      { hour: 8, label: '35,0', low: false },
      { hour: 19, label: '40,0', low: false },
    ],
    most: 40,
    unit: 'µg/m³',
    axis: 'ora solare',
    tick: print,
    read: ({ key }, hour, value) => ({ title: `${key} ${hour}`, text: String(value) }),
    ...more,
  });
  const labelled = ({ node }: Drawn, label: string) => {
    const element = [...node.querySelectorAll('text')].find(({ textContent }) => textContent === label)!;
    return { x: Number(element.getAttribute('x')), y: Number(element.getAttribute('y')) };
  };
  it('hours: from zero, working days over weekends, each named on its own side', () => {
    const drawn = hoursChart(hours(), size);
    sound(drawn, size);
    expect([drawn.points.length, drawn.stride]).toEqual([48, 24]);
    expect(keysOf(drawn)).toEqual(['weekend', 'working']);
    const y = (title: string) => drawn.points.find((point) => point.title === title)!.y;
    const zero = y('weekend 0') + ((y('weekend 0') - y('working 0')) / 8) * 12;
    expect(zero).toBeCloseTo(size.height - 3.2 * size.rem, 0);
    expect(labelled(drawn, 'Feriali').y).toBeLessThan(y('working 0'));
    expect(labelled(drawn, 'Fine settimana').y).toBeGreaterThan(y('weekend 0'));
    expect(['0', '6', '12', '18', '24'].every((tick) => drawn.node.textContent!.includes(tick))).toBe(true);
  });
  it('hours: a value goes to the other side of its line where the other line runs', () => {
    const weekend = { ...hours().weekend, values: new Array<number>(24).fill(41) };
    const drawn = hoursChart(hours({ weekend }), size);
    const at = drawn.points.find(({ title }) => title === 'working 19')!;
    expect(labelled(drawn, '40,0').y).toBeGreaterThan(at.y);
    expect(labelled(hoursChart(hours(), size), '40,0').y).toBeLessThan(at.y);
  });
  it('lines grow with the type of a wall, dashes too, and stay as they are at a desk', () => {
    const of = (rem: number) => {
      const { node } = hoursChart(hours(), { width: size.width * 3, height: size.height * 3, rem });
      const line = [...node.querySelectorAll('[stroke-dasharray="5,3"], [stroke-dasharray="10,6"]')].at(-1)!;
      return ['stroke-width', 'stroke-dasharray'].map((name) => line.getAttribute(name));
    };
    expect([of(16), of(20), of(40)]).toEqual([
      ['1.8', '5,3'],
      ['1.8', '5,3'],
      ['3.6', '10,6'],
    ]);
  });
  it('hours: one measured too few times is a gap and no point; a line without any has no name', () => {
    const values = hours().weekend.values.map((value, hour) => (hour === 5 ? null : value));
    const drawn = hoursChart(hours({ weekend: { ...hours().weekend, values } }), size);
    sound(drawn, size);
    expect(drawn.points.some(({ title }) => title === 'weekend 5')).toBe(false);
    expect(drawn.node.querySelector('path[data-key="weekend"]')!.getAttribute('d')!.match(/M/g)).toHaveLength(
      2,
    );
    const none = hoursChart(
      hours({ weekend: { ...hours().weekend, values: new Array<null>(24).fill(null) } }),
      size,
    );
    expect(none.node.textContent).not.toContain('Fine settimana');
    expect(none.node.innerHTML).not.toContain('NaN');
  });
});
