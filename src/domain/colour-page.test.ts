import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE_COLOURS } from './colour-page';

const css = readFileSync(new URL('../app/app.css', import.meta.url), 'utf8');
const block = (selector: string): string => css.split(`${selector} {`)[1]!.split('}')[0]!;
const token = (rules: string, name: string): string | undefined =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(rules)?.[1];

test.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
] as const)('%s: grounds and inks are those of the page', (theme, selector) => {
  const rules = block(selector);
  const tokens = Object.keys(PAGE_COLOURS[theme]).map((key) => [
    key,
    token(
      rules,
      key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
    ),
  ]);
  expect(Object.fromEntries(tokens)).toEqual(PAGE_COLOURS[theme]);
});
