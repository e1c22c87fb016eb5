import { describe, expect, test } from 'vitest';
import { CHARACTERS as TABLE, WIDTHS } from '../src/domain/picture/widths';
import { CHARACTERS, FACES, widthsOf } from './font-widths';

describe('the table of letter widths that pictures are set by', () => {
  test('covers the same characters', () => expect(TABLE).toBe(CHARACTERS));

  test.each(Object.entries(FACES))('is that of the font the page ships: %s', (face, path) => {
    const table = WIDTHS[face as keyof typeof FACES].split(' ').map(Number);
    expect(table).toEqual(widthsOf(path).map((w) => w ?? 0));
    expect(table.filter((w) => w > 0).length).toBeGreaterThan(190);
  });
});
