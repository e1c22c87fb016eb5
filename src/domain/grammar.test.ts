import { describe, expect, it } from 'vitest';
import type { Level } from '../model/ids';
import { allOf, articled, inPeriod, inPlace, list, placeLabel, thanIn, thePlace } from './grammar';

const PLACES: [Level, string][] = [
  ['citta', 'Bologna'],
  ['quartiere', 'Navile'],
  ['zona', 'Bolognina'],
  ['prossimita', 'Barca'],
  ['area', 'Via Ferrarese'],
  ['comune', 'Imola'],
];

describe('places', () => {
  const each = (say: (place: { level: Level; name: string }) => string) =>
    PLACES.map(([level, name]) => say({ level, name }));

  it('Italian prepositions and articles', () => {
    expect(each((p) => inPlace(p, 'it'))).toEqual([
      'a Bologna',
      'nel quartiere Navile',
      'nella zona Bolognina',
      'nella zona di prossimità Barca',
      'nell’area statistica Via Ferrarese',
      'nel comune di Imola',
    ]);
    expect(each((p) => placeLabel(p, 'it'))).toEqual([
      'Bologna',
      'quartiere Navile',
      'zona Bolognina',
      'zona di prossimità Barca',
      'area statistica Via Ferrarese',
      'comune di Imola',
    ]);
  });

  it('English puts the level after the name', () => {
    expect(each((p) => inPlace(p, 'en'))).toEqual([
      'in Bologna',
      'in the Navile district',
      'in the Bolognina zone',
      'in the Barca proximity zone',
      'in the Via Ferrarese statistical area',
      'in the municipality of Imola',
    ]);
    expect(thePlace({ level: 'zona', name: 'Colli' }, 'en')).toBe('the Colli zone');
  });

  it('an area called after a saint keeps its own article out of the level’s', () => {
    expect(inPlace({ level: 'area', name: 'La Dozza' }, 'it')).toBe('nell’area statistica La Dozza');
  });

  it('whole levels', () => {
    expect(allOf('quartiere', 6, 'it')).toBe('i 6 quartieri');
    expect(allOf('zona', 18, 'it')).toBe('le 18 zone');
    expect(allOf('comune', 55, 'it')).toBe('i 55 comuni');
    expect(allOf('area', 90, 'en')).toBe('the 90 statistical areas');
  });
});

describe('periods', () => {
  it.each([
    ['2021', 'nel 2021', 'rispetto al 2021', 'in 2021'],
    ['2021-05', 'a maggio 2021', 'rispetto a maggio 2021', 'in May 2021'],
    ['2021-08', 'ad agosto 2021', 'rispetto ad agosto 2021', 'in August 2021'],
    ['2021-05-31', 'il 31 maggio 2021', 'rispetto al 31 maggio 2021', 'on 31 May 2021'],
    ['2021-05-08', 'l’8 maggio 2021', 'rispetto all’8 maggio 2021', 'on 8 May 2021'],
    ['2021-05-11', 'l’11 maggio 2021', 'rispetto all’11 maggio 2021', 'on 11 May 2021'],
    ['2021-05-18', 'il 18 maggio 2021', 'rispetto al 18 maggio 2021', 'on 18 May 2021'],
  ])('%s', (period, it, than, en) => {
    expect(inPeriod(period, 'it')).toBe(it);
    expect(thanIn(period, 'it')).toBe(than);
    expect(inPeriod(period, 'en')).toBe(en);
    expect(thanIn(period, 'en')).toBe(`than ${en}`);
  });
});

describe('articles before a number', () => {
  it.each([
    ['24,9%', 'del 24,9%'],
    ['8,1%', 'dell’8,1%'],
    ['80,0%', 'dell’80,0%'],
    ['11%', 'dell’11%'],
    ['11,5%', 'dell’11,5%'],
    ['110,0%', 'del 110,0%'],
    ['1,5%', 'dell’1,5%'],
    ['1%', 'dell’1%'],
    ['18,0%', 'del 18,0%'],
    ['1.200%', 'del 1.200%'],
    ['0,4%', 'dello 0,4%'],
    ['\u22123%', 'del \u22123%'],
  ])('%s', (number, expected) => {
    expect(articled('di', number)).toBe(expected);
  });
  it('other prepositions', () => {
    expect(articled('da', '8%')).toBe('dall’8%');
    expect(articled('a', '0,1%')).toBe('allo 0,1%');
    expect(articled('tra', '8%')).toBe('tra l’8%');
    expect(articled('tra', '22%')).toBe('tra il 22%');
  });
});

describe('list', () => {
  it('joins with and', () => {
    expect(list([], 'it')).toBe('');
    expect(list(['Barca'], 'it')).toBe('Barca');
    expect(list(['Barca', 'Colli', 'Lame'], 'it')).toBe('Barca, Colli e Lame');
    expect(list(['Barca', 'Colli'], 'en')).toBe('Barca and Colli');
  });
});
