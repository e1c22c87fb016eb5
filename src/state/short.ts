import type { Manifest } from '../model/manifest';
import { PLAIN_VIEW, type ViewState } from '../model/view';
import { printView } from './url';

/** Kinds of map that paint areas in classes of their own value, or circles in their one colour. */
const CLASSED = [null, 'choropleth', 'multiples', 'extrusion'];
const COLOURED = [...CLASSED, 'symbols'];

/**
 * What of a view concerns the person a link is given to: what is shown, not how the sender likes to see it (theme, mode), and
 * nothing that the view on screen does not use. Charts have no kind of map and no other side; a comparison has no kind of its own.
 */
export function essential(view: ViewState): ViewState {
  const explore = view.page === 'explore';
  const story = view.page === 'story';
  const charts = view.display === 'charts';
  const compare = view.display === 'map' ? view.compare : PLAIN_VIEW.compare;
  const kind = charts || compare !== 'none' ? null : view.kind;
  const twoSides = compare !== 'none';
  const keep = <K extends keyof ViewState>(when: boolean, key: K): Pick<ViewState, K> =>
    ({ [key]: when ? view[key] : (PLAIN_VIEW as Partial<ViewState>)[key] }) as Pick<ViewState, K>;
  return {
    ...view,
    compare,
    kind,
    theme: PLAIN_VIEW.theme,
    mode: PLAIN_VIEW.mode,
    follow: PLAIN_VIEW.follow,
    ...keep(!explore, 'easy'),
    ...keep(story, 'story'),
    ...keep(story, 'step'),
    ...keep(story, 'form'),
    ...keep(charts, 'chart'),
    ...keep(twoSides || charts || !COLOURED.includes(kind), 'second'),
    ...keep(twoSides || !COLOURED.includes(kind), 'from'),
    ...keep(!charts && CLASSED.includes(kind), 'classing'),
    ...keep(!charts && COLOURED.includes(kind), 'ramp'),
  };
}

/** The query of a link to hand on; its length is bounded in short.test.ts. A second indicator of the same theme leaves the theme out. */
export function shortQuery(view: ViewState, manifest: Manifest): string {
  const shown = essential(view);
  // A second indicator of a single date leaves no choice of it.
  const dates = manifest.indicators.find((s) => s.id === shown.second)?.periods ?? [];
  if (shown.compare !== 'none' && dates.length === 1) shown.from = null;
  const theme = shown.indicator.split('.')[0]!;
  const query = printView(shown, manifest);
  return shown.second?.startsWith(`${theme}.`)
    ? query.replace(`&j=${theme}.`, '&j=.').replace(`?j=${theme}.`, '?j=.')
    : query;
}
