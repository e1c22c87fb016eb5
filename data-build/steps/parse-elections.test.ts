import { describe, expect, it } from 'vitest';
import { InputError } from '../model';
import { Row } from './parse-csv';
import { checkCounted, type TurnoutRow } from './parse-elections';

const row = new Row('turnout.csv', 7, new Map([['iscritti', '1']]));
const ballot = (period: string, electors: (section: number) => number, sections = 120): TurnoutRow[] =>
  Array.from({ length: sections }, (_, i) => ({
    ...{ row, period, body: 'mayor', section: String(i + 1) },
    ...{ electors: electors(i), voters: 0, valid: 0 },
  }));
const real = (i: number): number => 400 + ((i * 37) % 300);

describe('electors that are another year’s, scaled', () => {
  it('stop the refresh, and are told by year', () => {
    const scaled = ballot('2009', (i) => Math.round(real(i) * 1.0803));
    const run = () => checkCounted([...ballot('2008', real), ...scaled]);
    expect(run).toThrow(InputError);
    expect(run).toThrow('electors of 2009|mayor counted section by section, found those of 2008|mayor times');
  });

  it('do not when one section was counted otherwise', () => {
    const counted = ballot('2009', (i) => Math.round(real(i) * 1.0803) + (i === 3 ? 5 : 0));
    expect(() => checkCounted([...ballot('2008', real), ...counted])).not.toThrow();
  });

  it('do not when they are known to hold for the city alone, nor in few sections, nor in the same year', () => {
    const known = ballot('2009', (i) => real(i) * 2).map((t) => ({ ...t, scaled: true }));
    expect(() => checkCounted([...ballot('2008', real), ...known])).not.toThrow();
    const few = ballot('2009', (i) => real(i) * 2, 20);
    expect(() => checkCounted([...ballot('2008', real, 20), ...few])).not.toThrow();
    const twin = ballot('2008', real).map((t) => ({ ...t, body: 'council' }));
    expect(() => checkCounted([...ballot('2008', real), ...twin])).not.toThrow();
  });
});
