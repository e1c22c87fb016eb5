import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { openEdition } from '../edition-reader';
import { PUBLISHED, type Published } from './elections-official';

/** The sections of the edition, summed, against what others have printed for the whole city; every figure with its page. */
const edition = openEdition(join(import.meta.dirname, '../edition'));
/** The city's own row repeats the sections where registered voters are known for the city alone. */
const turnout = edition.table('elections', 'turnout').filter(({ area }) => area !== 'city');
const votes = edition.table('elections');
const names = edition.table('elections', 'lists');

const of = ({ period, ballot }: Published, rows: readonly Record<string, string>[]) =>
  rows.filter((row) => row['period'] === period && row['ballot'] === ballot);
const sum = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

function votesFor(one: Published, name: string): number {
  const lists = of(one, names).filter((row) => row['name'] === name);
  expect(lists, `${one.period} ${one.ballot}: ${name}`).toHaveLength(1);
  return sum(
    of(one, votes).filter(({ list }) => list === lists[0]!['list']),
    'votes',
  );
}

describe.each(PUBLISHED)('$period $ballot ($source)', (one) => {
  const { electors, voters, valid, counts = {}, shares = {}, within = 0, points = 0.005 } = one;
  const near = (ours: number, printed: number): void =>
    expect(Math.abs(ours / printed - 1)).toBeLessThanOrEqual(within);

  if (electors !== undefined) it('has the electors', () => near(sum(of(one, turnout), 'electors'), electors));
  if (voters !== undefined) it('has the voters', () => near(sum(of(one, turnout), 'voters'), voters));
  if (valid !== undefined) it('has the valid votes', () => near(sum(of(one, votes), 'votes'), valid));
  if (one.turnout !== undefined)
    it('has the turnout', () => {
      const rows = of(one, turnout);
      const ours = (100 * sum(rows, 'voters')) / sum(rows, 'electors');
      expect(Math.abs(ours - one.turnout!)).toBeLessThanOrEqual(points + 1e-9);
    });
  it.each(Object.entries(counts))('%s has %i votes', (name, printed) => near(votesFor(one, name), printed));
  it.each(Object.entries(shares))('%s has %f per cent', (name, printed) => {
    const ours = (100 * votesFor(one, name)) / sum(of(one, votes), 'votes');
    expect(Math.abs(ours - printed)).toBeLessThanOrEqual(points + 1e-9);
  });
});

it('says of every ballot held whether a printed total was found', () => {
  const checked = new Set(PUBLISHED.map(({ period, ballot }) => `${period} ${ballot}`));
  const held = [...new Set(votes.map(({ period, ballot }) => `${period} ${ballot}`))];
  expect(held.filter((key) => !checked.has(key)).sort()).toEqual([
    // No page with totals for the city alone was found; some have those of the province or of a constituency.
    '2004 council',
    '2006 chamber',
    '2006 senate',
    '2008 chamber',
    '2008 senate',
    '2009 european',
    '2013 chamber',
    '2013 senate',
    '2016 council',
    '2018 chamber',
    '2018 senate',
    '2022 chamber-candidate',
    '2022 senate',
    '2022 senate-candidate',
  ]);
});
