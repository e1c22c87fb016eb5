import { JSDOM } from 'jsdom';
import { calendarChart, calendarHeight } from '../../src/charts/calendar';
import { dayChart } from '../../src/charts/day';
import type { ChartPoint, ChartSize, Drawn } from '../../src/charts/plot';
import { typeSize } from '../../src/charts/plot';
import { pyramidChart } from '../../src/charts/pyramid';
import { scatterChart } from '../../src/charts/scatter';
import { seriesChart } from '../../src/charts/series';
import { specifyCalendar } from '../../src/charts/specs/calendar';
import { specifyDay } from '../../src/charts/specs/day';
import type { ChartView } from '../../src/charts/specs/drawing';
import { specifyPyramid } from '../../src/charts/specs/pyramid';
import { specifyScatter } from '../../src/charts/specs/scatter';
import { specifySeries } from '../../src/charts/specs/series';
import { specifySpread } from '../../src/charts/specs/spread';
import { specifyStripes } from '../../src/charts/specs/stripes';
import { spreadChart } from '../../src/charts/spread';
import { stripesChart } from '../../src/charts/stripes';
import { breaksOf } from '../../data-build/stories/painting';
import { chartShown, fittingCharts } from '../../src/domain/charts';
import { binOf } from '../../src/domain/classify';
import { classColours } from '../../src/domain/colour';
import { PAGE_COLOURS } from '../../src/domain/colour-page';
import { textWidth } from '../../src/domain/picture/lines';
import { isCityOnly } from '../../src/domain/display';
import { levelLabel } from '../../src/domain/format';
import { capital } from '../../src/domain/grammar';
import { layerFor, partnersOf } from '../../src/domain/kinds';
import { readView } from '../../src/domain/link';
import { pyramidPlace } from '../../src/domain/pyramid';
import { firstSecond } from '../../src/domain/scatter';
import type { Lang } from '../../src/model/ids';
import type { ChartKind, ViewState } from '../../src/model/view';
import { mapKindOf } from '../../src/model/unit';
import { DailySchema, PyramidsSchema, TrafficSchema } from '../../src/model/series';
import type { StoryPictures, StoryStep } from '../../src/model/story';
import { calendarKey, entriesKey, lineSign, noteKey } from './chart-key';
import { plainSvg } from './plain-svg';
import type { Published } from './published';

/** A chart drawn for one language: its picture, what stands under it, what it says. */
export interface ChartPicture {
  svg: string;
  legend: string;
  head: string;
  sentence: string;
  /** Its own text alternative; left out where that of the step says more. */
  alt?: string;
}

/**
 * Narrow enough that its letters are still read where a phone shows it at four fifths, and not too large in the column of a desktop.
 */
const WIDTH = 420;
const REM = 15;
const HEIGHT = 300;
const COLUMNS = 3;
const { accent, paper, strongLine } = PAGE_COLOURS.light;

interface Shown {
  drawn: Drawn;
  head: string;
  sentence: string;
  legend?: string;
}

/** What a chart is drawn from. */
export type ChartData = Pick<Published, 'manifest' | 'geography' | 'table' | 'file'>;

/** What draws the charts of story steps: the very charts of the app, in a document without a browser. */
export class ChartDrawer {
  readonly #data: ChartData;
  readonly #document = new JSDOM('').window.document;

  constructor(data: ChartData) {
    this.#data = data;
  }

