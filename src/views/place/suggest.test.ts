import { describe, expect, it } from 'vitest';
import { PLACES } from '../../domain/place-testing';
import type { Geography } from '../../model/manifest';
import type { AddressHit } from '../../data/addresses';
import { suggestionsFor } from './suggest';

const zamboni: AddressHit = { title: 'Via Zamboni 33', area: '1', lon: 11.35, lat: 44.49, exact: true };
const street: AddressHit = { title: 'Via Area', area: '2', lon: null, lat: null, exact: true };
const ask = (query: string, hits = [zamboni], geography: Geography = PLACES) =>
  suggestionsFor(query, geography, hits, 'it', 'il più vicino');

describe('suggestions', () => {
  it('name places with their kind, wide ones first, and where the words were found', () => {
    const [first] = ask('quart', []);
    expect(first).toMatchObject({
      title: 'Quartiere 11',
      detail: 'quartiere',
      target: { level: 'quartiere', code: '11', spot: null },
    });
    expect(first!.ranges).toEqual([[0, 5]]);
    expect(ask('1', []).map(({ target }) => target.level)[0]).toBe('quartiere');
  });

  it('put an address before places when a house number is typed, after them otherwise', () => {
    expect(ask('via zamboni 33')[0]).toMatchObject({
      detail: 'Area 1',
      target: { level: 'area', code: '1', spot: { title: 'Via Zamboni 33', lon: 11.35 } },
    });
    expect(ask('area', [street]).at(-1)!.target).toEqual({ level: 'area', code: '2', spot: null });
  });

  it('say when the number does not exist and this is the nearest', () => {
    expect(ask('via zamboni 999', [{ ...zamboni, exact: false }])[0]!.detail).toBe('Area 1 · il più vicino');
  });

  it('have one name for a zone and its twin of the other partition', () => {
    const twin = structuredClone(PLACES);
    twin.levels.prossimita = [{ ...twin.levels.zona![1]!, code: '1' }];
    expect(ask('zona b', [], twin).map(({ target }) => target.level)).toEqual(['zona']);
  });

  it('are none for nothing', () => {
    expect(ask('  ')).toEqual([]);
  });
});
