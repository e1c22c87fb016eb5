import type { DatasetChange } from './dataset';
import type { History } from './model';

type Way = 'added' | 'changed' | 'removed';

export const WAYS: Record<Way, { it: string; en: string }> = {
  added: { it: 'aggiunto', en: 'added' },
  changed: { it: 'modificato', en: 'changed' },
  removed: { it: 'tolto', en: 'removed' },
};

export interface Totals {
  datasets: Record<Way, number>;
  rows: Record<Way, number>;
  methods: number;
  areas: number;
}

/** Sums over all runs: a row that two runs of a day touched counts twice. */
export function totalsOf({ runs }: Pick<History, 'runs'>): Totals {
  const totals: Totals = {
    datasets: { added: 0, changed: 0, removed: 0 },
    rows: { added: 0, changed: 0, removed: 0 },
    methods: 0,
    areas: 0,
  };
  for (const run of runs) {
    for (const dataset of run.datasets) {
      totals.datasets[dataset.change] += 1;
      const rows = rowsOf(dataset);
      for (const way of ['added', 'changed', 'removed'] as const) totals.rows[way] += rows[way];
    }
    totals.methods += run.methods.length;
    totals.areas += run.classes.reduce((sum, { areas }) => sum + Object.keys(areas).length, 0);
  }
  return totals;
}

export const rowsOf = ({ files }: Pick<DatasetChange, 'files'>): Record<Way, number> => ({
  added: files.reduce((sum, file) => sum + file.added, 0),
  changed: files.reduce((sum, file) => sum + file.changed, 0),
  removed: files.reduce((sum, file) => sum + file.removed, 0),
});

/** First and last period a change touched; null when its files have none. */
export function spanOf({ files }: Pick<DatasetChange, 'files'>): [string, string] | null {
  const periods = [...new Set(files.flatMap((file) => file.periods))].sort();
  return periods.length ? [periods[0]!, periods.at(-1)!] : null;
}

/** One sentence on a whole edition. */
export function editionSentence(history: History, lang: 'it' | 'en'): string {
  const { datasets, rows, methods, areas } = totalsOf(history);
  const since =
    history.previous === null
      ? { it: 'Prima edizione', en: 'First edition' }
      : { it: `Rispetto all’edizione ${history.previous}`, en: `Against edition ${history.previous}` };
  return lang === 'it'
    ? `${since.it}: dataset ${datasets.added} aggiunti, ${datasets.changed} modificati, ${datasets.removed} tolti; righe ${rows.added} aggiunte, ${rows.changed} modificate, ${rows.removed} tolte; indicatori con definizione nuova, cambiata o tolta: ${methods}; passaggi di classe di un’area: ${areas}.`
    : `${since.en}: datasets ${datasets.added} added, ${datasets.changed} changed, ${datasets.removed} removed; rows ${rows.added} added, ${rows.changed} changed, ${rows.removed} removed; indicators with a new, changed or removed definition: ${methods}; areas that change class, indicator by indicator: ${areas}.`;
}

/** One sentence on one dataset of one run. */
export function datasetSentence(change: DatasetChange, lang: 'it' | 'en'): string {
  const { added, changed, removed } = rowsOf(change);
  const [from, to] = spanOf(change) ?? ['', ''];
  const span = from === to ? from : `${from}–${to}`;
  if (lang === 'it')
    return (
      `Dataset ${WAYS[change.change].it}: righe ${added} aggiunte, ${changed} modificate, ${removed} tolte` +
      `${span && `; periodi ${span}`}${change.described.includes('notes') ? '; note sul metodo cambiate' : ''}.`
    );
  return (
    `Dataset ${WAYS[change.change].en}: rows ${added} added, ${changed} changed, ${removed} removed` +
    `${span && `; periods ${span}`}${change.described.includes('notes') ? '; notes on method changed' : ''}.`
  );
}
