import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../model';
import { checkIndicator, findIndicators } from './indicators';

const found = await findIndicators(resolve('data-build/indicators'));
const share = found.find(({ id }) => id === 'population.over65_share')! as Indicator;
const residents = found.find(({ id }) => id === 'population.residents')! as Indicator;

describe('the build refuses', () => {
  it('a choropleth without a denominator', () => {
    expect(() => checkIndicator({ ...share, denominator: null })).toThrow(
      /without a denominator cannot be a choropleth/,
    );
  });
  it('a count dressed up as a share', () => {
    expect(() =>
      checkIndicator({ ...residents, measure: 'share', denominator: { it: 'x', en: 'x' } }),
    ).toThrow(/people are counted, not shaded/);
  });
  it('a count with a denominator', () => {
    expect(() => checkIndicator({ ...residents, denominator: { it: 'x', en: 'x' } })).toThrow(
      /a count has no denominator/,
    );
  });
  it('an unknown theme, or an id outside its theme', () => {
    expect(() => checkIndicator({ ...share, theme: 'weather' })).toThrow(/unknown theme "weather"/);
    expect(() => checkIndicator({ ...share, theme: 'income' })).toThrow(/does not start with its theme/);
  });
  it('a file without indicators, and an indicator twice', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'atlante-'));
    try {
      writeFileSync(join(dir, 'a.ts'), 'export const other = 1;\n');
      await expect(findIndicators(dir)).rejects.toThrow(/expected an export "indicators"/);
      rmSync(join(dir, 'a.ts'));
      const text = `export const indicators = [${JSON.stringify({ ...share, compute: undefined })}];\n`;
      writeFileSync(join(dir, 'b.ts'), text);
      writeFileSync(join(dir, 'c.ts'), text);
      await expect(findIndicators(dir)).rejects.toThrow(/population\.over65_share exists twice/);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe('every indicator', () => {
  it('says what it needs to say in both languages', () => {
    for (const { id, title, question, definition, method, notes } of found)
      for (const lang of ['it', 'en'] as const) {
        expect(question[lang].endsWith('?'), `${id} ${lang}`).toBe(true);
        for (const text of [title, definition, method, ...notes])
          expect(text[lang].trim().length, `${id} ${lang}`).toBeGreaterThan(5);
        for (const text of [definition, method, ...notes])
          expect(text[lang].endsWith('.'), `${id} ${lang}: ${text[lang]}`).toBe(true);
      }
  });
  it('uses typographic apostrophes in words', () => {
    for (const indicator of found) expect(JSON.stringify(indicator)).not.toMatch(/[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/);
  });
});
