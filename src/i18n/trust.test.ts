import { expect, it } from 'vitest';
import { classWords } from './news';
import { bytesWords, frequencyWords, spanWords, yearsWords } from './trust';

it('prints sizes as file managers do, with the mark of the language', () => {
  expect(bytesWords(900, 'it')).toBe('900\u00a0B');
  expect(bytesWords(6140, 'it')).toBe('6,1\u00a0kB');
  expect(bytesWords(137_000, 'en')).toBe('137\u00a0kB');
  expect(bytesWords(1_718_696, 'it')).toBe('1,7\u00a0MB');
  expect(bytesWords(1_718_696, 'en')).toBe('1.7\u00a0MB');
});

it('prints spans of years close, spans of days apart, and one period once', () => {
  expect(spanWords(['2010', '2021'], 'it')).toBe('2010–2021');
  expect(spanWords(['2024', '2024'], 'it')).toBe('2024');
  expect(spanWords(['2024-01-01', '2025-12-29'], 'it')).toBe('1° gennaio 2024 – 29 dicembre 2025');
  expect(yearsWords(['2024-01-01', '2025-12-29'])).toBe('2024–2025');
  expect(yearsWords(['2026-07-23', '2026-07-23'])).toBe('2026');
});

it('says a promise in words, and an unknown code as it is', () => {
  expect(frequencyWords('ANNUAL', 'it')).toBe('ogni anno');
  expect(frequencyWords('HOURLY', 'en')).toBe('HOURLY');
});

it('counts classes from one in print and gives the reason where there is none', () => {
  expect(classWords(0, 'it')).toBe('classe\u00a01');
  expect(classWords('s', 'en')).toBe('withheld');
});
