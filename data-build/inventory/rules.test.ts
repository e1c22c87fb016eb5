import { describe, expect, it } from 'vitest';
import { REASONS } from './reasons';
import { reasonOf, RULES, type Facts } from './rules';

const facts = (over: Partial<Facts>): Facts => ({
  id: 'x',
  title: 'X',
  licence: 'CC-BY-4.0',
  records: 10,
  geo: false,
  timeseries: false,
  ...over,
});

describe('reasonOf', () => {
  it('what is in the edition is a source, whatever else it is', () => {
    expect(reasonOf(facts({ licence: 'CC-BY-NC-3.0-IT' }), ['one'])).toBe('source');
  });

  it.each<[string, Partial<Facts>]>([
    ['licence', { licence: 'CC-BY-NC-3.0-IT', geo: true }],
    ['empty', { records: 0, geo: true }],
    ['sections', { id: 'elezioni-politiche-2013-voti-liste-camera-dei-deputati' }],
    ['ballots', { id: 'elezioni-europee-2024-preferenze-alle-liste' }],
    ['ballots', { id: 'elezioni-amministrative-2016-turno-di-ballottaggio' }],
    ['candidates', { id: 'elezioni-amministrative-2021-preferenze-lista-potere-al-popolo' }],
    ['places', { id: 'elezioni-europee-2024-seggi-elettorali', geo: true }],
    ['sensors', { id: 'varco-n-1-s-isaia-direzione-centro', geo: true, timeseries: true }],
    ['technical', { id: 'accuratezza-spire-anno-2025', timeseries: true }],
    ['areas', { id: 'nati', title: 'Nati residenti per quartiere e zona', timeseries: true }],
    ['places', { id: 'case-di-quartiere', title: 'Case di Quartiere', geo: true }],
    ['series', { id: 'matrimoni', title: 'Matrimoni a Bologna', timeseries: true }],
    ['bare', { id: 'elenco', title: 'Un elenco' }],
  ])('%s: %o', (reason, over) => {
    expect(reasonOf(facts(over), [])).toBe(reason);
  });

  it('names only reasons that have words, and ends with a rule that always fits', () => {
    for (const { reason } of RULES) expect(REASONS[reason].why.it).toMatch(/\.$/);
    expect(RULES.at(-1)!.when?.(facts({}))).toBe(true);
  });
});
