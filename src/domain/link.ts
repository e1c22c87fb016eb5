import { LANGS, LEVELS, type Lang, type Level } from '../model/ids';
import { RAMPS, type IndicatorSummary, type Manifest } from '../model/manifest';
import { MAP_KINDS } from '../model/unit';
import {
  CHARTS,
  COMPARES,
  DISPLAYS,
  PAGES,
  PLAIN_VIEW,
  STORY_FORMS,
  type Camera,
  type ViewState,
} from '../model/view';
import { defaultDisplay } from './display';
import { parseClassing, printClassing } from './classing';
import { parsePicked, printPicked } from './picked';

/**
 * The codec of links, without the browser: page and build read a view by the same rules. The strings themselves are taken apart
 * by state/url (the address bar) and by the build (the steps of stories).
 */

/** What a query string holds, as `URLSearchParams` gives it. */
export interface Query {
  get(key: string): string | null;
}

/** What reading a link needs to know of the data. */
export interface LinkManifest {
  readonly indicators: readonly Pick<IndicatorSummary, 'id' | 'levels' | 'periods'>[];
  readonly defaultView: Manifest['defaultView'];
}
type LinkSummary = LinkManifest['indicators'][number];

/** What became of one key of a link: used as it stands, not said, or not usable and why it matters. */
export type Parsed<T> = { kind: 'valid'; value: T } | { kind: 'missing' } | { kind: 'invalid'; raw: string };

