import type { IndicatorSummary } from '../model/manifest';
import { PLAIN_VIEW, type ViewState } from '../model/view';
import { nearestPeriod } from './period';

/** What is known of the indicators without their tables. */
interface Known {
  readonly indicators: readonly Omit<IndicatorSummary, 'table'>[];
}

/**
 * The view on the other side of a comparison: the second indicator if one is chosen, at the other date if one is chosen, on the same
 * level and with the same area. null when nothing is compared, or when the second indicator is not published at the level.
 */
export function otherSide(view: ViewState, manifest: Known): ViewState | null {
  if (view.compare === 'none') return null;
  const summary = manifest.indicators.find((s) => s.id === (view.second ?? view.indicator));
  if (!summary?.levels.includes(view.level)) return null;
  const { level, area, lang, theme, mode } = view;
  const period = nearestPeriod(summary.periods, view.from ?? view.period);
  return { ...PLAIN_VIEW, indicator: summary.id, level, period, area, lang, theme, mode };
}

/**
 * What a comparison starts with when nothing is said of the other side: the earliest date of the level, else, where the indicator
 * has a single one, the first indicator of its theme that is published at the level. `covered`: periods of the level, ascending.
 */
export function firstOther(view: ViewState, manifest: Known, covered: readonly string[]): Partial<ViewState> {
  const earliest = covered.find((p) => p !== view.period);
  if (earliest !== undefined) return { from: earliest, second: null };
  const own = manifest.indicators.find((s) => s.id === view.indicator);
  const others = manifest.indicators.filter((s) => s.id !== view.indicator && s.levels.includes(view.level));
  const sister = others.find((s) => s.theme === own?.theme) ?? others[0];
  return sister ? { second: sister.id, from: null } : {};
}
