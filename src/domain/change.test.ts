import { describe, expect, it } from 'vitest';
import {
  changeCell,
  changeMode,
  changesAt,
  changeScale,
  changeSpan,
  evenBreaks,
  formatChange,
  SMALLEST_START,
} from './change';
import { changeClassLabels, changeTicks } from './change-legend';
import { changeSentences } from './change-sentence';
import { summaryOf, tableOf, testGeography as geography } from './testing';

const note = { it: 'Cambia il metodo.', en: 'The method changes.' };
const zone = tableOf({
  citta: { '2010': [20], '2015': [22], '2021': [24] },
  zona: {
    '2010': [10, 20, 30, 40],
    '2015': [11, 20, 29, 42],
    '2021': [14, 20, 28, { missing: 'suppressed' }],
  },
});
const broken = { ...zone, seriesBreaks: [{ period: '2015', note }] };
const periods = ['2010', '2015', '2021'];
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('changeSpan', () => {
  it('starts at the first date of the series, in order of time', () => {
    expect(changeSpan(periods, zone, null, '2021')).toEqual({ from: '2010', to: '2021', anchor: '2010' });
    expect(changeSpan(periods, zone, '2021', '2015')).toEqual({ from: '2015', to: '2021', anchor: '2021' });
    expect(changeSpan(periods, zone, '1999', '2021').from).toBe('2010');
    expect(changeSpan(periods, zone, null, '2010')).toEqual({ from: '2010', to: '2010', anchor: '2010' });
  });

  it('does not reach over a break unless asked, or unless nothing else is left', () => {
    expect(changeSpan(periods, broken, null, '2021').from).toBe('2015');
    expect(changeSpan(periods, broken, '2010', '2021').from).toBe('2010');
    expect(changeSpan(periods, broken, null, '2015')).toMatchObject({ from: '2010', to: '2015' });
  });
});

describe('changeCell', () => {
  it('is absolute for shares, relative for counts', () => {
    expect(changeMode('share')).toBe('absolute');
    expect(changeMode('count')).toBe('relative');
    expect(changeCell({ value: 20 }, { value: 23 }, 'absolute', 'percent', 1)).toEqual({ value: 3 });
    expect(changeCell({ value: 200 }, { value: 150 }, 'relative', 'people', 0)).toEqual({ value: -25 });
    expect(changeCell({ value: 100 }, { value: 0 }, 'relative', 'people', 0)).toEqual({ value: -100 });
  });

  it('calls a percentage of a small start unreliable, zero included', () => {
    const relative = (from: number, unit: 'people' | 'number') =>
      changeCell({ value: from }, { value: 90 }, 'relative', unit, 0);
    expect(relative(SMALLEST_START.people - 1, 'people')).toEqual({ missing: 'unreliable' });
    expect(relative(SMALLEST_START.people, 'people')).toEqual({ value: 80 });
    expect(relative(SMALLEST_START.things - 1, 'number')).toEqual({ missing: 'unreliable' });
    expect(relative(SMALLEST_START.things, 'number')).toEqual({ value: 350 });
    expect(relative(0, 'number')).toEqual({ missing: 'unreliable' });
  });

  it('keeps the weightier reason of the two ends', () => {
    const [hidden, none] = [{ missing: 'suppressed' }, { missing: 'not-available' }] as const;
    expect(changeCell(hidden, { value: 1 }, 'absolute', 'percent', 1)).toEqual(hidden);
    expect(changeCell(none, hidden, 'absolute', 'percent', 1)).toEqual(hidden);
    expect(changeCell({ value: 1 }, none, 'absolute', 'percent', 1)).toEqual(none);
  });
});

describe('evenBreaks', () => {
  it('paints nothing as unchanged where everything rose', () => {
    const values = [4, 5, 5.5, 6, 9, 10, 12, 15, 16];
    const [inner = NaN] = evenBreaks(values, 1);
    expect(inner).toBeLessThan(4);
    expect(evenBreaks(values, 1)).toHaveLength(2);
    expect(
      evenBreaks(
        values.map((v) => -v),
        1,
      ),
    ).toEqual(
      evenBreaks(values, 1)
        .map((b) => -b)
        .reverse(),
    );
  });

  it('has a middle no finer than what is printed, and none without a spread', () => {
    expect(Math.min(...evenBreaks([0.1, 0.2, 0.3, -0.1, -0.2], 1).map(Math.abs))).toBeGreaterThanOrEqual(0.1);
    expect(evenBreaks([2, 2, 2], 1)).toEqual([]);
    expect(evenBreaks([], 1)).toEqual([]);
  });
});