export const MODES = ['full', 'embed', 'kiosk'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;

const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (raw: string): T | undefined =>
    (allowed as readonly string[]).includes(raw) ? (raw as T) : undefined;
const flag = (raw: string): boolean | undefined => (raw === '1' ? true : raw === '0' ? false : undefined);
const matching = (pattern: RegExp) => (raw: string) => (pattern.test(raw) ? raw : undefined);
const printFlag = (on: boolean) => (on ? '1' : '');
const asIs = (value: string | null) => value ?? '';

const CODE = /^[A-Z0-9]{1,6}$/;

/** What is known of a view while it is read, key after key. */
interface Context {
  manifest: LinkManifest;
  summary: LinkSummary;
}
/** One key of the query: how it is read, printed and what it is when it is not said. `parse` gives undefined for what it cannot use. */
interface Codec<F extends keyof ViewState> {
  key: string;
  field: F;
  parse(raw: string, context: Context): ViewState[F] | undefined;
  print(value: ViewState[F], context: Context): string;
  fallback(context: Context): ViewState[F];
}
const codec = <F extends keyof ViewState>(
  key: string,
  field: F,
  parse: Codec<F>['parse'],
  print: Codec<F>['print'],
  fallback: Codec<F>['fallback'] = () => (PLAIN_VIEW as Partial<ViewState>)[field] as ViewState[F],
): Codec<F> => ({ key, field, parse, print, fallback });

/** Every key, in the order it is printed. The indicator comes first: others are read in its light. */
const CODECS = [
  codec('page', 'page', oneOf(PAGES), asIs),
  codec('story', 'story', matching(/^[a-z0-9][a-z0-9-]{0,59}$/), asIs),
  codec('step', 'step', matching(/^[a-z0-9][a-z0-9-]{0,39}$/), asIs),
  codec('as', 'form', oneOf(STORY_FORMS), asIs),
  codec('d', 'dataset', matching(/^[a-z0-9][a-z0-9-]{0,59}$/), asIs),
  codec(
    'i',
    'indicator',
    (raw, { manifest }) => manifest.indicators.find((s) => s.id === raw)?.id,
    asIs,
    ({ manifest }) => manifest.defaultView.indicator,
  ),
  codec(
    'l',
    'level',
    (raw, { summary }) => oneOf(LEVELS.filter((l) => summary.levels.includes(l)))(raw),
    asIs,
    ({ summary, manifest }) => defaultLevel(summary, manifest),
  ),
  codec(
    'p',
    'period',
    (raw, { summary }) => oneOf(summary.periods)(raw),
    asIs,
    ({ summary, manifest }) => defaultPeriod(summary, manifest),
  ),
  codec('a', 'area', matching(CODE), asIs),
  codec('u', 'picked', parsePicked, printPicked),
  codec('v', 'display', oneOf(DISPLAYS), asIs, ({ summary }) => defaultDisplay(summary)),
  codec('g', 'chart', oneOf(CHARTS), asIs),
  codec('k', 'kind', oneOf(MAP_KINDS), asIs),
  codec(
    'j',
    'second',
    // `.name` is of the theme of the first one.
    (raw, { manifest, summary }) => {
      const id = raw.startsWith('.') ? summary.id.split('.')[0] + raw : raw;
      return manifest.indicators.find((s) => s.id === id)?.id;
    },
    asIs,
  ),
  codec('q', 'from', matching(/^\d{4}(-\d{2}(-\d{2})?)?$/), asIs),
  codec('c', 'compare', oneOf(COMPARES), asIs),
  codec('b', 'classing', parseClassing, (c) => (c ? printClassing(c) : '')),
  codec('r', 'ramp', oneOf(RAMPS), asIs),
  codec('f', 'follow', flag, printFlag),
  codec('easy', 'easy', flag, printFlag),
  codec('lang', 'lang', oneOf(LANGS), asIs),
  codec('theme', 'theme', oneOf(THEMES), asIs),
  codec('mode', 'mode', oneOf(MODES), asIs),
] as const;
export type LinkKey = (typeof CODECS)[number]['key'] | 'map';
/** Every key a query may hold. */
export const LINK_KEYS: readonly string[] = CODECS.map(({ key }) => key);

export interface LinkProblem {
  key: string;
  raw: string;
  /** What is shown in its stead, as it would be printed in the link. */
  used: string;
  /** There is such a thing, but not for this topic. */
  unfit?: true;
}

/** Keys that need no manifest, so that language, theme and mode hold before any data has arrived. */
export function readShell(q: Query): Pick<ViewState, 'lang' | 'theme' | 'mode' | 'page'> {
  return {
    page: oneOf(PAGES)(q.get('page') ?? '') ?? PLAIN_VIEW.page,
    lang: oneOf<Lang>(LANGS)(q.get('lang') ?? '') ?? PLAIN_VIEW.lang,
    theme: oneOf(THEMES)(q.get('theme') ?? '') ?? PLAIN_VIEW.theme,
    mode: oneOf(MODES)(q.get('mode') ?? '') ?? PLAIN_VIEW.mode,
  };
}

/** The finest level an indicator is published for; what a link that says none gets. */
export function defaultLevel(summary: LinkSummary, manifest: LinkManifest): Level {
  const preferred: Level[] = [
    manifest.defaultView.level,
    'area',
    'zona',
    'prossimita',
    'quartiere',
    'comune',
    'citta',
  ];
  return preferred.find((l) => summary.levels.includes(l)) ?? summary.levels[0] ?? 'citta';
}

/** The default period: that of the first picture for its indicator, else the latest. */
export function defaultPeriod(summary: LinkSummary, manifest: LinkManifest): string {
  const { indicator, period } = manifest.defaultView;
  return summary.id === indicator ? period : (summary.periods.at(-1) ?? period);
}

const summaryOf = (manifest: LinkManifest, id: string): LinkSummary => {
  const found = manifest.indicators.find((s) => s.id === id) ?? manifest.indicators[0];
  if (!found) throw new RangeError('the manifest lists no indicator');
  return found;
};

/**
 * Reads a whole view from a migrated query. Never throws: what cannot be used is replaced by the default and reported.
 * Area codes are only checked for form here; whether they exist at the level, the state knows once geography is there.
 */
export function readView(q: Query, manifest: LinkManifest): { view: ViewState; problems: LinkProblem[] } {
  const problems: LinkProblem[] = [];
  const context: Context = { manifest, summary: summaryOf(manifest, manifest.defaultView.indicator) };
  const view: Record<string, unknown> = {};
  const read = <F extends keyof ViewState>(c: Codec<F>): void => {
    const fallback = c.fallback(context);
    const raw = q.get(c.key);
    const value = raw ? c.parse(raw, context) : undefined;
    if (raw && value === undefined)
      problems.push({ key: c.key, raw: raw.slice(0, 40), used: c.print(fallback, context) });
    view[c.field] = value ?? fallback;
  };
  for (const c of CODECS) {
    read(c as unknown as Codec<keyof ViewState>);
    if (c.field === 'indicator') context.summary = summaryOf(manifest, view.indicator as string);
  }
  return { view: view as unknown as ViewState, problems };
}

/** Prints only what differs from the default, in the order of the codecs: `?i=…&l=…&p=…`. */
export function printView(view: ViewState, manifest: LinkManifest): string {
  const context: Context = { manifest, summary: summaryOf(manifest, view.indicator) };
  const said = (CODECS as unknown as Codec<keyof ViewState>[]).flatMap((c) => {
    const value = c.print(view[c.field], context);
    return value === c.print(c.fallback(context), context) ? [] : [`${c.key}=${encodeURIComponent(value)}`];
  });
  return said.length ? `?${said.join('&')}` : '';
}

/** `map` of `#map=12.4/44.4949/11.3426`; zoom 0–22, degrees. */
export function readCamera(q: Query): Parsed<Camera> {
  const raw = q.get('map');
  if (raw === null) return { kind: 'missing' };
  const numbers = raw.split('/').map((s) => (/^-?\d+(\.\d+)?$/.test(s) ? Number(s) : NaN));
  const [zoom = NaN, lat = NaN, lon = NaN] = numbers;
  const ok = numbers.length === 3 && zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return ok ? { kind: 'valid', value: { zoom, lat, lon } } : { kind: 'invalid', raw };
}

/** Four decimals of latitude are about 11 m: enough for a camera, short in a link. */
export const printCamera = (camera: Camera | null): string =>
  camera ? `#map=${+camera.zoom.toFixed(2)}/${camera.lat.toFixed(4)}/${camera.lon.toFixed(4)}` : '';
