import { describe, expect, it } from 'vitest';
import type { Lang, Level } from '../model/ids';
import { announce, sentencesOf, type SentenceInput } from './sentence';
import { summaryOf, tableOf, testGeography, type Rows } from './testing';

const suppressed = { missing: 'suppressed' } as const;
const ramp = (low: number, step: number) => Array.from({ length: 8 }, (_, i) => low + i * step);

const shares: Rows = {
  citta: { '2010': [23.5], '2021': [24.9] },
  quartiere: { '2021': [24, 25.8] },
  zona: { '2010': [20, 24, 29, 19], '2021': [19.2, 25, 31, suppressed] },
  area: { '2021': ramp(8, 2) },
};

function say(more: Partial<SentenceInput> & { rows?: Rows } = {}) {
  const { rows = shares, ...input } = more;
  const base = { lang: 'it', summary: summaryOf(), table: tableOf(rows), geography: testGeography } as const;
  const sentences = sentencesOf({ ...base, level: 'zona', period: '2021', area: null, ...input });
  return { ...sentences, finding: sentences.finding.replaceAll('\u00a0', ' ') };
}

describe('the whole city', () => {
  it('Italian', () => {
    expect(say()).toEqual({
      title: 'Residenti di 65 anni e oltre, 2021',
      finding:
        'Nel 2021 la quota a Bologna è del 24,9%, 1,4 punti in più rispetto al 2010. ' +
        'Tra le 3 zone con un valore (su 4) la quota va dal 19,2% (Barca) al 31,0% (Lame).',
      alt:
        'Mappa di Bologna per zona. Residenti di 65 anni e oltre, 2021. Nel 2021 la quota a Bologna è del 24,9%, ' +
        '1,4\u00a0punti in più rispetto al 2010. Tra le 3 zone con un valore (su 4) la quota va dal 19,2% (Barca) al 31,0% (Lame).',
      caption: 'Residenti di 65 anni e oltre, 2021, per zona',
      documentTitle: 'Residenti di 65 anni e oltre, 2021 · Atlante urbano di Bologna',
    });
  });
  it('English', () => {
    const english = say({ lang: 'en' });
    expect(english.finding).toBe(
      'In 2021 the share in Bologna is 24.9%, 1.4 points more than in 2010. ' +
        'Across the 3 zones with a value (of 4) the share ranges from 19.2% (Barca) to 31.0% (Lame).',
    );
    expect(english.caption).toBe('Residents aged 65 and over, 2021, by zone');
    expect(english.documentTitle).toBe('Residents aged 65 and over, 2021 · Urban atlas of Bologna');
  });
  it('the first period has nothing before it and is told in the past', () => {
    expect(say({ period: '2010' }).finding).toBe(
      'Nel 2010 la quota a Bologna era del 23,5%. Tra le 4 zone la quota andava dal 19,0% (Saffi) al 29,0% (Lame).',
    );
  });
  it('many areas also have a middle half', () => {
    expect(say({ level: 'area' }).finding).toContain(
      'Tra le 8 aree statistiche la quota va dall’8,0% (Via 1) al 22,0% (Via 8); metà di esse sta tra l’11,5% e il 18,5%.',
    );
  });
  it('the city level alone tells its own series', () => {
    const rows = { citta: { '2019': [20], '2020': [25], '2021': [22] } };
    const alone = say({ level: 'citta', rows });
    expect(alone.finding).toContain(
      'Il valore più basso della serie è 20,0% (2019), il più alto 25,0% (2020).',
    );
    expect(alone.alt).toMatch(/^Mappa di Bologna\. /);
  });
});