const input = { geography, level: 'zona', mode: 'absolute', unit: 'percent' } as const;

describe('changeScale', () => {
  it('lies even about zero and holds still while the second date moves', () => {
    const far = changeScale({ ...input, table: zone }, changeSpan(periods, zone, '2010', '2021'));
    const near = changeScale({ ...input, table: zone }, changeSpan(periods, zone, '2010', '2015'));
    expect(far.breaks).toEqual(near.breaks);
    expect(far.breaks.filter((b) => b < 0).every((b) => far.breaks.includes(-b))).toBe(true);
    expect(near.extent).toEqual([-2, 4]);
  });

  it('never takes its classes from beyond a break it does not cross', () => {
    const within = changeScale({ ...input, table: broken }, changeSpan(periods, broken, null, '2021'));
    const span = { from: '2015', to: '2021' };
    expect([...changesAt({ ...input, table: broken, span }).values()]).toContainEqual({ value: 3 });
    expect(within.extent).toEqual([-1, 3]);
  });

  it('is a single class when both dates are one and there is no other', () => {
    const one = tableOf({ zona: { '2010': [1, 2, 3, 4] } });
    expect(changeScale({ ...input, table: one }, changeSpan(['2010'], one, null, '2010'))).toMatchObject({
      breaks: [],
      extent: [0, 0],
    });
  });
});

describe('in words', () => {
  const style = { mode: 'absolute', unit: 'percent', decimals: 1 } as const;
  it('signs, and says points for a difference of percentages', () => {
    expect(plain(formatChange(3.25, style, 'it'))).toBe('+3,3 punti');
    expect(plain(formatChange(-1, style, 'en'))).toBe('−1.0 points');
    expect(formatChange(12, { ...style, mode: 'relative', unit: 'people', decimals: 0 }, 'it')).toBe('+12%');
  });

  it('labels classes and ticks with their signs', () => {
    const legend = { ...style, breaks: [-2, -1, 1, 2], extent: [-3, 8] as const, lang: 'it' as const };
    expect(changeClassLabels(legend).map(plain)).toEqual([
      'meno di −2 punti',
      'da −2 a −1 punto',
      'da −1 a +1 punto',
      'da +1 a +2 punti',
      '+2 punti e oltre',
    ]);
    expect(changeTicks(legend)).toEqual(['−3,0', '−2', '−1', '+1', '+2', '+8,0']);
  });

  const sentences = (over: Partial<Parameters<typeof changeSentences>[0]> = {}) => {
    const span = over.span ?? { from: '2010', to: '2021' };
    const table = over.table ?? zone;
    return changeSentences({
      lang: 'it',
      summary: summaryOf(),
      table,
      geography,
      level: 'zona',
      span,
      mode: 'absolute',
      decimals: 1,
      changes: changesAt({ ...input, table, span }),
      area: null,
      ...over,
    });
  };

  it('tells the city, how many rise and fall, and the ends', () => {
    expect(sentences().title).toBe('Residenti di 65 anni e oltre: variazione dal 2010 al 2021');
    expect(plain(sentences().finding)).toBe(
      'Dal 2010 al 2021 il valore a Bologna è salito dal 20,0% al 24,0% (+4,0 punti). ' +
        'Tra le 3 zone con un dato (su 4) il valore sale in 1, scende in 1 e resta uguale in 1; ' +
        'la variazione va da −2,0 punti (Lame) a +4,0 punti (Barca).',
    );
    expect(plain(sentences({ lang: 'en' }).finding)).toContain(
      'the value rises in 1, falls in 1 and stays the same in 1; the change ranges from −2.0 points (Lame) to +4.0 points (Barca).',
    );
  });

  it('tells an area beside the city, and why there is nothing to tell', () => {
    expect(plain(sentences({ area: 'A' }).finding)).toBe(
      'Dal 2010 al 2021 il valore nella zona Barca è salito dal 10,0% al 14,0% (+4,0 punti). A Bologna la variazione è +4,0 punti.',
    );
    expect(sentences({ area: 'D' }).finding).toMatch(
      /^Nella zona Saffi la variazione non si può dire\. Il dato non è pubblicato/,
    );
  });

  it('names no end of a fragility index, says a break aloud, and the same date', () => {
    const summary = summaryOf({ theme: 'fragility' });
    expect(sentences({ summary }).finding).not.toContain('(Lame)');
    expect(sentences({ table: broken }).finding).toContain('la serie cambia (2015). Cambia il metodo.');
    expect(sentences().finding).not.toContain('serie cambia');
    expect(sentences({ span: { from: '2010', to: '2010' } }).finding).toMatch(/^Le due date sono la stessa/);
  });
});
