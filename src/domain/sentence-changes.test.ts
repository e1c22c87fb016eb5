import { describe, expect, it } from 'vitest';
import { sentencesOf, type SentenceInput } from './sentence';
import { summaryOf, tableOf, testGeography, type Rows } from './testing';

describe('numbers that are changes already', () => {
  const rows: Rows = { citta: { '2023': [1.4], '2024': [-0.3] } };
  const table = tableOf(rows);
  const finding = (more: Partial<SentenceInput>) =>
    sentencesOf({
      lang: 'it',
      summary: summaryOf({ ramp: 'change', measure: 'mean', unit: 'celsius' }),
      table,
      geography: testGeography,
      level: 'citta',
      period: '2024',
      area: null,
      ...more,
    }).finding.replaceAll('\u00a0', ' ');
  it('are called what they are', () => {
    expect(finding({})).toContain('Nel 2024 lo scarto a Bologna è di −0,3 °C');
    expect(finding({ lang: 'en' })).toContain('In 2024 the difference in Bologna is −0.3 °C');
    const percent = summaryOf({ ramp: 'change', measure: 'rate', unit: 'percent' });
    expect(finding({ summary: percent })).toContain('la variazione a Bologna');
  });
  it('nights are fewer, not less', () => {
    const nights = summaryOf({ measure: 'count', unit: 'nights' });
    expect(finding({ summary: nights, lang: 'en' })).toContain('nights fewer than in 2023');
  });
});

describe('months', () => {
  const months = ['2020-01', '2020-04', '2021-01', '2021-04'];
  const monthly = tableOf({
    citta: { '2020-01': [-1], '2020-04': [-70], '2021-01': [-20], '2021-04': [5] },
  });
  const of = (period: string) =>
    sentencesOf({
      lang: 'it',
      summary: summaryOf({ unit: 'percent', measure: 'share', levels: ['citta'], periods: months }),
      table: monthly,
      geography: testGeography,
      level: 'citta',
      period,
      area: null,
    }).finding;

  it('are set against the same month, not against another season', () => {
    expect(of('2020-04')).not.toContain('gennaio 2020,');
    expect(of('2020-04')).not.toContain('rispetto');
    expect(of('2021-04')).toContain('rispetto ad aprile 2020');
  });

  it('say of a series that goes on how far they have read it', () => {
    expect(of('2021-01')).toContain('più basso della serie fino ad allora è −70');
    expect(of('2021-04')).toContain('più basso della serie è −70');
  });
});
