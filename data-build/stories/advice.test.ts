import { describe, expect, it } from 'vitest';
import { adviceOn } from './advice';
import { readStory } from './library';
import { testWorld } from './testing';
import { GOOD, storyFolder } from './testing-files';

const { put } = storyFolder();

describe('advice', () => {
  const advised = (from: string, to: string) => {
    const { read, faults } = readStory(put(GOOD.replace(from, to)), testWorld());
    expect(faults).toEqual([]);
    return adviceOn(read!).map(({ line, what }) => `${line}: ${what}`);
  };
  it.each([
    ['a number typed by hand', 'Sono il', 'Sono 12.500, il', /^\d+: "12\.500" is typed by hand/],
    ['a colour', 'Sono il', 'Le zone rosse sono il', /"zone rosse" names a colour/],
    [
      'a step too long',
      'Sono il',
      `${'molto '.repeat(111)} Sono il`,
      /words in "it": a step carries at most 110/,
    ],
    [
      'a text hard to read',
      'Sono il',
      `${'incommensurabilmente '.repeat(45)} Sono il`,
      /Gulpease \d+ in "it"/,
    ],
  ])('%s', (_, from, to, says) => {
    expect(advised(from, to).some((line) => says.test(line))).toBe(true);
  });
  it('a year is no figure, and an easy text must be there throughout', () => {
    const all = advised('Sono il', 'Nel 2021 sono il');
    expect(all).toEqual([
      '1: some steps have an easy text and some have none: readers are offered it only when all have',
    ]);
  });
});
