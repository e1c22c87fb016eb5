import { describe, expect, it } from 'vitest';
import { OLD, peopleOf, shareCell } from './fragility';

describe('components of the fragility indices', () => {
  it('are suppressed where the percentage tells of fewer than three people, or of all but fewer', () => {
    expect([
      shareCell('2.0', 100),
      shareCell('3.0', 100),
      shareCell('98.5', 100),
      shareCell('97.0', 100),
    ]).toEqual([{ missing: 'suppressed' }, { value: 3 }, { missing: 'suppressed' }, { value: 97 }]);
  });
  it('are unreliable where the source excludes the area, whatever the base, and untouched for dwellings', () => {
    expect([shareCell('', 5000), shareCell('', Infinity), shareCell('0.1', Infinity)]).toEqual([
      { missing: 'unreliable' },
      { missing: 'unreliable' },
      { value: 0.1 },
    ]);
  });
  it('take the people of the year, and of 2021 for later years', () => {
    const row = (period: string, age: string, residents: string) => ({ area: '1', period, age, residents });
    const people = peopleOf(
      {
        table: () => [row('2020', '65+', '80'), row('2021', '65+', '90'), row('2021', '55-64', '7')],
        topology: () => {
          throw new Error('not needed');
        },
      },
      OLD,
    );
    expect([people('1', '2020'), people('1', '2021'), people('1', '2022'), people('2', '2021')]).toEqual([
      80, 90, 90, 0,
    ]);
  });
});
