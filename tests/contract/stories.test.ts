import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { readStory, ROOT, STORIES, storyFiles } from '../../data-build/stories/library';
import { openCommitted } from '../../data-build/stories/open';
import { differenceLines } from '../../data-build/stories/report';

it('every committed story is right, and its figures are locked', { timeout: 180_000 }, async () => {
  const files = storyFiles(STORIES);
  const world = await openCommitted(() => undefined);
  const found = files.map((file) => readStory(file, world));
  expect(
    found.flatMap(({ faults }) => faults.map(({ file, line, what }) => `${file}:${line}: ${what}`)),
    'faults',
  ).toEqual([]);
  const open = found.flatMap(({ read }) =>
    read?.assembled.differences.some(({ kind }) => kind === 'new') ? differenceLines(read) : [],
  );
  expect(open, `not locked, of ${files.map((file) => relative(ROOT, file)).join(', ')}`).toEqual([]);
});
