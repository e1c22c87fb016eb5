import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adviceOn } from './advice';
import { readStories, readStory } from './library';
import { lockFileOf, readLock, writeLock } from './lock';
import { differenceLines } from './report';
import { testWorld } from './testing';
import type { World } from './world';

const GOOD = readFileSync(new URL('fixtures/good.md', import.meta.url), 'utf8');
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stories-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const put = (text: string, name = 'prova.md') => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
/** Faults of the good story after one change, as `line: what`. */
const faultsAfter = (from: string | RegExp, to: string, world: World = testWorld()) => {
  const changed = GOOD.replace(from, to);
  if (changed === GOOD) throw new Error(`nothing to change: ${String(from)}`);
  return readStory(put(changed), world).faults.map(({ line, what }) => `${line}: ${what}`);
};
const lineOf = (text: string) => GOOD.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('a good story', () => {
  it('is read whole, its figures printed in each language', () => {
    const { read, faults } = readStory(put(GOOD), testWorld());
    expect(faults).toEqual([]);
    const { story, texts } = read!.assembled;
    expect(story.title.it).toBe('L’età della città');
    expect(story.summary.it).toBe('Chi c’è, in 392.000.');
    expect(story.steps.map(({ id, view, hash }) => [id, view, hash])).toEqual([
      ['quanti', '?i=population.residents', '#map=12.5/44.5000/11.3400'],
      ['anziani', '', ''],
    ]);
    const [first, second] = story.steps;
    expect(first!.html.it).toBe(
      '<p>A <strong>Bologna</strong> vivono 392.017\u00a0persone; nel 1986–2023 la città\nè cambiata di −39.983\u00a0persone.</p>\n' +
        '<p>Si vede <a href="./?i=population.residents">sulla mappa</a>.</p>',
    );
    expect(first!.html.en).toBe('<p>Bologna is home to 392,017\u00a0people.</p>');
    expect(first!.html.easy).toContain('392.017');
    expect(first!.highlight).toEqual([
      { code: 'B', name: 'Colli' },
      { code: 'D', name: 'Saffi' },
    ]);
    expect(first!.play).toEqual(['1986', '2023']);
    expect(first!.alt.it).toMatch(
      /^Mappa a cerchi di Bologna per zona\. .*In evidenza: Colli, Saffi\. La mappa scorre dal 1986 al 2023\.$/,
    );
    expect(second!.alt.en).toMatch(/^Map of Bologna by zone/);
    expect(story.easy).toBe(false);
    expect(story.sources.map(({ publisher }) => publisher)).toEqual(['Comune di Bologna']);
    expect(texts.find(({ register }) => register === 'en')!.text).toContain('392,017');
  });

  it('takes the alternative text an author writes', () => {
    const file = put(
      GOOD.replace('highlight: [B, D]', 'highlight: [B, D]\nalt: { it: "Cerchi.", en: "Circles." }'),
    );
    expect(readStory(file, testWorld()).read!.assembled.story.steps[0]!.alt.en).toBe('Circles.');
  });

  it('publishes no markup but its own', () => {
    const file = put(GOOD.replace('Sono il', '<!-- nota -->\n\n[qui](https://example.org/?a=1&b=2) sono il'));
    const html = readStory(file, testWorld()).read!.assembled.story.steps[1]!.html.it;
    expect(html).toContain('<a href="https://example.org/?a=1&#x26;b=2">');
    expect(html).not.toContain('nota');
  });
});

