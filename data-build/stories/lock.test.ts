import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStory } from './library';
import { lockFileOf, readLock, writeLock } from './lock';
import { differenceLines } from './report';
import { testWorld } from './testing';
import { GOOD, lineOf, storyFolder } from './testing-files';

const { put } = storyFolder();

describe('the lock of figures', () => {
  const locked = (edition: string, change: Record<string, { it: string; en: string }> = {}) => {
    const file = put(GOOD);
    const { figures } = readStory(file, testWorld()).read!.assembled;
    writeLock(file, { edition, figures: { ...figures, ...change } });
    return file;
  };
  const RESIDENTS = 'population.residents | citta | 2023';

  it('is written beside the story and read back', () => {
    const file = locked('2026-11-23');
    expect(readLock(file)!.figures[RESIDENTS]).toEqual({
      it: '392.017\u00a0persone',
      en: '392,017\u00a0people',
    });
    expect(readStory(file, testWorld()).read!.assembled.differences).toEqual([]);
    expect(readFileSync(lockFileOf(file), 'utf8')).toMatch(/^\{\n {2}"edition": "2026-11-23",\n/);
  });

  it('new figures are computed and said to be not locked', () => {
    const { read } = readStory(put(GOOD), testWorld());
    expect(read!.assembled.differences.map(({ kind }) => kind)).toEqual(Array(4).fill('new'));
    expect(differenceLines(read!)[0]).toMatch(
      /prova\.md:3: figure .* is not locked yet: “392\.000” .*npm run story update prova$/,
    );
  });

  it('a later edition does not change the text: the written figure is printed, the difference told', () => {
    const file = locked('2026-11-23', { [RESIDENTS]: { it: '390.000 persone', en: '390,000 people' } });
    const { read, faults } = readStory(file, testWorld('2027-05-01'));
    expect(faults).toEqual([]);
    expect(read!.assembled.story.steps[0]!.html.en).toContain('390,000 people');
    expect(read!.assembled.story.edition).toBe('2026-11-23');
    expect(differenceLines(read!)).toHaveLength(1);
    expect(differenceLines(read!)[0]).toMatch(
      /was “390\.000 persone” .* in edition 2026-11-23, now: “392\.017/,
    );
  });

  it('a figure a later edition has no value for is kept too', () => {
    const file = put(GOOD.replace('over65_share | citta', 'over65_share | zona=C'));
    const { figures } = readStory(put(GOOD, 'other.md'), testWorld()).read!.assembled;
    const text = { it: '20%', en: '20%' };
    writeLock(file, {
      edition: '2026-11-23',
      figures: { ...figures, 'population.over65_share | zona=C | 2021': text },
    });
    // The English text still asks for the city: only what is locked is kept.
    const { read } = readStory(file, testWorld('2027-05-01'));
    expect(read!.assembled.story.steps[1]!.html.it).toBe('<p>Sono il 20%.</p>');
    expect(differenceLines(read!).join('\n')).toContain('withheld for confidentiality');
  });

  it('within its own edition a figure may not say something else than the data', () => {
    const file = locked('2026-11-23', { [RESIDENTS]: { it: '390.000 persone', en: '390,000 people' } });
    const { faults } = readStory(file, testWorld());
    expect(faults[0]!.what).toContain('is locked as "390.000 persone" but edition 2026-11-23 says "392.017');
    expect(faults[0]!.line).toBe(lineOf('A **Bologna**'));
  });

  it('a lock that is no lock is named', () => {
    const file = put(GOOD);
    writeFileSync(lockFileOf(file), '{}');
    expect(() => readStory(file, testWorld())).toThrow(/prova\.figures\.json/);
  });
});
