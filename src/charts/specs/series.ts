import { categoryColours, MOST_CATEGORIES } from '../../domain/categories';
import { valuesOf } from '../../domain/cells';
import { seriesExtent, seriesLines, seriesSentence, type SeriesLine } from '../../domain/chart-series';
import { isCityOnly } from '../../domain/display';
import { formatNumber, formatPeriod, formatValue, unitLabel } from '../../domain/format';
import { chartWords } from '../../i18n/charts';
import type { SeriesSpec } from '../series';
import type { ChartView, Specified } from './drawing';

/** Fewer values than this have no mean worth a line. */
const FEWEST_FOR_MEAN = 10;

/** The course over time: the chosen area, what contains it, the city, and all the others as a field behind them. */
export function specifySeries(view: ChartView): Specified<SeriesSpec> & { lines: SeriesLine[] } {
  const { lang, summary, table, level } = view;
  const w = chartWords(lang);
  const lines = seriesLines(view);
  const count = summary.measure === 'count';
  const columns = isCityOnly(summary) && count;
  const extent = seriesExtent(lines, count);
  /** Digits a tick needs: none once five ticks are whole steps apart. */
  const digits = extent[1] - extent[0] < 5 ? Math.max(1, table.decimals) : 0;
  const periods = table.levels[level]?.periods ?? [];
  return {
    lines,
    spec: {
      lines,
      extent,
      period: view.period,
      breaks: table.seriesBreaks
        .filter(({ period }) => periods.indexOf(period) > 0)
        .map(({ period }) => ({ period, label: w.seriesBreak(period) })),
      unit: unitLabel(summary.unit, lang),
      columns,
      reference: columns ? meanOf(view, lines) : null,
      pickedColours: categoryColours(Math.min(MOST_CATEGORIES, view.picked.length), view.theme),
      tick: (value) => formatNumber(value, digits, lang),
      read: (line, at) => ({
        title: `${line.name}, ${formatPeriod(at.period, lang)}`,
        text: formatValue(at.value, summary.unit, table.decimals, lang),
      }),
    },
    // Its periods are months, as the title of such an indicator says.
    head: w.seriesHead(summary.title[lang], view.period.length > 4),
    sentence: seriesSentence(view),
    notes: [],
  };
}

function meanOf({ lang, summary, table }: ChartView, lines: readonly SeriesLine[]): SeriesSpec['reference'] {
  const points = lines[0]?.points ?? [];
  const values = valuesOf(points.map(({ cell }) => cell));
  if (table.seriesBreaks.length || values.length < FEWEST_FOR_MEAN) return null;
  const value = values.reduce((sum, v) => sum + v, 0) / values.length;
  const printed = formatValue(value, summary.unit, table.decimals, lang);
  const label = chartWords(lang).mean(points[0]?.period ?? '', points.at(-1)?.period ?? '', printed);
  return { value, label };
}
