import type { IndicatorSummary } from '../model/manifest';
import type { Display } from '../model/view';

/** Known of the city alone: a map of it would be one colour. */
export const isCityOnly = ({ levels }: Pick<IndicatorSummary, 'levels'>): boolean =>
  levels.every((level) => level === 'citta');

/** What an indicator opens with when a link does not say. */
export const defaultDisplay = (summary: Pick<IndicatorSummary, 'levels'>): Display =>
  isCityOnly(summary) ? 'charts' : 'map';
