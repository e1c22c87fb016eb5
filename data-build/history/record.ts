import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEdition } from '../edition-reader';
import { editionDatasets, readFolder } from '../steps/edition';
import { prettyJson } from '../steps/edition-text';
import { findIndicators, type FoundIndicator } from '../steps/indicators';
import { classChanges } from './classes';
import { diffDataset, type DatasetChange } from './dataset';
import { historyText } from './markdown';
import { diffMethods, methodsOf } from './methods';
import { HISTORY } from './folder';
import { readHistories, type History, type Run } from './model';

const INDICATORS = join(dirname(dirname(fileURLToPath(import.meta.url))), 'indicators');

export interface HistoryOptions {
  /** Folder of indicator files; null leaves methods and classes out. */
  indicators?: string | null;
  log?: (line: string) => void;
}

/**
 * To be called before the first dataset is replaced; `record` after `edition.json` is written. A history that cannot be
 * written undoes no dataset: `record` gives the reason, null when all is well.
 */
export function watchEdition(
  edition: string,
  options: HistoryOptions = {},
): { record(): Promise<string | null> } {
  const before = mkdtempSync(join(tmpdir(), 'edition-before-'));
  if (existsSync(edition)) cpSync(edition, before, { recursive: true });
  return {
    async record() {
      try {
        await recordHistory(before, edition, options);
        return null;
      } catch (error) {
        const message = `history not written: ${(error as Error).stack ?? String(error)}`;
        options.log?.(`failed    changes  ${message}`);
        return message;
      } finally {
        rmSync(before, { recursive: true, force: true });
      }
    },
  };
}

const idOf = (edition: string): string | null => {
  const file = join(edition, 'edition.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { id: string }).id : null;
};

function diffDatasets(before: string | null, after: string): DatasetChange[] {
  const ids = new Set([...(before === null ? [] : editionDatasets(before)), ...editionDatasets(after)]);
  return [...ids].sort().flatMap((id) => {
    const change = diffDataset(
      id,
      before === null ? new Map() : readFolder(join(before, id)),
      readFolder(join(after, id)),
    );
    return change ? [change] : [];
  });
}

/** Writes `changes/<id>.json` and `.md` of the edition at `after`. Writes nothing when no dataset changed, except the first time. */
export async function recordHistory(
  before: string,
  after: string,
  options: HistoryOptions = {},
): Promise<void> {
  const [was, edition] = [idOf(before), idOf(after)];
  if (edition === null) return;
  const histories = readHistories(after);
  const known = histories.find((history) => history.edition === edition);
  const earlier = histories.filter((history) => history.edition < edition).at(-1);
  const previous = known ? known.previous : (earlier?.edition ?? (was === edition ? null : was));
  const first = previous === null;
  const datasets = diffDatasets(first ? null : before, after);
  if (datasets.length === 0) return;
  const indicators = await indicatorsOf(after, options);
  const methods = methodsOf(indicators);
  const run: Run = {
    datasets,
    methods: first ? [] : diffMethods((known ?? earlier)?.methods ?? methods, methods),
    classes: first
      ? []
      : classChanges(
          openEdition(before),
          openEdition(after),
          indicators,
          datasets.map(({ id }) => id),
        ),
  };
  const history: History = { edition, previous, runs: [...(first ? [] : (known?.runs ?? [])), run], methods };
  const folder = join(after, HISTORY);
  mkdirSync(folder, { recursive: true });
  save(join(folder, `${edition}.json`), prettyJson(history));
  save(join(folder, `${edition}.md`), historyText(history));
}

/** The indicators whose datasets are all there. An edition without geography (a toy) has none. */
async function indicatorsOf(edition: string, options: HistoryOptions): Promise<FoundIndicator[]> {
  const datasets = editionDatasets(edition);
  if (options.indicators === null || !datasets.includes('geography')) return [];
  const found = await findIndicators(options.indicators ?? INDICATORS);
  return found.filter((indicator) => indicator.datasets.every((id) => datasets.includes(id)));
}

const save = (file: string, text: string): void => {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
};
