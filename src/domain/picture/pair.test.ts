import { describe, expect, test } from 'vitest';
import type { Shapes } from '../../model/shapes';
import { FORMATS } from '../picture';
import { drawPair, type PictureSide } from '../picture-pair';
import { sharedLegend } from './pair';
import { overlapping, strayTexts, textBoxes } from './testing';
import type { PictureLegend } from './types';

const shapes = {
  bounds: [11.2, 44.4, 11.5, 44.6],
  width: 1000,
  height: 930,
  paths: [{ code: 'A', d: 'M0 0L1000 0L1000 930Z' }],
} as unknown as Shapes;
const legend = (caption: string, missing: PictureLegend['missing'] = []): PictureLegend => ({
  kind: 'classes',
  caption,
  missing,
  classes: [
    { colour: '#ffeeee', label: 'meno di 15%' },
    { colour: '#ff0000', label: '15% e oltre' },
  ],
  ticks: ['1,5', '15', '38'],
});
const side = (label: string, more: Partial<PictureSide> = {}): PictureSide => ({
  label,
  said: 'Bologna 24,5%',
  legend: legend('Valori in %'),
  map: {
    shapes,
    fills: new Map([['A', '#ff0000']]),
    missing: new Map(),
    names: [
      { text: 'Chiesanuova', at: [11.35, 44.5], rank: 'selected' },
      { text: 'Navile', at: [11.3, 44.55], rank: 'place' },
    ],
    selected: 'A',
    picked: [],
  },
  ...more,
});
const words = {
  title: 'Residenti di 65 anni e oltre, 2010 e 2021',
  finding: 'Dal 2010 al 2021 il valore a Bologna è sceso dal 25,9% al 24,5% (−1,4 punti).',
  alt: 'Due mappe',
  source: 'Fonte: Comune di Bologna. Licenza: CC BY 4.0. Dati dell’edizione del 23 novembre 2026.',
  atlas: 'Atlante urbano di Bologna',
};
const pair = (sides: [PictureSide, PictureSide], size: { width: number; height: number }, heading?: string) =>
  drawPair({ lang: 'it', theme: 'light', ...size, words, sides, ...(heading ? { heading } : {}) });
const texts = (svg: string) => textBoxes(svg).map(({ text }) => text);
/** Grounds of the two maps. */
const grounds = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#f6f2eb"/g)].map(
    (m) => m.slice(1).map(Number) as [number, number, number, number],
  );

describe('one legend for two maps', () => {
  test('where they are painted alike, with the reasons of either and no count', () => {
    const a = legend('Valori in %', [{ why: 'suppressed', label: 'riservato (2 aree)' }]);
    const b = legend('Valori in %', [{ why: 'unreliable', label: 'non affidabile (8 aree)' }]);
    const shared = sharedLegend(a, b, 'it')!;
    expect(shared.missing.map(({ why }) => why)).toEqual(['suppressed', 'unreliable']);
    expect(shared.missing.map(({ label }) => label).join()).not.toMatch(/\d/);
  });
  test('none where unit or classes differ', () => {
    expect(sharedLegend(legend('Valori in %'), legend('Euro'), 'it')).toBeNull();
    const other = { ...legend('Valori in %'), ticks: ['1,5', '16', '38'] } as PictureLegend;
    expect(sharedLegend(legend('Valori in %'), other, 'it')).toBeNull();
  });
});

const LONG = 'Elezioni regionali 2020: Emilia-Romagna Coraggiosa Ecologista Progressista';
const different: [PictureSide, PictureSide] = [
  side(LONG, {
    legend: legend('Valori in %, per area statistica', [
      { why: 'suppressed', label: 'riservato (4 aree statistiche)' },
    ]),
  }),
  side('Reddito medio per contribuente', { legend: legend('Euro, per area statistica') }),
];

describe.each(Object.entries(FORMATS))('two maps in one picture (%s)', (format, size) => {
  test('of one topic: both dates, both values, one legend, one source', () => {
    const svg = pair([side('2010', { said: 'Bologna 25,9%' }), side('2021')], size);
    const all = texts(svg);
    for (const said of ['2010', '2021', 'Bologna 25,9%', 'Bologna 24,5%', '38'])
      expect(all.filter((text) => text === said)).toHaveLength(1);
    expect(all.join(' ')).toContain('Licenza: CC BY 4.0');
    expect(svg.match(/data-code="A"/g)).toHaveLength(2);
    expect(strayTexts(svg, size)).toEqual([]);
    expect(overlapping(svg)).toEqual([]);
  });

  test('of two topics with long names: each with its own title and legend, nothing lies on another', () => {
    const svg = pair(different, size, 'Due temi a confronto');
    const all = texts(svg);
    expect(all.join(' ')).toContain('Emilia-Romagna Coraggiosa');
    expect(all).toContain('Due temi a confronto');
    expect(all.join(' ')).toContain('Euro, per area');
    // What it is called outside itself is the full title.
    expect(svg).toContain(`<title>${words.title}</title>`);
    expect(strayTexts(svg, size)).toEqual([]);
    expect(overlapping(svg)).toEqual([]);
  });

  test(`the maps have one size and do not touch: ${format}`, () => {
    const [a, b] = grounds(pair(different, size));
    expect(a!.slice(2)).toEqual(b!.slice(2));
    const apart = a![0] + a![2] < b![0] || a![1] + a![3] < b![1];
    expect(apart).toBe(true);
    expect(Math.max(a![1] + a![3], b![1] + b![3])).toBeLessThan(size.height - 60);
  });
});

test('beside each other where there is width, one above the other where there is height', () => {
  const [left, right] = grounds(pair(different, FORMATS.wide));
  expect(left![1]).toBe(right![1]);
  const [upper, lower] = grounds(pair(different, FORMATS.story));
  expect(upper![0]).toBe(lower![0]);
});

test('small maps name what was chosen and leave out the rest', () => {
  const small = texts(pair(different, FORMATS.square));
  expect(small).toContain('Chiesanuova');
  expect(small).not.toContain('Navile');
  expect(texts(pair([side('2010'), side('2021')], FORMATS.wide))).toContain('Navile');
});

test('a finding that names both topics is told whole or not at all', () => {
  const long = {
    ...words,
    finding: `Dove «${LONG}» è più alto, «${LONG}» è ${'quasi '.repeat(30)}più basso.`,
  };
  const draw = (heading?: string) =>
    drawPair({
      lang: 'it',
      theme: 'light',
      ...FORMATS.square,
      words: long,
      sides: different,
      ...(heading ? { heading } : {}),
    });
  expect(texts(draw()).some((text) => text.endsWith('…'))).toBe(true);
  expect(texts(draw('Due temi a confronto')).join(' ')).not.toMatch(/Dove|…/);
});
