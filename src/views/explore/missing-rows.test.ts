import { expect, it } from 'vitest';
import type { Cell } from '../../model/cell';
import { missingRows } from './missing-rows';

const cells: Cell[] = [
  { value: 1 },
  { missing: 'unreliable' },
  { missing: 'suppressed' },
  { missing: 'unreliable' },
];
const counts = (slim: boolean, of = cells) =>
  missingRows(of, 'zona', 'light', 'it', slim).map(({ key, count }) => `${key} ${count}`);

it('counts the areas of every reason that occurs', () => {
  expect(counts(false)).toEqual(['suppressed 1 zona', 'unreliable 2 zone']);
});

it('names what is counted once where there is little room, also when there is one reason alone', () => {
  expect(counts(true)).toEqual(['suppressed 1', 'unreliable 2 zone']);
  expect(counts(true, [{ missing: 'suppressed' }])).toEqual(['suppressed 1 zona']);
});
