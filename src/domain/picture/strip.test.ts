import { expect, test } from 'vitest';
import type { Shapes } from '../../model/shapes';
import { FORMATS } from '../picture';
import { drawStrip } from '../picture-strip';
import { overlapping, strayTexts, textBoxes } from './testing';
import type { PictureMap } from './types';

const shapes = {
  bounds: [11.2, 44.4, 11.5, 44.6],
  width: 1000,
  height: 930,
  paths: [{ code: 'A', d: 'M0 0L1000 0L1000 930Z' }],
} as unknown as Shapes;
const map: PictureMap = {
  shapes,
  fills: new Map([['A', '#ff0000']]),
  missing: new Map(),
  names: [],
  selected: null,
  picked: [],
};
const strip = (labels: string[], size: { width: number; height: number }, plain = false) =>
  drawStrip({
    ...size,
    lang: 'it',
    theme: 'light',
    legend: {
      kind: 'classes',
      caption: 'Valori in %',
      missing: [],
      classes: [{ colour: '#ff0000', label: '1–2' }],
      ticks: ['1', '2'],
    },
    words: {
      title: 'Dodici temi misurati allo stesso modo',
      alt: 'Mappe',
      source: 'Fonte: Comune di Bologna.',
    },
    frames: labels.map((label) => ({ label, map })),
    plain,
  });

test.each(Object.entries(FORMATS))('long names over small maps take lines of their own (%s)', (_, size) => {
  const labels = Array.from(
    { length: 9 },
    (_, i) => `Residenti di ${i} anni e più che vivono in famiglie sole`,
  );
  const svg = strip(labels, size);
  expect(strayTexts(svg, size)).toEqual([]);
  expect(overlapping(svg)).toEqual([]);
  const words = textBoxes(svg)
    .map(({ text }) => text)
    .join(' ');
  for (const label of labels) expect(words).toContain(label);
});

test('dates stay in one line', () => {
  const svg = strip(['2019', '2020', '2021'], FORMATS.wide);
  const dates = textBoxes(svg).filter(({ text }) => /^20\d\d$/.test(text));
  expect(dates).toHaveLength(3);
  expect(new Set(dates.map(({ y }) => y)).size).toBe(1);
});

test('a plain strip leaves the words to the page, and names itself all the same', () => {
  const svg = strip(['2019'], FORMATS.square, true);
  expect(textBoxes(svg).map(({ text }) => text)).not.toContain('Fonte: Comune di Bologna.');
  expect(svg).toContain('<title>Dodici temi');
});