describe('a mistake is refused with its line and what to write instead', () => {
  it.each([
    [
      'unknown indicator in a view',
      'view: "?i=population.residents',
      'view: "?i=population.residentz',
      'view: "?i',
      'there is no indicator "population.residentz"; did you mean population.residents?',
    ],
    [
      'unknown level',
      'residents&l=zona&p=2023&lang',
      'residents&l=area&p=2023&lang',
      'view: "?i',
      'population.residents is not published by "area"; its levels are citta, zona',
    ],
    [
      'unknown period',
      'p=2023&lang',
      'p=1950&lang',
      'view: "?i',
      'has no period "1950"; it has 1986, 2022, 2023',
    ],
    [
      'period the level does not cover',
      'p=2023&lang',
      'p=2022&lang',
      'view: "?i',
      'has no 2022 by zona; it has 1986, 2023',
    ],
    ['unknown area in a view', '&lang=en', '&a=Z', 'view: "?i', 'there is no zona "Z"; codes are A, B, C, D'],
    ['unknown key', '&lang=en', '&zoom=3', 'view: "?i', 'unknown key "zoom"'],
    ['another screen', '&lang=en', '&page=stories', 'view: "?i', '"page" does not belong in a step'],
    [
      'a kind that does not fit',
      '&lang=en',
      '&k=bivariate',
      'view: "?i',
      'cannot be drawn as "bivariate"; its kinds are symbols',
    ],
    ['a broken camera', '#map=12.5/44.5/11.34', '#map=a/b', 'view: "?i', 'is no camera'],
    [
      'no view at all',
      '"?i=population.over65_share&l=zona&p=2021"',
      '"la mappa"',
      '"?i=population.over65_share&l=zona&p=2021"',
      'is no view: copy the address',
    ],
    [
      'a wrong cover',
      'cover: "?i=population.residents',
      'cover: "?i=x.y',
      'cover:',
      'cover: there is no indicator "x.y"',
    ],
    [
      'unknown theme',
      'theme: population',
      'theme: popolation',
      'theme:',
      'there is no theme "popolation"; did you mean population?',
    ],
    [
      'unknown area to highlight',
      '[B, D]',
      '[B, Saffi]',
      'highlight',
      'highlight: there is no zona "Saffi"; did you mean D (Saffi)?',
    ],
    [
      'a play outside the data',
      '1986..2023\nnotes',
      '1986..2024\nnotes',
      'play:',
      'play: population.residents has no 2024 by zona',
    ],
    ['a play backwards', 'play: 1986..2023', 'play: 2023..1986', 'play:', 'is no span'],
    [
      'a figure of an unknown indicator',
      'vivono {{population.residents | citta',
      'vivono {{population.people | citta',
      'A **Bologna**',
      'there is no indicator "population.people"',
    ],
    [
      'a figure on a later line',
      'di {{population.residents',
      'di {{population.x',
      'è cambiata',
      'there is no indicator "population.x"',
    ],
    [
      'a figure without a value',
      'il {{population.over65_share | citta',
      'il {{population.over65_share | zona=C',
      'Sono il',
      'withheld for confidentiality',
    ],
    [
      'half a figure',
      'vivono {{population.residents | citta | 2023}}; nel',
      'vivono {{population.residents | citta | 2023; nel',
      'A **Bologna**',
      'half a figure',
    ],
    [
      'a figure in the front matter',
      '| round=1000',
      '| tondo=1000',
      'summary:',
      'unknown modifier "tondo=1000"',
    ],
    ['a missing language', '### en\n\nThey', 'They', '## anziani', 'step "anziani" has no text in "en"'],
    [
      'a missing language of a title',
      'title: { it: "Gli anziani", en: "The elderly" }',
      'title: { it: "Gli anziani" }',
      'Gli anziani',
      '"title" has no text in "en"',
    ],
    ['a step twice', '## anziani', '## quanti', '## anziani', 'a step "quanti" exists already, on line 11'],
    ['an unknown section', '### easy', '### facile', '### easy', 'unknown section "### facile"'],
    [
      'an unknown key of a step',
      'caveat:',
      'caveats:',
      'caveat:',
      'unknown key "caveats"; did you mean caveat?',
    ],
    [
      'an image without alternative text',
      'Sono il',
      '![](x.png) Sono il',
      'Sono il',
      'has no alternative text',
    ],
    [
      'an image that is not there',
      'Sono il',
      '![Una via](x.png) Sono il',
      'Sono il',
      'image "x.png" is not there',
    ],
    [
      'a link that leads nowhere',
      '(?i=population.residents&l=zona)',
      '(?i=population.houses)',
      'Si vede',
      'there is no indicator "population.houses"',
    ],
    [
      'a link that runs code',
      '(?i=population.residents&l=zona)',
      '(javascript:alert)',
      'Si vede',
      'is no link',
    ],
    ['HTML', 'Sono il', '<div>Sono il', 'Sono il', 'HTML is not published'],
    ['invalid YAML', '"The elderly" }', '"The elderly"', 'Gli anziani', 'no valid YAML'],
    [
      'an edition its figures are not of',
      'edition: 2026-11-23',
      'edition: 2026-01-01',
      'edition:',
      'its figures are of 2026-11-23',
    ],
  ])('%s', (_, from, to, where, says) => {
    const faults = faultsAfter(from, to);
    expect(faults.join('\n')).toContain(says);
    const at = faults.find((fault) => fault.includes(says))!;
    // YAML tells of an unclosed bracket where the next line begins.
    const line = lineOf(where);
    expect([line, line + 1]).toContain(Number(at.split(':')[0]));
    if (says !== 'no valid YAML') expect(at).toMatch(new RegExp(`^${line}: `));
  });

  it('all faults of all stories come in one message, each with its file', () => {
    put(GOOD.replace('theme: population', 'theme: x').replace('## anziani', '## Anziani'), 'a.md');
    put('no front matter', 'b.md');
    expect(() => readStories(folder, testWorld())).toThrow(
      /stories have 3 faults\n.*a\.md:4: .*\n.*a\.md:\d+: "Anziani" is no id.*\n.*b\.md:1: expected front matter/,
    );
  });
});

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
