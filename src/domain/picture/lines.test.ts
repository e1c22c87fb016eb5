import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanced, fitLines, fitSentences, shortened, textWidth, wrap } from './lines';

describe('text in lines without a browser', () => {
  test('a line is as wide as its letters', () => {
    expect(textWidth('', 'sans', 12)).toBe(0);
    // Titillium Web: i 219, l 231, W 886 thousandths.
    expect(textWidth('il', 'sans', 1000)).toBe(450);
    expect(textWidth('W', 'sans', 10)).toBeCloseTo(8.86);
    expect(textWidth('漢', 'sans', 10)).toBeGreaterThan(5);
  });

  test('breaks at spaces and never at a no-break space', () => {
    expect(wrap('uno due tre', 'sans', 10, 40)).toEqual(['uno due', 'tre']);
    expect(wrap('costa 24.512\u00a0€', 'sans', 10, 45)).toEqual(['costa', '24.512\u00a0€']);
    expect(wrap('', 'sans', 10, 45)).toEqual([]);
  });

  test('a long address breaks after its separators', () => {
    const lines = wrap('atlante.example.org/?i=population.over65_share&l=zona&p=2011', 'sans', 10, 130);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(0, -1).every((line) => /[/&?=-]$/.test(line))).toBe(true);
    expect(lines.join('')).toBe('atlante.example.org/?i=population.over65_share&l=zona&p=2011');
  });

  test('no line is wider than asked, no letter is lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrap(text, 'serif', 20, width);
        expect(Math.max(0, ...lines.map((line) => textWidth(line, 'serif', 20)))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('even lines are no more lines', () => {
    const text = 'Reddito medio per contribuente nella zona Saffi, 2021';
    const [plain, even] = [wrap(text, 'serif', 24, 300), balanced(text, 'serif', 24, 300)];
    expect(even).toHaveLength(plain.length);
    const spread = (lines: string[]) => {
      const widths = lines.map((line) => textWidth(line, 'serif', 24));
      return Math.max(...widths) - Math.min(...widths);
    };
    expect(spread(even)).toBeLessThan(spread(plain));
  });

  test('the largest size that fits, else an ellipsis', () => {
    const o = { sizes: [30, 20, 10], width: 120, most: 2 };
    expect(fitLines('Residenti', 'serif', o).size).toBe(20);
    const long = fitLines('parola '.repeat(40), 'serif', o);
    expect(long.size).toBe(10);
    expect(long.lines).toHaveLength(2);
    expect(long.lines[1]).toMatch(/…$/);
    expect(shortened('una, due', 'sans', 10, 30)).toBe('una…');
  });

  test('a finding loses whole sentences, not ends of them', () => {
    const text = 'Nel 2021 sono 24,5 ogni 100. Tra le zone va da 20 a 30.';
    const one = fitSentences(text, 'sans', { sizes: [14], width: 150, most: 2 });
    expect(one.lines.join(' ')).toBe('Nel 2021 sono 24,5 ogni 100.');
    expect(fitSentences(text, 'sans', { sizes: [14], width: 150, most: 9 }).lines.join(' ')).toBe(text);
  });
});
