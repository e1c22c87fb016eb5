import { stripesOf, stripesSentence, type Stripes } from '../../domain/baseline';
import { changeColour } from '../../domain/colour-scale';
import { formatDifference, formatPeriod, formatValue, unitLabel } from '../../domain/format';
import { chartWords } from '../../i18n/charts';
import type { StripesSpec } from '../stripes';
import type { ChartView, Specified } from './drawing';

/** The city's years in colour, from a baseline that is stated; null without values. */
export function specifyStripes(view: ChartView): (Specified<StripesSpec> & { stripes: Stripes }) | null {
  const { lang, summary, table, geography, theme } = view;
  const w = chartWords(lang);
  const stripes = stripesOf(summary, table, geography);
  if (!stripes) return null;
  const { unit } = summary;
  const decimals = Math.max(table.decimals, 0);
  const digits = stripes.reach < 5 ? Math.max(1, decimals) : 0;
  const signed = (value: number, places: number) => formatDifference(value, unit, places, lang);
  const { reference } = stripes;
  return {
    stripes,
    spec: {
      stripes: stripes.stripes,
      reach: stripes.reach,
      period: view.period,
      colour: (at) => changeColour(at, theme),
      unit: reference ? w.stripesUnit(unitLabel(unit, lang), ...reference) : unitLabel(unit, lang),
      // The unit stands over the axis once: a tick is a signed number alone.
      tick: (value) => formatDifference(value, 'number', digits, lang),
      read: ({ period, value, anomaly }) => ({
        title: formatPeriod(period, lang),
        text: reference
          ? `${formatValue(value, unit, decimals, lang)} (${signed(anomaly, Math.max(1, decimals))})`
          : signed(value, decimals),
      }),
    },
    head: w.stripesHead(summary.title[lang]),
    sentence: stripesSentence(stripes, { summary, table, lang }),
    notes: [],
  };
}
