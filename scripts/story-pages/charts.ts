import { JSDOM } from 'jsdom';
import { calendarHeight } from '../../src/charts/calendar';
import { drawOnPaper, keyOnPaper, type SpecifiedChart } from '../../src/charts/on-paper';
import { typeSize } from '../../src/charts/plot';
import { specifyCalendar } from '../../src/charts/specs/calendar';
import { specifyDay } from '../../src/charts/specs/day';
import type { ChartView } from '../../src/charts/specs/drawing';
import { specifyHours } from '../../src/charts/specs/hours';
import { specifyPyramid } from '../../src/charts/specs/pyramid';
import { specifyScatter } from '../../src/charts/specs/scatter';
import { specifySeries } from '../../src/charts/specs/series';
import { specifySpread } from '../../src/charts/specs/spread';
import { specifyStripes } from '../../src/charts/specs/stripes';
import { breaksOf } from '../../data-build/stories/painting';
import { chartShown, fittingCharts } from '../../src/domain/charts';
import { binOf } from '../../src/domain/classify';
import { classColours } from '../../src/domain/colour';
import { PAGE_COLOURS } from '../../src/domain/colour-page';
import { isCityOnly } from '../../src/domain/display';
import { layerFor, partnersOf } from '../../src/domain/kinds';
import { readView } from '../../src/domain/link';
import { pyramidPlace } from '../../src/domain/pyramid';
import { firstSecond } from '../../src/domain/scatter';
import type { Lang } from '../../src/model/ids';
import type { ChartKind, ViewState } from '../../src/model/view';
import { mapKindOf } from '../../src/model/unit';
import { AirHoursSchema, DailySchema, PyramidsSchema, TrafficSchema } from '../../src/model/series';
import type { StoryPictures, StoryStep } from '../../src/model/story';
import { plainSvg } from './plain-svg';
import type { Block } from '../../src/domain/picture/xml';
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
const { strongLine } = PAGE_COLOURS.light;
const KEY = { theme: 'light', size: 12, width: WIDTH } as const;

interface Shown {
  chart: SpecifiedChart;
  height?: number;
  /** Where it is not the chart's own: that of the map. */
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
    const found = this.#specify(kind, chart, view, map.legend[lang]);
    if (!found) return null;
    const { shown } = found.chart;
    const size = { width: WIDTH, height: found.height ?? HEIGHT, rem: REM, document: this.#document };
    return {
      svg: plainSvg(drawOnPaper(found.chart, size).node, typeSize(REM), shown.head),
      legend: found.legend ?? keySvg(keyOnPaper(found.chart, KEY)),
      head: shown.head,
      sentence: shown.sentence,
      // The step's own words stand where an author wrote them or the chart has none, but not over another picture than theirs.
      ...(standIn || (shown.sentence && !step.altWritten) ? { alt: altOf(shown, step, lang) } : {}),
    };
  }

  #specify(kind: ChartKind, chart: ChartView, view: ViewState, mapLegend: string): Shown | null {
    switch (kind) {
      case 'series':
        return { chart: { kind, view: chart, shown: specifySeries(chart) } };
      case 'stripes': {
        const shown = specifyStripes(chart);
        return shown && { chart: { kind, shown }, height: 330 };
      }
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
      case 'hours':
        return this.#hours(chart);
    }
  }

  #spread(chart: ChartView, view: ViewState, legend: string): Shown {
    const { summary, table } = chart;
    const breaks = breaksOf(view, table);
    const colours = classColours(view.ramp ?? summary.ramp, breaks, 'light');
    const shaded = mapKindOf(summary.measure) === 'choropleth';
    const colour = (value: number) => (shaded ? colours[binOf(value, breaks)] : colours.at(-2)) ?? strongLine;
    const shown = specifySpread(chart, { colour, byRow: false });
    return { chart: { kind: 'spread', shown }, height: 260, legend: shaded ? legend : '' };
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
    return { chart: { kind: 'scatter', shown }, height: 400 };
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
    return shown && { chart: { kind: 'pyramid', shown }, height: 400 };
  }

  #calendar({ lang, theme, summary, period }: ChartView): Shown | null {
    const name = layerFor(this.#data.manifest, summary.id, 'calendar')?.file;
    const daily = name ? this.#data.file(DailySchema, name) : null;
    const asked = { measure: null, station: '', year: null };
    const shown = daily && specifyCalendar({ lang, theme, daily, indicator: summary.id, period, asked });
    if (!shown?.days.length) return null;
    return { chart: { kind: 'calendar', shown }, height: calendarHeight(WIDTH, COLUMNS) };
  }

  #day({ lang, theme, summary, period }: ChartView): Shown | null {
    const name = layerFor(this.#data.manifest, summary.id, 'day')?.file;
    const traffic = name ? this.#data.file(TrafficSchema, name) : null;
    const shown = traffic && specifyDay({ lang, theme, traffic, period, asked: { sensor: '', year: null } });
    return shown && { chart: { kind: 'day', shown } };
  }

  #hours({ lang, summary, period }: ChartView): Shown | null {
    const name = layerFor(this.#data.manifest, summary.id, 'hours')?.file;
    const air = name ? this.#data.file(AirHoursSchema, name) : null;
    const asked = { station: '', year: null };
    const shown = air && specifyHours({ lang, air, indicator: summary.id, period, asked });
    return shown && { chart: { kind: 'hours', shown } };
  }
}

function keySvg(block: Block): string {
  if (block.height <= 0) return '';
  const height = Math.ceil(block.height + 4);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">${block.draw(0, 2)}</svg>`;
}

function altOf({ head, sentence }: SpecifiedChart['shown'], { highlight }: StoryStep, lang: Lang): string {
  const it = lang === 'it';
  const names = highlight.map(({ name }) => name).join(', ');
  const said = [`${it ? 'Grafico' : 'Chart'}. ${head}`, sentence].filter(Boolean).join('. ');
  return names ? `${said.replace(/\.?$/, '.')} ${it ? 'In evidenza' : 'Highlighted'}: ${names}.` : said;
}
