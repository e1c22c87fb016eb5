import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('writes RFC 4180: comma, point, CRLF, quotes doubled', () => {
  expect(
    toCsv(
      [
        ['a', 'b'],
        ['x "y", z', 1234.5],
        [null, 'è'],
      ],
      'rfc',
    ),
  ).toBe('a,b\r\n"x ""y"", z",1234.5\r\n,è\r\n');
});

it('writes for an Italian Excel: byte order mark, semicolon, decimal comma', () => {
  expect(
    toCsv(
      [
        ['a', 'b;c'],
        ['x', -1.25],
      ],
      'excel-it',
    ),
  ).toBe('\ufeffa;"b;c"\r\nx;-1,25\r\n');
});

it.each(['=1+1', '+39', '-x', '@sum'])('disarms a text cell that a spreadsheet would run: %s', (text) => {
  expect(toCsv([[text]], 'rfc')).toBe(`'${text}\r\n`);
});
