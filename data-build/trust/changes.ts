import type { DatasetChange } from '../history/dataset';
import type { History } from '../history/model';
import { datasetSentence, editionSentence, rowsOf, spanOf, totalsOf } from '../history/words';

/** A dataset's change as published: counts and periods, no keys. A key alone can tell that somebody is there. */
function published(change: DatasetChange) {
  const { title: _, files, ...rest } = change;
  return {
    ...rest,
    summary: { it: datasetSentence(change, 'it'), en: datasetSentence(change, 'en') },
    files: files.map(({ examples: _examples, key: _key, ...file }) => file),
  };
}

interface Related {
  id: string;
  datasets: readonly string[];
}

const restOn = (indicators: readonly Related[], dataset: string): string[] =>
  indicators.filter(({ datasets }) => datasets.includes(dataset)).map(({ id }) => id);

/** `changes.json`: every edition, newest first; per dataset only which way it went. Addresses are relative to this file. */
export function buildChanges(edition: string, histories: readonly History[]) {
  return {
    edition,
    feed: '../../feed.xml',
    areas: 'changes/areas.json',
    editions: [...histories].reverse().map((history) => ({
      id: history.edition,
      previous: history.previous,
      summary: { it: editionSentence(history, 'it'), en: editionSentence(history, 'en') },
      totals: totalsOf(history),
      datasets: history.runs.flatMap(({ datasets }, run) =>
        datasets.map((one) => ({
          id: one.id,
          title: one.title,
          change: one.change,
          rows: rowsOf(one),
          periods: spanOf(one),
          described: one.described,
          run,
          json: `changes/${one.id}.json`,
        })),
      ),
      methods: history.runs.flatMap(({ methods }) => methods),
      classes: history.runs.flatMap(({ classes }) =>
        classes.map(({ areas, ...rest }) => ({ ...rest, areas: Object.keys(areas).length })),
      ),
    })),
  };
}

/** `changes/<dataset>.json`: all that ever happened to one dataset, newest first, and which indicators rest on it. */
export function buildDatasetChanges(
  id: string,
  histories: readonly History[],
  indicators: readonly Related[],
) {
  const own = restOn(indicators, id);
  return {
    dataset: id,
    indicators: own,
    changes: [...histories].reverse().flatMap((history) =>
      [...history.runs].reverse().flatMap((run) =>
        run.datasets
          .filter((change) => change.id === id)
          .map((change) => ({
            edition: history.edition,
            ...published(change),
            methods: run.methods.filter(({ indicator }) => own.includes(indicator)),
          })),
      ),
    ),
  };
}

/**
 * `changes/areas.json`: level → area code → class changes, newest first. From published cells only; a class counts from 0,
 * and `s n u x` stand for the reasons a cell has no value.
 */
export function buildAreaChanges(histories: readonly History[]) {
  const levels: Record<string, Record<string, object[]>> = {};
  for (const { edition, runs } of [...histories].reverse())
    for (const { classes } of [...runs].reverse())
      for (const { level, areas, indicator, period, breaks } of classes)
        for (const [code, [from, to]] of Object.entries(areas))
          ((levels[level] ??= {})[code] ??= []).push({ edition, indicator, period, from, to, breaks });
  return { levels };
}