describe('one place', () => {
  it('against the city, then over time', () => {
    expect(say({ area: 'A' })).toMatchObject({
      title: 'Residenti di 65 anni e oltre nella zona Barca, 2021',
      finding:
        'Nel 2021 la quota nella zona Barca è del 19,2%: 5,7 punti sotto il valore della città (24,9%). ' +
        'Dal 2010 al 2021 il valore è sceso di 0,8 punti.',
    });
    expect(say({ area: 'A', lang: 'en' }).finding).toBe(
      'In 2021 the share in the Barca zone is 19.2%: 5.7 points below the city value (24.9%). ' +
        'From 2010 to 2021 the value fell by 0.8 points.',
    );
  });
  it('without a value it says why', () => {
    expect(say({ area: 'D' }).finding).toBe(
      'Nel 2021 non c’è un valore nella zona Saffi. Il dato non è pubblicato per riservatezza: si riferisce a troppe poche persone.',
    );
  });
  it('in line with the city, and unchanged', () => {
    const rows = {
      citta: { '2010': [20], '2021': [20] },
      zona: { '2010': [20, 1, 1, 1], '2021': [20.04, 1, 1, 1] },
    };
    expect(say({ area: 'A', rows }).finding).toBe(
      'Nel 2021 la quota nella zona Barca è del 20,0%: in linea con il valore della città (20,0%). ' +
        'Dal 2010 al 2021 il valore non è cambiato.',
    );
    expect(say({ rows }).finding).toMatch(/^Nel 2021 la quota a Bologna è del 20,0%, come nel 2010\./);
  });
  it('where the city has no value, against the median of its level', () => {
    const summary = summaryOf({ measure: 'median', unit: 'euro' });
    const input = {
      summary,
      table: { ...tableOf({ area: { '2021': ramp(18_000, 1000) } }), decimals: 0 },
      level: 'area',
      area: '1',
    } as const;
    expect(say(input).finding).toBe(
      'Nel 2021 la mediana nell’area statistica Via 1 è di 18.000 €: 3.500 € sotto la mediana delle aree statistiche (21.500 €).',
    );
    expect(say({ ...input, area: null }).finding).toBe(
      'Nel 2021, tra le 8 aree statistiche, la mediana va da 18.000 € (Via 1) a 25.000 € (Via 8); metà di esse sta ' +
        'tra 19.750 € e 23.250 €. Per l’intera città il valore non si può calcolare.',
    );
  });
  it('an unknown code is the whole city', () => {
    expect(say({ area: 'nowhere' })).toEqual(say());
  });
});

describe('guards', () => {
  const spread = (zona: Rows['zona'], more: Partial<SentenceInput> = {}) =>
    say({ rows: { citta: shares.citta!, zona: zona! }, ...more })
      .finding.split('. ')
      .slice(1)
      .join('. ');

  it('ties are named together, many ties only counted', () => {
    expect(spread({ '2021': [10, 10.04, 20, 30] })).toContain('dal 10,0% (Barca e Colli) al 30,0% (Saffi)');
    expect(spread({ '2021': [10, 10, 10, 30] })).toContain('dal 10,0% (3 zone)');
  });
  it('all equal, one value, none', () => {
    expect(spread({ '2021': [10, 10.01, 10, 10] })).toBe('Tra le 4 zone la quota è ovunque del 10,0%.');
    expect(spread({ '2021': [suppressed, suppressed, 11, suppressed] })).toBe(
      'Nel 2021 c’è un solo valore: zona Lame, 11,0%.',
    );
    expect(spread({ '2021': [suppressed, suppressed, suppressed, suppressed] })).toBe(
      'Non ci sono valori per le zone nel 2021.',
    );
  });
  it('a period without data, a level without data', () => {
    expect(say({ period: '1999' }).finding).toBe(
      'Non ci sono valori per le zone nel 1999. Per l’intera città non c’è un valore nel 1999.',
    );
    expect(say({ level: 'comune' }).finding).toBe('Non ci sono valori per i comuni nel 2021.');
  });
  it('tiny places, whose cells are unreliable, stand at no end; counts take the unit once', () => {
    const rows = { '2021': [{ missing: 'unreliable' } as const, 10, 20, 30] };
    expect(spread(rows)).toBe(
      'Tra le 3 zone con un valore (su 4) la quota va dal 10,0% (Colli) al 30,0% (Saffi).',
    );
    expect(spread(rows, { summary: summaryOf({ measure: 'count', unit: 'people' }) })).toBe(
      'Tra le 3 zone con un valore (su 4) il totale va da 10,0 (Colli) a 30,0 persone (Saffi).',
    );
  });
  it('no change is told across a break in the series', () => {
    const table = tableOf(shares, { seriesBreaks: [{ period: '2015', note: { it: 'x', en: 'x' } }] });
    expect(say({ table }).finding).not.toContain('2010');
    expect(say({ table, area: 'A' }).finding).not.toContain('2010');
  });
  it('fragility is not a ranking: nobody stands at the ends', () => {
    const summary = summaryOf({ theme: 'fragility', measure: 'index', unit: 'index' });
    const { finding } = say({ summary, level: 'area' });
    expect(finding).toContain('l’indice va da 8,0 a 22,0');
    expect(finding).not.toContain('Via');
  });
  it('counts are circles, never set against the city', () => {
    const summary = summaryOf({ measure: 'count', unit: 'people' });
    const table = {
      ...tableOf({
        citta: { '2010': [390], '2021': [400] },
        zona: { '2010': [99, 1, 1, 1], '2021': [100, 1, 1, 1] },
      }),
      decimals: 0,
    };
    const { finding, alt } = say({ summary, table, area: 'A' });
    expect(finding).toBe(
      'Nel 2021 il totale nella zona Barca è di 100 persone. Dal 2010 al 2021 il valore è salito di 1 persona.',
    );
    expect(alt).toMatch(/^Mappa a cerchi di Bologna per zona/);
    expect(say({ summary, table, lang: 'en' }).finding).toContain('is 400 people, 10 more than in 2010');
  });
  it('changes in euros are said to be in current prices', () => {
    const summary = summaryOf({ measure: 'mean', unit: 'euro' });
    expect(say({ summary }).finding).toMatch(/in più rispetto al 2010, a prezzi correnti\./);
    expect(say({ summary, lang: 'en' }).finding).toMatch(/more than in 2010, in current prices\./);
  });
});

