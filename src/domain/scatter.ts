import type { Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import type { ChartTable } from './chart-table';
import { formatCell, formatPeriod, levelLabel, unitLabel } from './format';
import { capital } from './grammar';

/** One axis: an indicator, its period, and its cells at the level on screen. */
export interface Axis {
  summary: IndicatorSummary;
  table: Table;
  period: string;
  cells: ReadonlyMap<string, Cell>;
}

/** "Reddito medio (euro)", with its year where the two axes differ in it. */
export function axisLabel(axis: Axis, other: Axis, lang: Lang): string {
  const when = axis.period === other.period ? '' : `, ${formatPeriod(axis.period, lang)}`;
  return `${axis.summary.title[lang]}${when} (${unitLabel(axis.summary.unit, lang)})`;
}

/**
 * The second indicator before a reader has chosen one: of another theme, with the same year where there is one, first in the order
 * of the menu. Null when nothing is published at that level.
 */
export function firstSecond(
  options: readonly IndicatorSummary[],
  summary: IndicatorSummary,
  level: Level,
  period: string,
): IndicatorSummary | null {
  const there = options.filter((s) => s.levels.includes(level));
  const foreign = there.filter((s) => s.theme !== summary.theme);
  const pool = foreign.length ? foreign : there;
  return pool.find((s) => s.periods.includes(period)) ?? pool[0] ?? null;
}

/** Both numbers of every area, by name. */
export function scatterTable(
  x: Axis,
  y: Axis,
  { lang, level, geography }: { lang: Lang; level: Level; geography: Geography },
): ChartTable {
  const none: Cell = { missing: 'not-available' };
  const collator = new Intl.Collator(lang);
  const print = ({ cells, summary, table }: Axis, code: string) =>
    formatCell(cells.get(code) ?? none, summary.unit, table.decimals, lang);
  return {
    caption: `${x.summary.title[lang]} ${lang === 'it' ? 'e' : 'and'} ${y.summary.title[lang]}`,
    head: [capital(levelLabel(level, lang)), axisLabel(x, y, lang), axisLabel(y, x, lang)],
    rows: [...(geography.levels[level] ?? [])]
      .sort((a, b) => collator.compare(a.name, b.name))
      .map(({ code, name }) => ({ key: code, cells: [name, print(x, code), print(y, code)] })),
  };
}
