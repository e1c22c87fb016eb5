import { expect, it } from 'vitest';
import { countText, gulpease } from './readability';

it('counts sentences, words and letters as the index asks', () => {
  expect(countText('Il gatto dorme. Il cane no!')).toEqual({ sentences: 2, words: 6, letters: 20 });
  expect(countText('L’area conta 392.017 persone')).toEqual({ sentences: 1, words: 5, letters: 23 });
  expect(countText('In via S. Donato, ecc. Poi basta.').sentences).toBe(1);
  expect(countText('Uno\nDue.').sentences).toBe(2);
});

it('is 89 + (300 S − 10 L) / W, within 0 and 100', () => {
  // 2 sentences, 6 words, 20 letters: 89 + (600 − 200) / 6 = 156.
  expect(gulpease('Il gatto dorme. Il cane no!')).toBe(100);
  // One sentence of ten words of six letters: 89 + (300 − 600) / 10.
  expect(gulpease(Array(10).fill('parola').join(' '))).toBe(59);
  // 44 long words in one sentence: 89 + (300 − 8800) / 44 is below nothing.
  expect(gulpease(Array(44).fill('incommensurabilmente').join(' '))).toBe(0);
  expect(gulpease(' … ')).toBeNull();
});
