import { describe, expect, it } from 'vitest';
import { fileName, slug } from './file-name';

describe('names of files', () => {
  it('are ASCII, lower case, without accents, and not cut within a word', () => {
    expect(slug('Età media — più di 65 “anni”, 2021')).toBe('eta-media-piu-di-65-anni-2021');
    expect(slug('uno due tre', 7)).toBe('uno-due');
    expect(slug('precipitevolissimevolmente', 10)).toBe('precipitev');
    expect(slug('…')).toBe('');
  });

  it('say what, where, when and of which edition', () => {
    const input = {
      title: 'Residenti',
      level: 'area',
      period: '2010–2021',
      edition: '2026-11-23',
      extension: 'gif',
    };
    expect(fileName(input)).toBe('atlante-bologna_residenti_area_2010-2021_2026-11-23.gif');
    expect(fileName({ ...input, variant: '16:9' })).toBe(
      'atlante-bologna_residenti_area_2010-2021_16-9_2026-11-23.gif',
    );
  });
});
