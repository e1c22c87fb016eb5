import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { HISTORY } from './folder';
import { readHistories } from './model';

const EDITION = join(import.meta.dirname, '../edition');

describe('history of the committed edition', () => {
  it('leads, dataset by dataset, to the very bytes that are committed; if not, run the refresh again', () => {
    const edition = openEdition(EDITION);
    const histories = readHistories(EDITION);
    expect(histories.at(-1)?.edition).toBe(edition.id);
    const last = new Map<string, string | null>();
    for (const { runs } of histories)
      for (const { datasets } of runs) for (const { id, to } of datasets) last.set(id, to);
    const known = [...last].filter(([, to]) => to !== null).sort();
    expect(known).toEqual(edition.datasets.map((id) => [id, edition.hash(id)]));
  });

  it('has a page to read beside every file', () => {
    for (const { edition } of readHistories(EDITION))
      expect(existsSync(join(EDITION, HISTORY, `${edition}.md`))).toBe(true);
  });
});
