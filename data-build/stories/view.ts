import { LINK_KEYS, printCamera, printView, readCamera, readView } from '../../src/domain/link';
import { MIGRATIONS } from '../../src/domain/link-migrations';
import { fittingKinds } from '../../src/domain/kinds';
import type { ViewState } from '../../src/model/view';
import { area, checkCoverage, indicator, type World } from './world';
import { ExpressionError } from './expression';
import { didYouMean } from './nearest';

export interface StepView {
  view: ViewState;
  /** Shortest form of the query and of the camera. */
  query: string;
  hash: string;
}

/** Keys that belong to the reader, not to a picture: an address copied with them is taken without. */
const READERS = ['lang', 'theme', 'mode', 'easy'] as const;
const SCREENS = ['page', 'story', 'step', 'as'] as const;

/**
 * A view copied from the address bar, whole or from its `?` on. Tells every fault to `fault` and gives null when there was one:
 * here nothing is replaced by a default, as it would be for a reader.
 */
export function checkView(written: string, world: World, fault: (what: string) => void): StepView | null {
  let faults = 0;
  const wrong = (what: string) => {
    faults += 1;
    fault(what);
  };
  const [, search = '', hash = ''] = /^[^?#]*(\?[^#]*)?(#.*)?$/.exec(written.trim()) ?? [];
  if (!search && !hash && written.trim()) {
    fault(`"${written}" is no view: copy the address of the map from "?" on`);
    return null;
  }
  const query = new URLSearchParams(search);
  for (const migration of MIGRATIONS) migration.apply(query);
  for (const key of READERS) query.delete(key);
  for (const key of [...query.keys()]) {
    if ((SCREENS as readonly string[]).includes(key))
      wrong(`"${key}" does not belong in a step: a step shows a map, a table or a chart`);
    else if (!LINK_KEYS.includes(key)) wrong(`unknown key "${key}" in the view${didYouMean(key, LINK_KEYS)}`);
  }
  const { view, problems } = readView(query, world);
  // An unknown indicator makes level and period unknown too: one mistake, one fault.
  const roots = problems.filter(({ key }) => key === 'i');
  for (const { key, raw } of roots.length ? roots : problems) wrong(explain(key, raw, view, world));
  const camera = readCamera(new URLSearchParams(hash.replace(/^#/, '')));
  if (camera.kind === 'invalid')
    wrong(`"#map=${camera.raw}" is no camera: expected #map=zoom/latitude/longitude`);
  if (!problems.length) for (const what of looked(view, world)) wrong(what);
  // Known of the city alone it opens as a chart, and the map asked for would never be seen.
  if (!roots.length && view.kind && !query.has('v') && view.display !== 'map')
    wrong(`k=${view.kind} is a map, but ${view.indicator} opens as a chart: add v=map, or leave k out`);
  if (faults) return null;
  return {
    view,
    query: printView(view, world),
    hash: printCamera(camera.kind === 'valid' ? camera.value : null),
  };
}

function explain(key: string, raw: string, view: ViewState, world: World): string {
  const summary = world.indicators.find((s) => s.id === view.indicator);
  const ids = world.indicators.map((s) => s.id);
  switch (key) {
    case 'i':
      return `there is no indicator "${raw}"${didYouMean(raw, ids)}`;
    case 'j':
      return `there is no second indicator "${raw}"${didYouMean(raw, ids)}`;
    case 'l':
      return `${view.indicator} is not published by "${raw}"; its levels are ${summary?.levels.join(', ')}`;
    case 'p':
      return `${view.indicator} has no period "${raw}"; it has ${summary?.periods.join(', ')}`;
    default:
      return `"${raw}" is no value of "${key}" in a view`;
  }
}

/** Faults that only the tables and the geography can tell. */
function looked(view: ViewState, world: World): string[] {
  const attempt = (run: () => void): string[] => {
    try {
      run();
      return [];
    } catch (error) {
      if (error instanceof ExpressionError) return [error.message];
      throw error;
    }
  };
  const { summary, table } = indicator(world, view.indicator);
  const faults = attempt(() => checkCoverage(table, view.level, view.period));
  const { from } = view;
  if (from !== null) faults.push(...attempt(() => checkCoverage(table, view.level, from)));
  for (const code of [...(view.area === null ? [] : [view.area]), ...view.picked])
    faults.push(...attempt(() => void area(world, { level: view.level, code })));
  const kinds = fittingKinds(
    summary,
    { layers: [...world.layers], indicators: world.indicators },
    table.seriesBreaks,
  );
  if (view.kind && !kinds.includes(view.kind))
    faults.push(`${view.indicator} cannot be drawn as "${view.kind}"; its kinds are ${kinds.join(', ')}`);
  if (view.kind === 'bivariate' && view.second === null)
    faults.push('a bivariate map needs its second indicator: j=…');
  return faults;
}
