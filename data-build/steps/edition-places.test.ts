import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMef } from '../connectors/mef';
import { InputError } from '../model';
import { parseTidy } from '../tidy-csv';
import { Places } from './edition-places';
import { normaliseName } from './parse-names';

/* Joins by name and code, on the places of the committed edition: a spelling joins to its own place, or to none and says where. */

const HIERARCHY = readFileSync(new URL('../edition/geography/hierarchy.csv', import.meta.url), 'utf8');
const rows = parseTidy(Buffer.from(HIERARCHY));
const places = new Places();
places.load(HIERARCHY);
const AT = { file: 'x.csv', line: 7, column: 'Nome' };

type Join = (name: string) => string;
const LEVELS = (['area', 'zona', 'prossimita'] as const).map((level) => ({
  level,
  join: ((name) => places[`${level}Code`](name, AT)) as Join,
  codes: new Map(rows.map((row) => [row[`${level}_name`]!, row[level]!])),
}));
const SIZE = { area: 90, zona: 18, prossimita: 25 } as const;

/** What a name comes down to, put otherwise than the code puts it: letters and digits without their accents, in small. */
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** What another publisher makes of a name: other case, accents, marks and spaces, letter by letter. */
const ACCENTS = ['', '', '', '\u0300', '\u0301', '\u0308'];
const MARKS = [
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  '\u00a0',
  '\t',
  "'",
  '’',
  '`',
  '-',
  ' - ',
  '–',
  '.',
  ',',
  '/',
  '(',
  ')',
  '"',
  ':',
];
const change = fc.record({
  isUpper: fc.boolean(),
  accent: fc.constantFrom(...ACCENTS),
  mark: fc.constantFrom(...MARKS),
  form: fc.constantFrom('NFC', 'NFD'),
});
const respelled = (name: string) =>
  fc
    .tuple(fc.array(change, { minLength: name.length, maxLength: name.length }), fc.constantFrom(...MARKS))
    .map(([changes, before]) => {
      const letters = [...name].map((letter, i) => {
        const { isUpper, accent, mark, form } = changes[i]!;
        const cased = isUpper ? letter.toUpperCase() : letter.toLowerCase();
        // No digit bears an accent, and one mark that stood there may go.
        if (!/\p{L}/u.test(letter)) return /\p{N}/u.test(letter) || mark === '' ? letter : mark;
        return (cased + accent).normalize(form) + mark;
      });
      return before + letters.join('');
    });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

const refusal = (join: Join, name: string): Error => {
  try {
    return new Error(`joined to ${join(name)}`);
  } catch (error) {
    return error as Error;
  }
};

