import type { Text } from '../../src/model/ids';
import { sha256 } from '../steps/cache';
import { readMeta, type EditionMeta, type Folder } from '../steps/edition';
import { diffLayer } from './layers';
import { diffTable, type FileChange } from './rows';

export interface DatasetChange {
  id: string;
  title: Text;
  change: 'added' | 'changed' | 'removed';
  /** Hash of the dataset's folder before and after; null where there was or is none. */
  from: string | null;
  to: string | null;
  /** The raw exports were other bytes. */
  raw: boolean;
  /** Fields of the description that changed: a change of `notes` is a change of method. */
  described: string[];
  files: FileChange[];
}

/** Same sum as `Edition.hash`: names and bytes of all files. */
export const folderHash = (folder: Folder): string | null =>
  folder.size === 0 ? null : sha256([...folder].map(([name, text]) => `${name}\n${text}`).join(''));

/** `period` and `accessed` follow the data; `sources` are told by `raw`. */
const DESCRIBED = ['title', 'publisher', 'sourceId', 'landingPage', 'licence', 'notes'] as const;

const rawOf = (meta: EditionMeta | undefined): string =>
  JSON.stringify(meta?.sources.map(({ path, sha256: hash }) => [path, hash]) ?? []);

function diffFile(name: string, before: string | undefined, after: string | undefined): FileChange | null {
  if (before === after) return null;
  if (name.endsWith('.csv')) return diffTable(name, before, after);
  if (name.endsWith('.topojson')) return diffLayer(name, before, after);
  return null;
}

/** A table that is wholly new or wholly gone is told by its count: which keys it has is the table itself. */
const withoutExamples = (change: FileChange): FileChange => ({
  ...change,
  examples: { added: [], changed: [], removed: [] },
});

/** What happened to a dataset between two states of its folder; null when not a byte changed. */
export function diffDataset(id: string, before: Folder, after: Folder): DatasetChange | null {
  const [from, to] = [folderHash(before), folderHash(after)];
  if (from === to) return null;
  const [old, fresh] = [readMeta(before), readMeta(after)];
  const change = from === null ? 'added' : to === null ? 'removed' : 'changed';
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const files = names.flatMap((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    const found = diffFile(name, a, b);
    if (!found) return [];
    return [a === undefined || b === undefined ? withoutExamples(found) : found];
  });
  return {
    id,
    title: (fresh ?? old)?.title ?? { it: id, en: id },
    change,
    from,
    to,
    raw: rawOf(old) !== rawOf(fresh),
    described:
      change === 'changed'
        ? DESCRIBED.filter((field) => JSON.stringify(old?.[field]) !== JSON.stringify(fresh?.[field]))
        : [],
    files,
  };
}