describe('every view has its sentences', () => {
  const levels: Level[] = ['citta', 'quartiere', 'zona', 'prossimita', 'area', 'comune'];
  const all = levels.flatMap((level) =>
    (['it', 'en'] as Lang[]).flatMap((lang) =>
      ['2010', '2021', '1999'].flatMap((period) =>
        [null, 'A', '1', '11'].map((area) => ({ level, lang, period, area })),
      ),
    ),
  );
  it('whole sentences, no leftovers', () => {
    for (const input of all) {
      for (const text of Object.values(say(input))) {
        expect(text, JSON.stringify(input)).toMatch(/^[A-Z].*[^\s]$/);
        expect(text).not.toMatch(/undefined|NaN|null|\{|\}| {2}|\.\.| ,| \./);
      }
      expect(say(input).finding).toMatch(/\.$/);
    }
  });
});

describe('announce', () => {
  const base = {
    lang: 'it',
    name: 'Bolognina',
    level: 'zona',
    cell: { value: 21.3 },
    summary: summaryOf(),
    table: { decimals: 1 },
  } as const;
  it('name, level, value, position', () => {
    expect(announce({ ...base, cityCell: { value: 24.9 } })).toBe(
      'Bolognina, zona: 21,3%, sotto il valore della città (24,9%)',
    );
    expect(announce({ ...base, lang: 'en', cityCell: { value: 21.3 } })).toBe(
      'Bolognina, zone: 21.3%, in line with the city value (21.3%)',
    );
  });
  it('no position without a city value, for counts, for the city', () => {
    expect(announce(base)).toBe('Bolognina, zona: 21,3%');
    expect(announce({ ...base, cityCell: { missing: 'not-applicable' } })).toBe('Bolognina, zona: 21,3%');
    expect(announce({ ...base, summary: { unit: 'people', measure: 'count' }, cityCell: { value: 9 } })).toBe(
      'Bolognina, zona: 21,3\u00a0persone',
    );
    expect(announce({ ...base, name: 'Bologna', level: 'citta', cityCell: { value: 9 } })).toBe(
      'Bologna: 21,3%',
    );
  });
  it('a missing value reads as its reason', () => {
    expect(announce({ ...base, cell: suppressed, cityCell: { value: 9 } })).toBe(
      'Bolognina, zona: riservato',
    );
  });
});

describe('numbers that stand beside each other', () => {
  const finding = (rows: Rows, more: Partial<SentenceInput> = {}) =>
    say({ rows, level: 'quartiere', area: '11', ...more }).finding;

  it('differ by what they print, beside the city and over time', () => {
    const rows: Rows = {
      citta: { '2010': [15.6], '2021': [15.649] },
      quartiere: { '2010': [15.649, 1], '2021': [24.651, 1] },
    };
    expect(finding(rows)).toBe(
      'Nel 2021 la quota nel quartiere Navile è del 24,7%: 9,1 punti sopra il valore della città (15,6%). ' +
        'Dal 2010 al 2021 il valore è salito di 9,1 punti.',
    );
  });

  it('carry the unit of their density, in both languages', () => {
    const rows: Rows = { citta: { '2021': [10] }, quartiere: { '2021': [12.34, 8] } };
    const things = { summary: summaryOf({ measure: 'density', unit: 'things-per-km2' }) };
    expect(finding(rows, things)).toBe(
      'Nel 2021 la densità nel quartiere Navile è di 12,3 per km²: 2,3 per km² sopra il valore della città (10,0 per km²).',
    );
    expect(finding(rows, { ...things, lang: 'en' })).toBe(
      'In 2021 the density in the Navile district is 12.3 per km²: 2.3 per km² above the city value (10.0 per km²).',
    );
    const network = { summary: summaryOf({ measure: 'density', unit: 'km-per-km2' }) };
    expect(finding(rows, network)).toContain('è di 12,3 km/km²: 2,3 km/km² sopra');
  });
});
