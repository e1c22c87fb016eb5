import { PAGE_COLOURS } from '../domain/colour-page';
import { levelLabel } from '../domain/format';
import { capital } from '../domain/grammar';
import { textWidth } from '../domain/picture/lines';
import { EMPTY, type Block } from '../domain/picture/xml';
import { calendarChart, columnsIn } from './calendar';
import { dayChart, monthsChart } from './day';
import { hoursChart } from './hours';
import { calendarBlock, entriesBlock, lineSign, noteBlock, type KeyLook } from './paper-key';
import { typeSize, type ChartPoint, type ChartSize, type Drawn } from './plot';
import { pyramidChart } from './pyramid';
import { scatterChart } from './scatter';
import { seriesChart } from './series';
import type { specifyCalendar } from './specs/calendar';
import type { specifyDay } from './specs/day';
import type { ChartView } from './specs/drawing';
import type { specifyHours } from './specs/hours';
import type { specifyPyramid } from './specs/pyramid';
import type { specifyScatter } from './specs/scatter';
import type { specifySeries } from './specs/series';
import type { specifySpread } from './specs/spread';
import type { specifyStripes } from './specs/stripes';
import { spreadChart } from './spread';
import { stripesChart } from './stripes';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any specification of a chart: only what it returns counts
type Of<Specify extends (...input: any[]) => unknown> = NonNullable<ReturnType<Specify>>;

/** What a chart shows, specified: the same for the screen, a picture to take away and the page of a story. */
export type SpecifiedChart =
  | { kind: 'series'; view: ChartView; shown: Of<typeof specifySeries> }
  | { kind: 'stripes'; shown: Of<typeof specifyStripes> }
  | { kind: 'spread'; shown: Of<typeof specifySpread> }
  | { kind: 'scatter'; shown: Of<typeof specifyScatter> }
  | { kind: 'pyramid'; shown: Of<typeof specifyPyramid> }
  | { kind: 'calendar'; shown: Of<typeof specifyCalendar> }
  | { kind: 'day'; shown: Of<typeof specifyDay> }
  | { kind: 'hours'; shown: Of<typeof specifyHours> };

/** The chart of the app where nothing can be pointed at: what a reader would point at is written. */
export function drawOnPaper(chart: SpecifiedChart, size: ChartSize): Drawn {
  switch (chart.kind) {
    case 'series':
      return seriesOnPaper(chart, size);
    case 'stripes':
      return stripesChart(chart.shown.spec, size);
    case 'spread':
      return spreadChart(chart.shown.spec, size);
    case 'scatter':
      return scatterChart(chart.shown.spec, size);
    case 'pyramid':
      return pyramidChart(chart.shown.spec, size);
    case 'calendar':
      return calendarChart({ ...chart.shown.spec, columns: columnsIn(size) }, size);
    case 'day':
      return dayChart(chart.shown.spec, size);
    case 'hours':
      return hoursChart(chart.shown.spec, size);
  }
}

/** What the screen shows below the chart: the months under the hours of a day. */
export const alsoOnPaper = (chart: SpecifiedChart): ((size: ChartSize) => Drawn) | null =>
  chart.kind === 'day' ? (size) => monthsChart(chart.shown.months, size) : null;

/** What the lines and signs of a chart mean, as far as it does not write it itself. */
export function keyOnPaper(chart: SpecifiedChart, look: KeyLook): Block {
  const { accent, strongLine } = PAGE_COLOURS[look.theme];
  switch (chart.kind) {
    case 'series': {
      const { level, lang } = chart.view;
      const label = capital(levelLabel(level, lang, { plural: true }));
      const others = chart.shown.lines.some(({ role }) => role === 'other');
      return entriesBlock(others ? [{ sign: lineSign(strongLine, 1), label }] : [], look);
    }
    case 'pyramid':
      return chart.shown.outlineNote ? noteBlock(chart.shown.outlineNote, look) : EMPTY;
    case 'calendar':
      return calendarBlock(chart.shown.key, look);
    case 'day':
      return entriesBlock(
        chart.shown.spec.curves.map(({ year, own, few, colour }) => ({
          label: year,
          sign: lineSign(own ? accent : colour, own ? 2.8 : 1.6, few ? '3,3' : ''),
        })),
        look,
      );
    default:
      return EMPTY;
  }
}

function seriesOnPaper(
  { view, shown: { lines, spec } }: Extract<SpecifiedChart, { kind: 'series' }>,
  size: ChartSize,
): Drawn {
  const { table, level, period } = view;
  const last = table.levels[level]?.periods.at(-1) === period;
  const drawn = seriesChart(
    {
      ...spec,
      nameOthers: true,
      ...(last ? { endValue: (line, at) => spec.read(line, at).text } : {}),
    },
    size,
  );
  const own = lines.find(({ role }) => role === 'own');
  const key = spec.columns ? period : own?.code;
  const title = own && spec.read(own, { period, value: 0 }).title;
  if (spec.columns || !last) label(drawn, spec.columns, size, (p) => p.key === key && p.title === title);
  return drawn;
}

/** Writes the value of a point over its column or beside its line: what a reader of the app would point at. */
function label(
  { node, points }: Drawn,
  columns: boolean,
  { width, rem }: ChartSize,
  which: (point: ChartPoint) => boolean,
): void {
  const point = points.find(which);
  if (!point) return;
  const half = textWidth(point.text, 'bold', typeSize(rem)) / 2;
  const beside = !columns && point.x < width - 3 * half ? 'start' : null;
  const side = beside ?? (point.x > width - half ? 'end' : point.x < half + 2.9 * rem ? 'start' : 'middle');
  const left = point.x - (side === 'middle' ? half : side === 'end' ? 2 * half : 0);
  // Above whatever stands under the words, not only above its own point.
  const under = points.filter(({ x }) => x > left - 0.4 * rem && x < left + 2 * half + 0.4 * rem);
  const top = Math.min(...under.map(({ y }) => y));
  const text = node.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'text');
  for (const [name, value] of Object.entries({
    x: point.x + (beside ? 0.6 * rem : side === 'end' ? 0.4 * rem : 0),
    y: beside ? point.y + 0.28 * rem : columns ? top - 0.45 * rem : point.y - 0.55 * rem,
    'text-anchor': side,
    'font-weight': 600,
    fill: 'var(--accent)',
    stroke: 'var(--paper)',
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }))
    text.setAttribute(name, String(value));
  text.textContent = point.text;
  node.append(text);
}