describe('normaliseName', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  it('does not see case, accents, punctuation and spaces', () => {
    const names = fc.constantFrom(...LEVELS.flatMap(({ codes }) => [...codes.keys()]));
    fc.assert(
      fc.property(
        names.chain((name) => fc.tuple(fc.constant(name), respelled(name))),
        ([name, other]) => {
          expect(normaliseName(other)).toBe(normaliseName(name));
        },
      ),
      { seed: 2, numRuns: 2000 },
    );
  });

  it('sees every letter and digit, of any alphabet', () => {
    const sign = fc.constantFrom('a', 'Z', '0', '7', 'ж', 'Ω', 'ø', 'ł', '東', '٣');
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...rows.map((row) => row['area_name']!)),
        sign,
        at,
        (name, letter, share) => {
          const i = Math.round(share * name.length);
          expect(normaliseName(name.slice(0, i) + letter + name.slice(i))).not.toBe(normaliseName(name));
        },
      ),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe.each(LEVELS)('$level', ({ level, join, codes }) => {
  it('has as many names as places', () => {
    expect(codes.size).toBe(SIZE[level]);
    expect(new Set([...codes.keys()].map(normaliseName)).size).toBe(SIZE[level]);
    expect(new Set(codes.values()).size).toBe(SIZE[level]);
  });

  it('joins each name to its own code, however it is spelled', () => {
    for (const [name, code] of codes)
      fc.assert(
        fc.property(respelled(name), (other) => {
          expect(join(other)).toBe(code);
        }),
        { seed: 4, numRuns: 40 },
      );
  });

  it('joins a name with letters lost, put in or swapped to what it then says, or to nothing', () => {
    const entries = fc.constantFrom(...codes.keys());
    const slip = fc.tuple(fc.nat(), fc.constantFrom('', 'a', 'e', '1', '2', 'ss'), fc.nat({ max: 2 }));
    fc.assert(
      fc.property(entries, slip, (name, [n, put, lost]) => {
        const i = n % name.length;
        const other = name.slice(0, i) + put + name.slice(i + lost);
        const meant = [...codes].filter(([known]) => bare(known) === bare(other));
        if (meant.length === 1) expect(join(other)).toBe(meant[0]![1]);
        else expect(refusal(join, other)).toBeInstanceOf(InputError);
      }),
      { seed: 5, numRuns: 3000 },
    );
  });

  it('joins no other text, and says where it stands and what it is', () => {
    const known = new Set([...codes.keys()].map(bare));
    fc.assert(
      fc.property(
        anyText.filter((text) => !known.has(bare(text))),
        (text) => {
          const error = refusal(join, text);
          expect(error).toBeInstanceOf(InputError);
          expect(error.message).toMatch(/^x\.csv:7 \[Nome\]: expected the name of one of the /);
          expect(error.message).toContain(JSON.stringify(text));
        },
      ),
      { seed: 6, numRuns: 2000 },
    );
  });
});

describe('Places', () => {
  it('takes saints short and whole for the three zone the sources write both ways', () => {
    for (const [name, code] of LEVELS.flatMap(({ level, codes }) => (level === 'area' ? [] : [...codes]))) {
      const short = name.replace(/\b(San|Santa) (?=Viola|Vitale|Ruffillo)/g, 'S. ');
      const join = LEVELS.find(({ codes }) => codes.get(name) === code)!.join;
      for (const other of [short, short.toUpperCase(), short.replace('S. ', 's.')])
        expect(join(other)).toBe(code);
    }
  });

  it('knows codes as they are: none with a zero before it is a place', () => {
    for (const code of [...places.areaCodes(), ...places.zonaCodes()]) {
      expect(places.quartiereOf(code)).toBeDefined();
      expect(places.quartiereOf(`0${code}`)).toBeUndefined();
    }
  });

  it('reads names that hold a comma or quotes', () => {
    const one = new Places();
    one.load(HIERARCHY.replace('Lavino di Mezzo', '"Lavino, ""di Mezzo"""'));
    expect([one.areaCode('Lavino di Mezzo', AT), one.quartiereOf('1')]).toEqual([
      '1',
      places.quartiereOf('1'),
    ]);
  });

  it('says that geography comes first', () => {
    expect(() => new Places().areaCode('Agucchi', AT)).toThrow('the geography dataset, refreshed first');
  });
});

describe('ISTAT codes of the ministry', () => {
  const read = (codes: readonly string[]): string[] => {
    const text =
      ['Anno;Codice Istat Comune;N', ...codes.map((code, i) => `2020;${code};${i}`)].join('\n') + '\n';
    return Buffer.from(readMef(zipSync({ 'a.csv': Buffer.from(text) }), 'm.zip'))
      .toString()
      .trimEnd()
      .split('\n')
      .slice(1);
  };
  it('are of the province with and without their leading zero, and no other code is', () => {
    const ours = fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.boolean())
      .map(([n, isPadded]) => `${isPadded ? '0' : ''}37${String(n).padStart(3, '0')}`);
    const others = fc.oneof(
      fc
        .integer({ min: 1001, max: 110_999 })
        .filter((n) => Math.floor(n / 1000) !== 37)
        .map((n) => String(n).padStart(6, '0')),
      fc.constantFrom('37', '037', '0037006', '370060', '0370060', '137006', '37006A', '', '-37006'),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(ours, others), { maxLength: 20 }), ours, (some, last) => {
        const codes = [...some, last];
        const kept = codes.flatMap((code, i) => (/^(0?)37\d\d\d$/.test(code) ? [`2020;${code};${i}`] : []));
        expect(read(codes)).toEqual(kept);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