  /** The chart of a step in a language; null where it shows a map or a table. */
  picture(step: StoryStep, map: StoryPictures['pictures'][string], lang: Lang): ChartPicture | null {
    const { manifest } = this.#data;
    const { view } = readView(new URLSearchParams(step.view), manifest);
    const summary = manifest.indicators.find(({ id }) => id === view.indicator);
    // A still map of the city alone is one colour: what moves in it on the screen is told by its course here.
    const standIn = summary !== undefined && view.display === 'map' && isCityOnly(summary);
    if (!summary || (view.display !== 'charts' && !standIn)) return null;
    const table = this.#data.table(summary.id);
    const kind = chartShown(standIn ? 'series' : view.chart, fittingCharts(summary, table, manifest));
    if (!kind) return null;
    const chart: ChartView = {
      lang,
      summary,
      table,
      geography: this.#data.geography,
      level: view.level,
      period: step.play?.[1] ?? view.period,
      area: view.area,
      picked: [...new Set([...view.picked, ...step.highlight.map(({ code }) => code)])].sort(),
      theme: 'light',
    };
    const shown = this.#draw(kind, chart, view, map.legend[lang]);
    if (!shown) return null;
    return {
      svg: plainSvg(shown.drawn.node, typeSize(REM), shown.head),
      legend: shown.legend ?? '',
      head: shown.head,
      sentence: shown.sentence,
      // The step's own words stand where an author wrote them or the chart has none, but not over another picture than theirs.
      ...(standIn || (shown.sentence && !step.altWritten) ? { alt: altOf(shown, step, lang) } : {}),
    };
  }

  #size(height = HEIGHT): ChartSize {
    return { width: WIDTH, height, rem: REM, document: this.#document };
  }

