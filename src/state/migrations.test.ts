import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from './migrations';

const CASES: Record<string, [from: string, to: string]> = {
  'long key names, as people write them by hand': ['indicator=income.mean&year=2019&i=x', 'i=x&p=2019'],
};

it.each(MIGRATIONS.map((m) => m.describe))('migrates: %s', (name) => {
  const found = CASES[name];
  if (!found) throw new Error(`a migration without a case: ${name}`);
  const input = new URLSearchParams(found[0]);
  expect(migrate(input).toString()).toBe(found[1]);
  expect(input.toString()).toBe(found[0]);
});
