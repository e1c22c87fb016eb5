import { relative } from 'node:path';
import type { Text } from '../../src/model/ids';
import { ROOT, slugOf, type Read } from './library';

const shown = (text: Text | string): string =>
  typeof text === 'string' ? text : `${text.it}” / “${text.en}`;

/** One line for each figure that is not locked, or that a later edition would print otherwise. */
export function differenceLines({ file, lock, assembled }: Read): string[] {
  const command = `npm run story update ${slugOf(file)}`;
  return assembled.differences.map(({ line, expression, kind, written, now }) => {
    const at = `${relative(ROOT, file)}:${line}`;
    return kind === 'new'
      ? `${at}: figure {{${expression}}} is not locked yet: “${shown(written)}”. Run ${command}`
      : `${at}: figure {{${expression}}} was “${shown(written)}” in edition ${lock?.edition}, now: “${shown(now)}”. ` +
          `The text keeps it; to change it run ${command}`;
  });
}
