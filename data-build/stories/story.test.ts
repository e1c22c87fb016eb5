import { describe, expect, it } from 'vitest';
import { readStories, readStory } from './library';
import { testWorld } from './testing';
import { GOOD, lineOf, storyFolder } from './testing-files';
import type { World } from './world';

const { path, put } = storyFolder();

/** Faults of the good story after one change, as `line: what`. */
const faultsAfter = (from: string | RegExp, to: string, world: World = testWorld()) => {
  const changed = GOOD.replace(from, to);
  if (changed === GOOD) throw new Error(`nothing to change: ${String(from)}`);
  return readStory(put(changed), world).faults.map(({ line, what }) => `${line}: ${what}`);
};

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
    expect(() => readStories(path(), testWorld())).toThrow(
      /stories have 3 faults\n.*a\.md:4: .*\n.*a\.md:\d+: "Anziani" is no id.*\n.*b\.md:1: expected front matter/,
    );
  });
});
