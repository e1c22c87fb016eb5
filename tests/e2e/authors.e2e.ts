import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIST } from './dist';

const files = (folder: string, ending: string): string[] =>
  readdirSync(join(DIST, folder)).filter((name) => name.endsWith(ending));

it('what is for authors at work is not in the built site', () => {
  const scripts = files('assets', '.js');
  expect(scripts.length).toBeGreaterThan(20);
  const found = scripts.filter((name) =>
    /id-del-passo|CopyStep/.test(readFileSync(join(DIST, 'assets', name), 'utf8')),
  );
  expect(found).toEqual([]);
});

it('every step of a story page that shows a chart has one, in both languages', () => {
  for (const folder of ['storie', 'en/stories'])
    for (const name of files(folder, '.html').filter((file) => file !== 'index.html')) {
      const html = readFileSync(join(DIST, folder, name), 'utf8');
      // The way to the interactive chart stands under each picture.
      for (const figure of html.split('<figure>').slice(1)) {
        const [picture = ''] = figure.split('</figure>');
        if (/href="[^"]*[?;]g=(?!scatter)\w+/.test(picture))
          expect(picture, name).toContain('class="picture chart"');
        if (picture.includes('class="picture chart"')) expect(picture).not.toMatch(/NaN|var\(--/);
      }
    }
});
