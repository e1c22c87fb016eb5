import { expect, it } from 'vitest';
import { summaryOf } from '../../domain/testing';
import { PLAIN_VIEW } from '../../model/view';
import { stepBlock } from './step-block';

it('writes out topic, level and period, keeps what makes the picture, leaves what is the reader’s', () => {
  const ref = { path: 'x', bytes: 1, sha256: '0'.repeat(64) };
  const summary = summaryOf({ levels: ['zona'], periods: ['2010', '2021'] });
  const manifest = {
    schemaVersion: 1 as const,
    edition: '2026-01-01',
    themes: [],
    indicators: [summary],
    geography: ref,
    tiles: { areas: ref, base: ref },
    files: {},
    layers: [],
    defaultView: { indicator: summary.id, level: 'zona' as const, period: '2021' },
  };
  const view = { ...PLAIN_VIEW, indicator: summary.id, level: 'zona' as const, period: '2021' };
  const shown = {
    ...view,
    kind: 'change' as const,
    from: '2010',
    lang: 'en' as const,
    theme: 'dark' as const,
  };
  expect(stepBlock(shown, manifest, '#map=12/44.5/11.3')).toContain(
    'view: "?i=population.over65_share&l=zona&p=2021&k=change&q=2010#map=12/44.5/11.3"\n',
  );
});
