import { describe, expect, it } from 'vitest';
import { citation, legendParts, legendSentence } from './sentence';
import { summaryOf, tableOf, type Rows } from './testing';

const suppressed = { missing: 'suppressed' } as const;
const shares: Rows = { citta: { '2021': [24.9] }, zona: { '2021': [19.2, 25, 31, suppressed] } };

describe('the legend as a sentence', () => {
  const base = {
    lang: 'it',
    table: { decimals: 1 },
    name: 'Bolognina',
    level: 'zona',
    cell: { value: 21.3 },
  } as const;
  const sentence = {
    it: '{n} residenti ogni 100 hanno 65 anni e oltre',
    en: '{n} of every 100 residents are 65 or over',
  };
  it('the indicator’s own sentence around its number', () => {
    expect(legendParts({ ...base, summary: summaryOf({ sentence }) })).toEqual({
      before: 'Nella zona Bolognina ',
      value: '21,3',
      after: ' residenti ogni 100 hanno 65 anni e oltre',
    });
    expect(legendSentence({ ...base, lang: 'en', summary: summaryOf({ sentence }) })).toBe(
      'In the Bolognina zone 21.3 of every 100 residents are 65 or over',
    );
  });
  it('without one, title and place', () => {
    expect(legendSentence({ ...base, summary: summaryOf() })).toBe(
      'Residenti di 65 anni e oltre nella zona Bolognina: 21,3%',
    );
  });
  it('without a value, the reason', () => {
    expect(legendSentence({ ...base, cell: suppressed, summary: summaryOf({ sentence }) })).toBe(
      'Residenti di 65 anni e oltre nella zona Bolognina: riservato',
    );
  });
});

describe('citation', () => {
  it('publisher, view, edition, data and licence, address', () => {
    const input = {
      lang: 'it',
      table: tableOf(shares),
      summary: summaryOf(),
      edition: '2026-11-23',
      level: 'zona',
      period: '2021',
      url: 'https://atlante.example/?l=zona',
    } as const;
    expect(citation(input)).toBe(
      'Comune di Bologna. Residenti di 65 anni e oltre, 2021, per zona. Atlante urbano di Bologna, edizione 2026-11-23. ' +
        'Elaborazione su dati «Residenti per età» (CC BY 4.0). https://atlante.example/?l=zona',
    );
    const [one] = input.table.datasets;
    const twice = tableOf(shares, {
      datasets: [one!, { ...one!, id: 'b', title: { it: 'Famiglie', en: 'Households' } }],
    });
    expect(citation({ ...input, table: twice })).toMatch(
      /^Comune di Bologna\. .+ su dati «Residenti per età», «Famiglie» \(CC BY 4\.0\)\. /,
    );
    expect(citation({ ...input, lang: 'en' })).toContain('Based on “Residents by age” (CC BY 4.0).');
  });
});
