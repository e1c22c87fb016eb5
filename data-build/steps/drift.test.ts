import { describe, expect, it } from 'vitest';
import { findDrifts } from './drift';
import { describeRefresh } from './drift-folder';
import { describeHeader, headerDrift } from './drift-header';

const HEAD = 'area,period,sex,residents';
const rows = (periods: string[], figure: (period: string) => number, sexes = ['f', 'm']): string =>
  [1, 2]
    .flatMap((area) => periods.flatMap((p) => sexes.map((s) => `${area},${p},${s},${figure(p)}\n`)))
    .join('');
const table = (
  periods: string[],
  figure: (period: string) => number = () => 100,
  sexes = ['f', 'm'],
  head = HEAD,
): string => `${head}\n${rows(periods, figure, sexes)}`;
const findings = (a: string, b: string): string[] => findDrifts(a, b).map(({ finding }) => finding);
const YEARS = ['2019', '2020', '2021'];

describe('headerDrift', () => {
  const lines = (a: string, b: string): string[] => describeHeader(headerDrift(a.split(','), b.split(',')));
  it('tells renamed from vanished and new', () => {
    expect(lines('anno,eta_singolo,n', 'anno,Età singolo,n')).toEqual([
      'column renamed: "eta_singolo" is now "Età singolo"',
    ]);
    expect(lines('anno,zona,n', 'anno,quartiere,n')).toEqual(['column renamed: "zona" is now "quartiere"']);
    expect(lines('anno,zona,n', 'anno,n,note')).toEqual(['column vanished: "zona"', 'column new: "note"']);
    expect(lines('a,b', 'b,a')).toEqual(['columns in another order']);
    expect(lines('a,b', 'a,b')).toEqual([]);
  });
});

describe('findDrifts', () => {
  it('says nothing of a table that only grew by a year like the others', () => {
    expect(
      findings(
        table(YEARS),
        table([...YEARS, '2022'], (p) => (p === '2022' ? 103 : 100)),
      ),
    ).toEqual([]);
  });
  it('names a category never seen, and one that is gone', () => {
    expect(
      findings(
        table(YEARS),
        table(YEARS, () => 100, ['f', 'x']),
      ),
    ).toEqual(['sex: never seen before: "x"', 'sex: no longer there: "m"']);
  });
  it('notices a revised total and a new period that jumps', () => {
    expect(
      findings(
        table(YEARS),
        table(YEARS, (p) => (p === '2020' ? 150 : 100)),
      ),
    ).toEqual(['residents in 2020: total 600 against 400 in the last edition']);
    const jumped = table([...YEARS, '2022'], (p) => (p === '2022' ? 0.1 : 100));
    expect(findings(table(YEARS), jumped)).toEqual(['residents in 2022: total 0.4 against 400 in 2021']);
  });
  it('lets a series that always leaps leap again', () => {
    const leap = (p: string): number => 100 * 2 ** (Number(p) - 2019);
    expect(findings(table(YEARS, leap), table([...YEARS, '2022'], leap))).toEqual([]);
  });
  it('finds a renamed column by its values, wherever it went', () => {
    const before = 'id,place,n\n' + ['a', 'b', 'c', 'd', 'e'].map((p, i) => `${i},${p},1\n`).join('');
    const after = 'id,n,where,x\n' + ['a', 'b', 'c', 'd', 'e'].map((p, i) => `${i},1,${p},0\n`).join('');
    expect(findings(before, after)).toEqual(['column renamed: "place" is now "where"', 'column new: "x"']);
  });
  it('always says what to do', () => {
    for (const { todo } of findDrifts(
      table(YEARS),
      table(YEARS, () => 9, ['f'], HEAD.replace('sex', 'sesso')),
    ))
      expect(todo.length).toBeGreaterThan(20);
  });
});

describe('describeRefresh', () => {
  it('counts rows by file and adds the drifts; silence when nothing changed', () => {
    const before = new Map([['data.csv', table(YEARS)]]);
    const after = new Map([
      ['data.csv', table([...YEARS, '2022'], (p) => (p === '2021' ? 101 : 100), ['f', 'm', 'x'])],
    ]);
    expect(describeRefresh('d', before, before)).toEqual([]);
    expect(describeRefresh('d', before, after)).toEqual([
      'data.csv: rows 12 added, 4 changed, 0 removed (2019–2022)',
      expect.stringMatching(/^drift in data\.csv: sex: never seen before: "x"\. Decide/),
      ...YEARS.map(() => expect.stringContaining('in the last edition') as string),
    ]);
  });
});
