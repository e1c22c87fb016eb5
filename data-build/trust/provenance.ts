import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Level } from '../../src/model/ids';
import type { LevelTable, Table } from '../../src/model/manifest';
import { unpackCell, type Missing } from '../../src/model/cell';
import type { Edition } from '../edition-reader';
import type { FoundIndicator } from '../steps/indicators';
import { API } from '../steps/api';
import { codeHash, sha256 } from '../steps/cache';

export interface HashedFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** A file of the repository: `code` is the hash of it with all it imports and the libraries' versions. */
export interface CodeFile extends HashedFile {
  code: string;
}

export interface ProvenanceInput {
  /** Root of the repository: paths are relative to it, with forward slashes. */
  root: string;
  edition: Edition;
  indicator: FoundIndicator;
  table: Table;
  /** Folder of its results: `table.json`, `data.csv`, `meta.json`. */
  results: string;
}

export function hashedFile(file: string, path: string): HashedFile {
  const bytes = readFileSync(file);
  return { path, bytes: bytes.length, sha256: sha256(bytes) };
}

const posix = (root: string, file: string): string => relative(root, file).split(sep).join('/');

/** Dataset file of a dataset; null when the edition was made elsewhere and the file is not in this repository. */
export function parserFile(root: string, id: string): string | null {
  const file = join(root, 'data-build/datasets', `${id}.ts`);
  return existsSync(file) ? file : null;
}

/** Every indicator is computed over the areas, whether it reads their dataset itself or not. */
export const chainOf = ({ datasets }: Pick<FoundIndicator, 'datasets'>): string[] => [
  ...new Set([...datasets, 'geography']),
];

const codeFile = (root: string, file: string): CodeFile => ({
  ...hashedFile(file, posix(root, file)),
  code: codeHash(file),
});

/** What a result's files are called below the data root; a table's name carries its hash, as the manifest has it. */
function outputsOf(id: string, results: string): HashedFile[] {
  const table = hashedFile(join(results, 'table.json'), '');
  return [
    hashedFile(join(results, 'data.csv'), `${API}/indicators/${id}.csv`),
    hashedFile(join(results, 'meta.json'), `${API}/indicators/${id}.json`),
    { ...table, path: `tables/${id}.${table.sha256.slice(0, 10)}.json` },
  ];
}

/** The dataset file of a dataset with its hashes; null when it is not in this repository. */
export function parserChain(root: string, id: string): CodeFile | null {
  const parser = parserFile(root, id);
  return parser ? codeFile(root, parser) : null;
}

/** Raw file → parser → edition files, of one dataset. */
function datasetChain(root: string, edition: Edition, id: string) {
  const meta = edition.meta(id);
  return {
    id,
    title: meta.title,
    publisher: meta.publisher,
    licence: meta.licence,
    accessed: meta.accessed,
    raw: meta.sources.map(({ path, url, bytes, sha256: hash }) => ({ path, url, bytes, sha256: hash })),
    parser: parserChain(root, id),
    edition: readdirSync(join(edition.dir, id))
      .sort()
      .map((name) => hashedFile(join(edition.dir, id, name), `${id}/${name}`)),
  };
}

/** Consecutive periods of a level with the same count of every status are one range: cells of a range share one history. */
export function rangesOf(table: Table, areas: (level: Level) => number) {
  return (Object.entries(table.levels) as [Level, LevelTable][]).flatMap(([level, { periods, cells }]) => {
    const size = areas(level);
    const ranges: {
      level: Level;
      from: string;
      to: string;
      periods: number;
      cells: Record<'value' | Missing, number>;
    }[] = [];
    periods.forEach((period, p) => {
      const counts = { value: 0, suppressed: 0, 'not-available': 0, unreliable: 0, 'not-applicable': 0 };
      for (const packed of cells.slice(p * size, (p + 1) * size)) {
        const cell = unpackCell(packed);
        counts['value' in cell ? 'value' : cell.missing] += 1;
      }
      const last = ranges.at(-1);
      if (last && JSON.stringify(last.cells) === JSON.stringify(counts)) {
        last.to = period;
        last.periods += 1;
      } else ranges.push({ level, from: period, to: period, periods: 1, cells: counts });
    });
    return ranges;
  });
}

/** `provenance/<id>.json`: from every raw file to every published one, each step with the hash that proves it. */
export function buildProvenance(input: ProvenanceInput, areas: (level: Level) => number) {
  const { root, edition, indicator, table, results } = input;
  return {
    indicator: indicator.id,
    title: indicator.title,
    datasets: chainOf(indicator).map((id) => datasetChain(root, edition, id)),
    rule: {
      ...codeFile(root, indicator.file),
      definition: indicator.definition,
      method: indicator.method,
      denominator: indicator.denominator,
      seriesBreaks: indicator.seriesBreaks,
    },
    ranges: rangesOf(table, areas),
    outputs: outputsOf(indicator.id, results),
  };
}
