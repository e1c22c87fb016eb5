import { LANGS, LEVELS, type Lang, type Level } from '../model/ids';
import type { IndicatorSummary, Manifest } from '../model/manifest';
import type { Camera, ViewState } from '../model/view';
import { migrate } from './migrations';

/** What became of one key of a link: used as it stands, not said, or not usable and why it matters. */
export type Parsed<T> = { kind: 'valid'; value: T } | { kind: 'missing' } | { kind: 'invalid'; raw: string };

export interface LinkProblem {
  key: 'i' | 'l' | 'p' | 'a' | 'v' | 'lang' | 'theme' | 'mode' | 'map';
  raw: string;
  /** What is shown in its stead, as it would be printed in the link. */
  used: string;
}

const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (raw: string | null): Parsed<T> => {
    if (raw === null || raw === '') return { kind: 'missing' };
    return (allowed as readonly string[]).includes(raw)
      ? { kind: 'valid', value: raw as T }
      : { kind: 'invalid', raw };
  };

export const MODES = ['full', 'embed', 'kiosk'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;
export const DISPLAYS = ['map', 'table'] as const;

const parseLang = oneOf<Lang>(LANGS);
const parseMode = oneOf(MODES);
const parseTheme = oneOf(THEMES);

/** Keys that need no manifest, so that language, theme and mode hold before any data has arrived. */
export function parseShell(search: string): Pick<ViewState, 'lang' | 'theme' | 'mode'> {
  const q = migrate(new URLSearchParams(search));
  const or = <T>(p: Parsed<T>, fallback: T): T => (p.kind === 'valid' ? p.value : fallback);
  return {
    lang: or(parseLang(q.get('lang')), 'it'),
    theme: or(parseTheme(q.get('theme')), 'auto'),
    mode: or(parseMode(q.get('mode')), 'full'),
  };
}

/** The finest level an indicator is published for; what a link that says none gets. */
export function defaultLevel(summary: IndicatorSummary, manifest: Manifest): Level {
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
export function defaultPeriod(summary: IndicatorSummary, manifest: Manifest): string {
  const { indicator, period } = manifest.defaultView;
  return summary.id === indicator ? period : (summary.periods.at(-1) ?? period);
}

const summaryOf = (manifest: Manifest, id: string): IndicatorSummary => {
  const found = manifest.indicators.find((s) => s.id === id) ?? manifest.indicators[0];
  if (!found) throw new RangeError('the manifest lists no indicator');
  return found;
};

/**
 * Reads a whole view from a query string. Never throws: what cannot be used is replaced by the default and reported.
 * The area code is only checked for form here; whether it exists at the level, the state knows once geography is there.
 */
export function parseView(search: string, manifest: Manifest): { view: ViewState; problems: LinkProblem[] } {
  const q = migrate(new URLSearchParams(search));
  const problems: LinkProblem[] = [];
  const take = <T extends string>(key: LinkProblem['key'], parsed: Parsed<T>, fallback: T): T => {
    if (parsed.kind === 'invalid') problems.push({ key, raw: parsed.raw.slice(0, 40), used: fallback });
    return parsed.kind === 'valid' ? parsed.value : fallback;
  };
  const indicator = take(
    'i',
    oneOf(manifest.indicators.map((s) => s.id))(q.get('i')),
    manifest.defaultView.indicator,
  );
  const summary = summaryOf(manifest, indicator);
  const level = take(
    'l',
    oneOf(LEVELS.filter((l) => summary.levels.includes(l)))(q.get('l')),
    defaultLevel(summary, manifest),
  );
  const period = take('p', oneOf(summary.periods)(q.get('p')), defaultPeriod(summary, manifest));
  const rawArea = q.get('a');
  const area = rawArea && /^[A-Z0-9]{1,6}$/.test(rawArea) ? rawArea : null;
  if (rawArea && !area) problems.push({ key: 'a', raw: rawArea.slice(0, 40), used: '' });
  return {
    view: {
      indicator,
      level,
      period,
      area,
      display: take('v', oneOf(DISPLAYS)(q.get('v')), 'map'),
      lang: take('lang', parseLang(q.get('lang')), 'it'),
      theme: take('theme', parseTheme(q.get('theme')), 'auto'),
      mode: take('mode', parseMode(q.get('mode')), 'full'),
    },
    problems,
  };
}

/** Prints only what differs from the default, in a fixed order: `?i=…&l=…&p=…&a=…&v=…&lang=…&theme=…&mode=…`. */
export function printView(view: ViewState, manifest: Manifest): string {
  const summary = summaryOf(manifest, view.indicator);
  const parts: [string, string, string][] = [
    ['i', view.indicator, manifest.defaultView.indicator],
    ['l', view.level, defaultLevel(summary, manifest)],
    ['p', view.period, defaultPeriod(summary, manifest)],
    ['a', view.area ?? '', ''],
    ['v', view.display, 'map'],
    ['lang', view.lang, 'it'],
    ['theme', view.theme, 'auto'],
    ['mode', view.mode, 'full'],
  ];
  const said = parts
    .filter(([, value, fallback]) => value !== fallback)
    .map(([k, value]) => `${k}=${encodeURIComponent(value)}`);
  return said.length ? `?${said.join('&')}` : '';
}

/** `#map=12.4/44.4949/11.3426`; zoom 0–22, degrees. */
export function parseCamera(hash: string): Parsed<Camera> {
  const raw = new URLSearchParams(hash.replace(/^#/, '')).get('map');
  if (raw === null) return { kind: 'missing' };
  const numbers = raw.split('/').map((s) => (/^-?\d+(\.\d+)?$/.test(s) ? Number(s) : NaN));
  const [zoom = NaN, lat = NaN, lon = NaN] = numbers;
  const ok = numbers.length === 3 && zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return ok ? { kind: 'valid', value: { zoom, lat, lon } } : { kind: 'invalid', raw };
}

/** Four decimals of latitude are about 11 m: enough for a camera, short in a link. */
export const printCamera = (camera: Camera | null): string =>
  camera ? `#map=${+camera.zoom.toFixed(2)}/${camera.lat.toFixed(4)}/${camera.lon.toFixed(4)}` : '';
