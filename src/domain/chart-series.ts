import { isValue, type Cell } from '../model/cell';
import { CITY_CODE, type Lang, type Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { seriesOf, valuesOf } from './cells';
import type { ChartTable } from './chart-table';
import { differenceInPrint, formatCell, formatNumber, formatPeriod, levelLabel, unitLabel } from './format';
import { allOf, capital, fromTo, inPeriod, list, thePlace } from './grammar';
import { against, changeSentence, printed, rangeOverTime, sameInPrint, type Saying } from './phrases';

/** What a line stands for: the chosen area, one taken with others, what contains it, the city, or one of all the rest. */
export type LineRole = 'own' | 'picked' | 'container' | 'city' | 'other';

export interface SeriesLine {
  level: Level;
  code: string;
  name: string;
  role: LineRole;
  /** In the order of the level's periods; a missing cell keeps its place, so that the line has a gap there. */
  points: readonly { period: string; cell: Cell }[];
}

export interface SeriesView {
  lang: Lang;
  summary: IndicatorSummary;
  table: Table;
  geography: Geography;
  level: Level;
  period: string;
  area: string | null;
  picked: readonly string[];
}

/**
 * Lines of a course over time, those drawn last on top. A count is not set beside what contains it: the part is smaller than the
 * whole and would lie flat at the bottom.
 */
export function seriesLines(view: SeriesView): SeriesLine[] {
  const { table, geography, level, summary } = view;
  const line = (at: Level, code: string, name: string, role: LineRole): SeriesLine => ({
    level: at,
    code,
    name,
    role,
    points: seriesOf(table, geography, at, code),
  });
  const roleOf = (code: string): LineRole =>
    code === view.area ? 'own' : view.picked.includes(code) ? 'picked' : 'other';
  const areas = geography.levels[level] ?? [];
  const lines = areas.map(({ code, name }) =>
    line(level, code, name, level === 'citta' ? 'own' : roleOf(code)),
  );
  if (summary.measure !== 'count' && level !== 'citta') {
    if (table.levels.citta) lines.push(line('citta', CITY_CODE, 'Bologna', 'city'));
    const parents = areas.find(({ code }) => code === view.area)?.parents;
    for (const up of ['quartiere', 'zona'] as const) {
      const code = parents?.[up];
      const held = geography.levels[up]?.find((area) => area.code === code);
      if (up !== level && held && table.levels[up]) lines.push(line(up, held.code, held.name, 'container'));
    }
  }
  const order: LineRole[] = ['other', 'container', 'city', 'picked', 'own'];
  return lines
    .filter(({ points }) => points.some(({ cell }) => isValue(cell)))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Highest and lowest value to be shown, zero included for counts. */
export function seriesExtent(lines: readonly SeriesLine[], fromZero: boolean): [number, number] {
  const values = lines.flatMap(({ points }) => valuesOf(points.map(({ cell }) => cell)));
  if (!values.length) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (fromZero) return [Math.min(0, low), Math.max(0, high) || 1];
  return low === high ? [low - Math.abs(low || 1) * 0.1, high + Math.abs(high || 1) * 0.1] : [low, high];
}

/** The first period of the method in force at `period`: nothing before it can be set against it. */
export function sinceBreak(table: Table, periods: readonly string[], period: string): string | undefined {
  const last = table.seriesBreaks
    .map((mark) => mark.period)
    .filter((at) => at <= period)
    .sort()
    .at(-1);
  return periods.find((at) => last === undefined || at >= last);
}

/**
 * What the chart tells beyond the finding: of a chosen area how far it stood from the city then and now, of all areas how many rose
 * and how many fell, of the city alone two stretches of ten years.
 */
export function seriesSentence(view: SeriesView): string {
  const { lang, summary, table, geography, level, area } = view;
  const say: Saying = {
    lang,
    unit: summary.unit,
    measure: summary.measure,
    decimals: table.decimals,
    change: summary.ramp === 'change',
  };
  if (level === 'citta') return decades(view, say);
  const own = geography.levels[level]?.find(({ code }) => code === area);
  return (own && ownSentence(view, say, own)) || riseAndFall(view, say);
}

/** Years of a stretch whose mean evens out single years. */
const DECADE = 10;

/** "In media 37 notti nel 2001–2010, 48 notti nel 2015–2024.": two stretches that do not overlap; '' for a series too short or broken. */
function decades({ lang, table, geography }: SeriesView, say: Saying): string {
  const points = seriesOf(table, geography, 'citta', CITY_CODE);
  // Twenty months are no two decades.
  const years = points.every(({ period }) => period.length === 4);
  if (!years || points.length < 2 * DECADE || table.seriesBreaks.length) return '';
  const mean = (part: readonly { period: string; cell: Cell }[]) => {
    const values = valuesOf(part.map(({ cell }) => cell));
    const value = values.reduce((sum, v) => sum + v, 0) / (values.length || 1);
    return { text: printed(say, value), span: `${part[0]!.period}–${part.at(-1)!.period}` };
  };
  const [then, now] = [mean(points.slice(0, DECADE)), mean(points.slice(-DECADE))];
  return lang === 'it'
    ? `In media sono ${then.text} nel ${then.span} e ${now.text} nel ${now.span}.`
    : `On average ${then.text} in ${then.span} and ${now.text} in ${now.span}.`;
}

function ownSentence(view: SeriesView, say: Saying, own: { code: string; name: string }): string {
  const { lang, table, geography, level, period } = view;
  const spot = { level, code: own.code };
  const range = rangeOverTime(say, table, geography, spot, period);
  const city = new Map(
    seriesOf(table, geography, 'citta', CITY_CODE).map(({ period: at, cell }) => [at, cell]),
  );
  const since = sinceBreak(table, table.levels[level]?.periods ?? [], period);
  const pairs = seriesOf(table, geography, level, own.code).flatMap(({ period: at, cell }) => {
    const other = city.get(at);
    return since !== undefined && at >= since && at <= period && isValue(cell) && other && isValue(other)
      ? [{ at, gap: differenceInPrint(cell.value, other.value, say.decimals), city: other.value }]
      : [];
  });
  const [first, now] = [pairs[0], pairs.at(-1)];
  if (say.measure === 'count' || !first || !now || first === now) {
    return [changeSentence(say, table, geography, spot, period), range].filter(Boolean).join(' ');
  }
  const it = lang === 'it';
  const beside = ({ gap, city: value }: typeof first, what: string) =>
    against(say, gap, gap === 0, value, what);
  const then = beside(first, it ? 'il valore della città' : 'the city value');
  const today = beside(now, it ? 'quello della città' : 'the city');
  const latest = now.at === table.levels[level]?.periods.at(-1);
  const who = capital(thePlace({ name: own.name, level }, lang));
  const [when, whenNow] = [inPeriod(first.at, lang), inPeriod(now.at, lang)];
  const told = it
    ? `${who} era ${then} ${when} ed ${latest ? 'è' : 'era'} ${today} ${whenNow}.`
    : `${who} was ${then} ${when} and ${latest ? 'is' : 'was'} ${today} ${whenNow}.`;
  return [told, range].filter(Boolean).join(' ');
}

function riseAndFall({ lang, table, geography, level, period }: SeriesView, say: Saying): string {
  const since = sinceBreak(table, table.levels[level]?.periods ?? [], period);
  if (since === undefined || since === period) return '';
  const counts = { up: 0, down: 0, same: 0 };
  for (const { code } of geography.levels[level] ?? []) {
    const course = seriesOf(table, geography, level, code);
    const at = (wanted: string) => course.find((point) => point.period === wanted)?.cell;
    const [then, now] = [at(since), at(period)];
    if (!then || !now || !isValue(then) || !isValue(now)) continue;
    if (sameInPrint(say, then.value, now.value)) counts.same += 1;
    else if (now.value > then.value) counts.up += 1;
    else counts.down += 1;
  }
  const all = counts.up + counts.down + counts.same;
  if (all === 0) return '';
  const head = capital(fromTo(since, period, lang));
  const among = allOf(level, all, lang);
  const it = lang === 'it';
  const parts = (
    [
      [counts.up, it ? 'salito' : 'rose'],
      [counts.down, it ? 'sceso' : 'fell'],
      [counts.same, it ? 'rimasto uguale' : 'stayed the same'],
    ] as const
  )
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${word} in ${n}`);
  return it
    ? `${head}, tra ${among} con un valore in entrambi gli anni, il valore è ${list(parts, lang)}.`
    : `${head}, across ${among} with a value in both years, the value ${list(parts, lang)}.`;
}

const periodHead = (periods: readonly string[], lang: Lang): string => {
  const months = periods.some((at) => at.length > 4);
  return lang === 'it' ? (months ? 'Periodo' : 'Anno') : months ? 'Period' : 'Year';
};

/** Period by period, one column a line: those that are named in the chart, or all areas where none is chosen. */
export function seriesTable(view: SeriesView, lines: readonly SeriesLine[]): ChartTable {
  const { lang, summary, table, level } = view;
  const named = lines.filter(({ role }) => role === 'own' || role === 'picked');
  const beside = lines.filter(({ role }) => role === 'city' || role === 'container');
  const shown = [...(named.length ? named : lines.filter(({ role }) => role === 'other')), ...beside];
  const periods = table.levels[level]?.periods ?? [];
  const cellAt = (line: SeriesLine, period: string): Cell =>
    line.points.find((point) => point.period === period)?.cell ?? { missing: 'not-available' };
  // All areas: one row an area reads better than ninety columns.
  const wide = shown.length > 6;
  const text = (cell: Cell) =>
    isValue(cell)
      ? formatNumber(cell.value, table.decimals, lang)
      : formatCell(cell, summary.unit, table.decimals, lang);
  const caption = `${summary.title[lang]} (${unitLabel(summary.unit, lang)})`;
  const label = ({ name, level: at }: SeriesLine) =>
    at === level || at === 'citta' ? name : `${name} (${levelLabel(at, lang)})`;
  if (wide)
    return {
      caption,
      head: [capital(levelLabel(level, lang)), ...periods.map((at) => formatPeriod(at, lang))],
      rows: shown.map((line) => ({
        ...(line.level === level ? { key: line.code } : {}),
        cells: [label(line), ...periods.map((at) => text(cellAt(line, at)))],
      })),
    };
  return {
    caption,
    head: [periodHead(periods, lang), ...shown.map(label)],
    rows: periods.map((at) => ({
      cells: [formatPeriod(at, lang), ...shown.map((line) => text(cellAt(line, at)))],
    })),
  };
}

/** "Bolognina 2015: 21,3%": what is read at one point of a line. */
export function pointText(
  { summary, table, lang }: Pick<SeriesView, 'summary' | 'table' | 'lang'>,
  line: Pick<SeriesLine, 'name'>,
  point: { period: string; cell: Cell },
): string {
  return `${line.name}, ${formatPeriod(point.period, lang)}: ${formatCell(point.cell, summary.unit, table.decimals, lang)}`;
}
