import { describe, expect, it } from 'vitest';
import { ExpressionError, parseExpression } from './expression';
import { computeFigure, MissingFigure } from './figures';
import { testWorld } from './testing';

const world = testWorld();
const print = (text: string) => computeFigure(parseExpression(text), world);
/** Spaces that keep together, made visible. */
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

describe('a figure', () => {
  it.each([
    ['population.residents | citta | 2023', '392.017~persone', '392,017~people'],
    ['population.residents|citta|2023|number', '392.017', '392,017'],
    ['population.over65_share | citta | 2021', '24,9%', '24.9%'],
    ['population.over65_share | zona=B | 2021 | digits=0', '31%', '31%'],
    ['population.residents | zona=D | 2023 | round=1000', '38.000~persone', '38,000~people'],
    ['population.residents | citta | 1986..2023', '−39.983~persone', '−39,983~people'],
    ['population.residents | citta | 1986..2023 | abs | number', '39.983', '39,983'],
    ['population.residents | citta | 1986..2023 | percent', '−9,3%', '−9.3%'],
    ['population.residents | zona=D | 1986..2023 | percent | signed', '+28%', '+28%'],
    ['population.over65_share | citta | 2010..2021', '−1,4~punti', '−1.4~points'],
    ['population.over65_share | zona=B - citta | 2021 | signed', '+6,5~punti', '+6.5~points'],
    ['population.residents | zona=D / zona=B | 2023', '4,4', '4.4'],
    ['population.residents | zona=B / citta | 2023 | percent', '2,2%', '2.2%'],
    ['population.residents | zona=D | 2023 / 1986 | digits=2', '1,28', '1.28'],
    ['population.residents / population.residents | zona=B | 2023', '1,0', '1.0'],
    ['name | zona=B', 'Colli', 'Colli'],
    ['max | population.residents | zona | 2023', '38.497~persone', '38,497~people'],
    ['min.name | population.residents | zona | 2023', 'Colli', 'Colli'],
    ['max.name | population.over65_share | zona | 2021', 'Colli', 'Colli'],
    ['count | population.residents | zona | 2023 | above=10000', '3', '3'],
    ['count | population.residents | zona | 2023 | above=10000 | below=30000 | words', 'due', 'two'],
  ])('%s', (text, it, en) => {
    const found = print(text);
    expect(seen(found.it)).toBe(it);
    expect(seen(found.en)).toBe(en);
  });

  it('is known by its text with single spaces', () => {
    expect(parseExpression('  population.residents |citta|  2023 ').text).toBe(
      'population.residents | citta | 2023',
    );
  });
});

describe('a figure that cannot be right is refused, with what was expected', () => {
  it.each([
    ['', 'an empty figure'],
    ['population.residents | citta', 'expected {{indicator | place | period}}'],
    ['population.resident | citta | 2023', 'did you mean population.residents?'],
    ['residents | citta | 2023', 'no id of an indicator'],
    ['population.residents | zona=Z | 2023', 'codes are A, B, C, D'],
    ['population.residents | zona=Coli | 2023', 'did you mean B (Colli)?'],
    ['population.residents | zone=B | 2023', 'unknown level "zone"; did you mean zona'],
    ['population.residents | Colli | 2023', 'is no place'],
    [
      'population.residents | citta | 2024',
      'has no 2024 by citta; it has 1986, 2022, 2023; the nearest is 2023',
    ],
    ['population.residents | area=1 | 2023', 'is not published by area; its levels are citta, zona'],
    ['population.residents | citta | ieri', 'is no period'],
    ['population.residents | citta | 2023..1986', 'runs backwards'],
    ['population.residents | citta | 2023 | numero', 'unknown modifier "numero"; did you mean number'],
    ['population.residents | citta | 2023 | percent', 'percent belongs to a difference or a ratio'],
    ['population.residents | citta | 2023 | abs | signed', 'contradict'],
    ['population.residents | citta | 2023 | digits=x', 'expected a whole number'],
    ['population.residents | citta | 2023 | above=3', 'belong to count'],
    ['population.residents | citta | 2023 | words', 'words spells whole numbers from 0 to 20'],
    ['count | population.residents | zona | 2023', 'count needs above= or below='],
    ['name | zona=B | number', 'a name takes no modifier'],
    ['max.name | fragility.index | zona | 2021', 'rank no neighbourhood'],
  ])('%s', (text, says) => {
    expect(() => print(text)).toThrow(ExpressionError);
    expect(() => print(text)).toThrow(says);
  });

  it.each([
    ['population.over65_share | zona=C | 2021', 'withheld for confidentiality'],
    ['population.over65_share | zona=D | 2021', 'too few cases to be reliable'],
    ['population.over65_share | zona=B / zona=C | 2021', 'withheld'],
  ])('%s has no value', (text, says) => {
    expect(() => print(text)).toThrow(MissingFigure);
    expect(() => print(text)).toThrow(says);
  });

  it('extremes pass over cells without a value', () => {
    expect(print('min | population.over65_share | zona | 2021').it).toBe('20,1%');
  });
});
