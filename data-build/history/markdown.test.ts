import { expect, it } from 'vitest';
import { historyText } from './markdown';

it('counts classes from 1, as the screen does, and keeps the letters of reasons', () => {
  const text = historyText({
    edition: '2026-12-15',
    previous: '2026-11-23',
    methods: {},
    runs: [
      {
        datasets: [],
        methods: [],
        classes: [
          {
            indicator: 'income.median',
            level: 'area',
            period: '2021',
            breaks: true,
            areas: { '1': [0, 1], '16': [4, 's'] },
          },
        ],
      },
    ],
  });
  expect(text).toContain('- `income.median` area 2021: 1 1→2, 16 5→s (limiti di classe spostati');
});
