import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Geography } from '../../src/model/manifest';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import { projects, projectsByPlace, type Project } from './participatory-budget';

const area = (code: string, parents: object) => ({ code, name: code, parents }) as never;
const geography = {
  levels: {
    citta: [area('037006', {})],
    quartiere: [area('11', {}), area('12', {})],
    area: [
      area('1', { citta: '037006', quartiere: '11' }),
      area('2', { citta: '037006', quartiere: '11' }),
      area('3', { citta: '037006', quartiere: '12' }),
    ],
  },
} as unknown as Geography;
const project = (id: string, period: string, ...areas: string[]): Project => ({
  ...{ id, period, quartiere: '11', won: false, amount: 100 },
  areas: new Set(areas),
});

describe('projects by place', () => {
  const all = [project('1', '2017', '1', '2'), project('2', '2017', '2', '3'), project('3', '2018', '3')];
  const counts = projectsByPlace(all, geography, ['citta', 'quartiere', 'area']);

  it('count once wherever they have a place, and zero where nobody has one', () => {
    expect([...counts.get('area')!.get('2017')!]).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 1],
    ]);
    expect([...counts.get('quartiere')!.get('2017')!]).toEqual([
      ['11', 2],
      ['12', 1],
    ]);
    expect(counts.get('citta')!.get('2017')!.get('037006')).toBe(2);
    expect([...counts.get('area')!.get('2018')!]).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 1],
    ]);
  });

  it('refuse an area the geography does not know', () => {
    expect(() => projectsByPlace([project('1', '2017', '91')], geography, ['area'])).toThrow(
      'unknown area 91',
    );
  });
});

describe('the committed edition', () => {
  const edition = openEdition(join(import.meta.dirname, '../edition'));
  const real = buildGeography(levelShapes(edition.only(['geography'])));
  const all = projects(edition, real);

  it('has 135 projects on 207 places, each with one place at least', () => {
    expect(all).toHaveLength(135);
    expect(edition.table('participatory-budget', 'places')).toHaveLength(207);
    expect(all.filter(({ areas }) => areas.size === 0)).toEqual([]);
  });

  it('has one winner for each quartiere in each edition: what is left when places no longer count as projects', () => {
    const won = all.filter((p) => p.won).map(({ period, quartiere }) => `${period} ${quartiere}`);
    const codes = real.levels.quartiere!.map(({ code }) => code);
    const expected = ['2017', '2018', '2019', '2023'].flatMap((period) =>
      codes.map((code) => `${period} ${code}`),
    );
    expect(won.sort()).toEqual(expected);
  });
});
