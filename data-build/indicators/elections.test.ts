import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isValue, type Cell } from '../../src/model/cell';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import { normaliseName } from '../steps/parse-names';
import { MAP_FROM, RACES } from './elections-lists';
import { indicators as effective } from './elections-effective';
import { indicators as lists } from './elections-lists';
import { indicators as main } from './elections';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const geography = buildGeography(levelShapes(edition.only(['geography'])));
const all = [...main, ...lists, ...effective];
const cells = new Map(all.map((i) => [i.id, i.compute(edition.only(i.datasets), geography)]));
const city = (id: string, period: string): number | null => {
  const cell = cells.get(id)!.citta?.get(period)?.get('037006');
  return cell && isValue(cell) ? cell.value : null;
};

describe('lists with a map', () => {
  it('are all those above the threshold in the latest election of each kind, and no other', () => {
    for (const { ballot, period, lists: mapped } of RACES) {
      const names = edition
        .table('elections', 'lists')
        .filter((row) => row.ballot === ballot && row.period === period);
      const votes = new Map(names.map(({ name }) => [name!, 0]));
      for (const row of edition.table('elections')) {
        if (row.ballot !== ballot || row.period !== period) continue;
        const { name } = names.find(({ list }) => list === row.list)!;
        votes.set(name!, votes.get(name!)! + Number(row.votes));
      }
      const total = [...votes.values()].reduce((sum, n) => sum + n, 0);
      const above = [...votes].filter(([, n]) => n >= total * MAP_FROM).map(([name]) => name);
      expect(mapped.map(([, name]) => name).sort(), `${ballot} ${period}`).toEqual(above.sort());
      const years = edition
        .table('elections', 'lists')
        .filter((row) => row.ballot === ballot)
        .map((row) => row.period!);
      expect(period).toBe(years.sort().at(-1));
    }
  });

  it('are called what the source calls them: spaces, capitals and accents apart', () => {
    for (const { lists: mapped } of RACES)
      for (const [, name, label] of mapped) expect(normaliseName(label)).toBe(normaliseName(name));
  });
});

describe('city figures', () => {
  it.each([
    ['elections.turnout_municipal', '2004', (261_395 / 319_520) * 100],
    ['elections.turnout_municipal', '2021', (156_742 / 306_240) * 100],
    ['elections.turnout_chamber', '2022', (210_785 / 287_417) * 100],
    ['elections.invalid_regional', '2020', ((212_196 - 208_893) / 212_196) * 100],
    ['elections.municipal2021_pd', '2021', (53_486 / 146_553) * 100],
    ['elections.mayor_only', '2021', ((152_764 - 146_553) / 152_764) * 100],
    ['elections.electors', '2022', 287_417],
  ])('%s in %s include the special sections', (id, period, expected) => {
    expect(city(id, period)).toBeCloseTo(expected, 9);
  });

  it.each([
    ['elections.turnout_chamber', '2013', 'the source repeats the Senate’s electors'],
    ['elections.turnout_european', '2014', 'six sections are missing'],
    ['elections.invalid_chamber', '2018', 'only votes for lists were counted as valid'],
  ])('%s has none in %s: %s', (id, period) => {
    expect(city(id, period)).toBeNull();
  });
});

describe('areas', () => {
  it('have no turnout in years whose registered voters nobody counted by section', () => {
    expect([...cells.get('elections.turnout_municipal')!.area!.keys()]).toEqual(['2011', '2016', '2021']);
    expect([...cells.get('elections.turnout_european')!.area!.keys()]).toEqual(['2014', '2019']);
  });

  it('without the missing sections of 2014 have no figure, and nothing that contains them has one', () => {
    const byLevel = cells.get('elections.turnout_european')!;
    const known = byLevel.area!.get('2014')!;
    expect(known.size).toBe(79);
    for (const { code, parents } of geography.levels.area!)
      if (!known.has(code)) {
        expect(byLevel.zona!.get('2014')!.has(parents.zona!)).toBe(false);
        expect(byLevel.quartiere!.get('2014')!.has(parents.quartiere!)).toBe(false);
      }
  });

  it('stay within what a share or an effective number can be', () => {
    for (const { id, measure } of all)
      for (const byPeriod of Object.values(cells.get(id)!))
        for (const [period, byCode] of byPeriod)
          for (const [code, cell] of byCode) {
            if (!isValue(cell)) continue;
            const [low, high] = measure === 'share' ? [0, 100] : measure === 'index' ? [1, 25] : [0, 400_000];
            expect(cell.value >= low && cell.value <= high, `${id} ${period} ${code} ${cell.value}`).toBe(
              true,
            );
          }
  });

  it('show no turnout, list or invalid vote that rests on fewer than three people', () => {
    const { ballot, period, lists: mapped } = RACES[0]!;
    const at = edition
      .table('elections', 'lists')
      .find((row) => row.ballot === ballot && row.period === period && row.name === mapped[4]![1])!;
    const small = edition
      .table('elections')
      .filter((r) => r.ballot === ballot && r.period === period && r.list === at.list && Number(r.votes) < 3);
    const area = cells.get(`elections.municipal2021_${mapped[4]![0]}`)!.area!.get(period)!;
    expect(small.length).toBeGreaterThan(0);
    for (const row of small) expect(area.get(row.area!)).toEqual({ missing: 'suppressed' });
  });

  it('leave no suppressed cell alone in a total, where a subtraction would give it back', () => {
    const steps = [
      ['area', 'zona'],
      ['area', 'prossimita'],
      ['zona', 'quartiere'],
      ['prossimita', 'quartiere'],
      ['quartiere', 'citta'],
    ] as const;
    let suppressed = 0;
    for (const { id, measure } of all.filter((i) => i.measure !== 'index'))
      for (const [child, parent] of steps) {
        const [parts, wholes] = [cells.get(id)![child], cells.get(id)![parent]];
        for (const [period, byCode] of parts ?? []) {
          const alone = new Map<string, string[]>();
          const hides = (cell: Cell | undefined): boolean =>
            cell !== undefined && !isValue(cell) && cell.missing === 'suppressed';
          for (const { code, parents } of geography.levels[child]!) {
            if (!hides(byCode.get(code))) continue;
            alone.set(parents[parent]!, [...(alone.get(parents[parent]!) ?? []), code]);
            suppressed++;
          }
          for (const [whole, hidden] of alone) {
            // A whole that lacks a part is not published: there is nothing to subtract from.
            if (!wholes?.get(period)?.has(whole)) continue;
            const open = hides(wholes.get(period)!.get(whole)) ? 1 : 0;
            expect(hidden.length + open, `${id} (${measure}) ${period} ${parent} ${whole}`).not.toBe(1);
          }
        }
      }
    expect(suppressed).toBeGreaterThan(50);
  });
});