  #draw(kind: ChartKind, chart: ChartView, view: ViewState, mapLegend: string): Shown | null {
    switch (kind) {
      case 'series':
        return this.#series(chart);
      case 'stripes':
        return this.#stripes(chart);
      case 'spread':
        return this.#spread(chart, view, mapLegend);
      case 'scatter':
        return this.#scatter(chart, view);
      case 'pyramid':
        return this.#pyramid(chart);
      case 'calendar':
        return this.#calendar(chart);
      case 'day':
        return this.#day(chart);
    }
  }

  #series(chart: ChartView): Shown {
    const { lines, spec, ...words } = specifySeries(chart);
    const last = chart.table.levels[chart.level]?.periods.at(-1) === chart.period;
    const drawn = seriesChart(
      {
        ...spec,
        nameOthers: true,
        ...(last ? { endValue: (line, at) => spec.read(line, at).text } : {}),
      },
      this.#size(),
    );
    const own = lines.find(({ role }) => role === 'own');
    const key = spec.columns ? chart.period : own?.code;
    const title = own && spec.read(own, { period: chart.period, value: 0 }).title;
    if (spec.columns || !last) label(drawn, spec.columns, (p) => p.key === key && p.title === title);
    const others = lines.some(({ role }) => role === 'other');
    const name = capital(levelLabel(chart.level, chart.lang, { plural: true }));
    return {
      drawn,
      ...words,
      ...(others ? { legend: entriesKey([{ sign: lineSign(strongLine, 1), label: name }], WIDTH) } : {}),
    };
  }

  #stripes(chart: ChartView): Shown | null {
    const shown = specifyStripes(chart);
    return shown && { drawn: stripesChart(shown.spec, this.#size(330)), ...shown };
  }

  #spread(chart: ChartView, view: ViewState, legend: string): Shown {
    const { summary, table } = chart;
    const breaks = breaksOf(view, table);
    const colours = classColours(view.ramp ?? summary.ramp, breaks, 'light');
    const shaded = mapKindOf(summary.measure) === 'choropleth';
    const colour = (value: number) => (shaded ? colours[binOf(value, breaks)] : colours.at(-2)) ?? strongLine;
    const shown = specifySpread(chart, { colour, byRow: false });
    return { drawn: spreadChart(shown.spec, this.#size(260)), ...shown, legend: shaded ? legend : '' };
  }

  #scatter(chart: ChartView, view: ViewState): Shown | null {
    const { summary, level, period } = chart;
    const options = partnersOf(summary, this.#data.manifest).filter((s) => s.levels.includes(level));
    const second =
      options.find(({ id }) => id === view.second) ?? firstSecond(options, summary, level, period);
    if (!second) return null;
    const breaks = breaksOf(view, chart.table);
    const colours = classColours(view.ramp ?? summary.ramp, breaks, 'light');
    const shown = specifyScatter(chart, {
      second: { summary: second, table: this.#data.table(second.id) },
      people: null,
      colour: (value) => colours[binOf(value, breaks)] ?? strongLine,
    });
    return { drawn: scatterChart(shown.spec, this.#size(400)), ...shown };
  }

  #pyramid({ lang, geography, level, area, period }: ChartView): Shown | null {
    const place = pyramidPlace(geography, level, area);
    const own = place && this.#data.file(PyramidsSchema, `series.pyramid.${place.level}`);
    if (!place || !own) return null;
    const shown = specifyPyramid({
      lang,
      period,
      place,
      asked: geography.levels[level]?.find(({ code }) => code === area)?.name ?? null,
      own,
      city: place.level === 'comune' ? null : this.#data.file(PyramidsSchema, 'series.pyramid.citta'),
    });
    if (!shown) return null;
    return {
      drawn: pyramidChart(shown.spec, this.#size(400)),
      ...shown,
      legend: shown.outlineNote ? noteKey(shown.outlineNote, WIDTH) : '',
    };
  }

  #calendar({ lang, theme, summary, period }: ChartView): Shown | null {
    const name = layerFor(this.#data.manifest, summary.id, 'calendar')?.file;
    const daily = name ? this.#data.file(DailySchema, name) : null;
    const asked = { measure: null, station: '', year: null };
    const shown = daily && specifyCalendar({ lang, theme, daily, indicator: summary.id, period, asked });
    if (!shown?.days.length) return null;
    return {
      drawn: calendarChart({ ...shown.spec, columns: COLUMNS }, this.#size(calendarHeight(WIDTH, COLUMNS))),
      ...shown,
      legend: calendarKey(shown.key, WIDTH),
    };
  }

  #day({ lang, theme, summary, period }: ChartView): Shown | null {
    const name = layerFor(this.#data.manifest, summary.id, 'day')?.file;
    const traffic = name ? this.#data.file(TrafficSchema, name) : null;
    const shown = traffic && specifyDay({ lang, theme, traffic, period, asked: { sensor: '', year: null } });
    if (!shown) return null;
    const entries = shown.spec.curves.map(({ year, own, few, colour }) => ({
      label: year,
      sign: lineSign(own ? accent : colour, own ? 2.8 : 1.6, few ? '3,3' : ''),
    }));
    return { drawn: dayChart(shown.spec, this.#size()), ...shown, legend: entriesKey(entries, WIDTH) };
  }
}

function altOf({ head, sentence }: Shown, { highlight }: StoryStep, lang: Lang): string {
  const it = lang === 'it';
  const names = highlight.map(({ name }) => name).join(', ');
  const said = [`${it ? 'Grafico' : 'Chart'}. ${head}`, sentence].filter(Boolean).join('. ');
  return names ? `${said.replace(/\.?$/, '.')} ${it ? 'In evidenza' : 'Highlighted'}: ${names}.` : said;
}

/** Writes the value of a point over its column or beside its line: what a reader of the app would point at. */
function label({ node, points }: Drawn, columns: boolean, which: (point: ChartPoint) => boolean): void {
  const point = points.find(which);
  if (!point) return;
  const half = textWidth(point.text, 'bold', typeSize(REM)) / 2;
  const beside = !columns && point.x < WIDTH - 3 * half ? 'start' : null;
  const side = beside ?? (point.x > WIDTH - half ? 'end' : point.x < half + 2.9 * REM ? 'start' : 'middle');
  const left = point.x - (side === 'middle' ? half : side === 'end' ? 2 * half : 0);
  // Above whatever stands under the words, not only above its own point.
  const under = points.filter(({ x }) => x > left - 0.4 * REM && x < left + 2 * half + 0.4 * REM);
  const top = Math.min(...under.map(({ y }) => y));
  const text = node.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'text');
  for (const [name, value] of Object.entries({
    x: point.x + (beside ? 0.6 * REM : side === 'end' ? 0.4 * REM : 0),
    y: beside ? point.y + 0.28 * REM : columns ? top - 0.45 * REM : point.y - 0.55 * REM,
    'text-anchor': side,
    'font-weight': 600,
    fill: accent,
    stroke: paper,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }))
    text.setAttribute(name, String(value));
  text.textContent = point.text;
  node.append(text);
}
