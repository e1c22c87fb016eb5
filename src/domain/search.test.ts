import { describe, expect, it } from 'vitest';
import { normalise, search } from './search';

const titled = (...titles: string[]) => titles.map((title) => ({ title }));
const titles = (found: { item: { title: string } }[]) => found.map(({ item }) => item.title);

describe('normalise', () => {
  it('drops accents, apostrophes, case and doubled spaces', () => {
    expect(normalise('  Piazza  dell’Unità ')).toBe('piazza dellunita');
    expect(normalise('Santa Viola – Ravone')).toBe('santa viola ravone');
    expect(normalise('')).toBe('');
  });
});

describe('search', () => {
  const areas = titled(
    'Ospedale Sant’Orsola',
    'Via Toscana',
    'San Donato',
    'Piazza dell’Unità',
    'Indice di vecchiaia',
  );

  it('finds words by their beginning, anywhere, without accents or apostrophes', () => {
    expect(titles(search(areas, 'UNITA'))).toEqual(['Piazza dell’Unità']);
    expect(titles(search(areas, "dell'unità"))).toEqual(['Piazza dell’Unità']);
    expect(titles(search(areas, 'santorsola'))).toEqual(['Ospedale Sant’Orsola']);
    expect(titles(search(areas, 'vecchia ind'))).toEqual(['Indice di vecchiaia']);
  });
  it('every word must be found', () => {
    expect(search(areas, 'via orsola')).toEqual([]);
  });
  it('the title’s beginning first, then words, then inside, then extra; ties in order', () => {
    const items = [
      { title: 'Rosa', extra: 'san' },
      { title: 'Passante' },
      { title: 'Piazza San Luca' },
      { title: 'San Luca' },
      { title: 'San Donato' },
    ];
    expect(titles(search(items, 'san'))).toEqual([
      'San Luca',
      'San Donato',
      'Piazza San Luca',
      'Passante',
      'Rosa',
    ]);
  });
  it('a word after an apostrophe begins like any other', () => {
    expect(titles(search(titled('Borsola', 'Ospedale Sant’Orsola'), 'orsola'))).toEqual([
      'Ospedale Sant’Orsola',
      'Borsola',
    ]);
  });
  it('ranges mark the title as written', () => {
    const marked = (query: string) => {
      const [hit] = search(areas, query);
      return hit!.ranges.map(([a, b]) => hit!.item.title.slice(a, b));
    };
    expect(marked('unita')).toEqual(['Unità']);
    expect(marked('santo')).toEqual(['Sant’O']);
    expect(marked('orsola osp')).toEqual(['Osp', 'Orsola']);
    expect(search([{ title: 'Rosa', extra: 'fiore' }], 'fiore')[0]!.ranges).toEqual([]);
  });
  it('overlapping words mark once', () => {
    expect(search(titled('Bolognina'), 'bolo bologn')[0]!.ranges).toEqual([[0, 6]]);
  });
  it('an empty query finds everything, in order', () => {
    expect(titles(search(areas, '  '))).toEqual(areas.map((a) => a.title));
  });
});
