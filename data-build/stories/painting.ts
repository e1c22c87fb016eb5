import { breaksFor } from '../../src/domain/breaks';
import { changeMode, changesAt, changeScale, changeSpan, type ChangeDates } from '../../src/domain/change';
import { changeClassLabels, changeTicks } from '../../src/domain/change-legend';
import { changeSentences, spanLabel } from '../../src/domain/change-sentence';
import { classColours } from '../../src/domain/colour';
import type { PictureLegend } from '../../src/domain/picture';
import { captionOf, paintingOf, pictureLegend, type Painting } from '../../src/domain/picture-view';
import { sentencesOf, type Sentences } from '../../src/domain/sentence';
import type { Lang } from '../../src/model/ids';
import type { Ramp, Table } from '../../src/model/manifest';
import type { ViewState } from '../../src/model/view';
import { full, paintBivariate, paintPoints } from './painting-kinds';
import { indicator, type World } from './world';

/** A view on light paper, as the interactive map shows it: what the areas are painted with, what the legend and the words say. */
export interface Painted {
  /** Where its figures come from. */
  datasets: Table['datasets'];
  painting: Painting;
  ramp: Ramp;
  legend(lang: Lang): PictureLegend;
  sentences(lang: Lang): Sentences;
}

/** `period` stands in for the view's own where time plays. */
export function paint(view: ViewState, world: World, period = view.period): Painted {
  const own = paintOwn(view, world, period);
  switch (view.kind) {
    case 'change':
      return paintChange(view, world, period, own);
    case 'bivariate':
      return paintBivariate(view, world, period, own);
    case 'points':
      return paintPoints(view, world, own);
    default:
      return own;
  }
}

function paintOwn(view: ViewState, world: World, period: string): Painted {
  const { summary, table } = indicator(world, view.indicator);
  const { geography } = world;
  const { level } = view;
  const ramp = view.ramp ?? summary.ramp;
  const plain = paintingOf({
    summary: { ...full(summary), ramp },
    table,
    geography,
    level,
    period,
    theme: 'light',
  });
  const breaks = breaksOf(view, table);
  const painting = { ...plain, breaks, colours: classColours(ramp, breaks, 'light') };
  const extent = table.levels[level]?.extent ?? [0, 0];
  return {
    painting,
    datasets: table.datasets,
    ramp,
    legend: (lang) => pictureLegend({ lang, level, summary, table, extent, painting }),
    sentences: (lang) =>
      sentencesOf({ lang, summary: full(summary), table, geography, level, period, area: view.area }),
  };
}

/** The author's own classes, else those of the build. */
export function breaksOf({ classing, level }: ViewState, table: Table): readonly number[] {
  const column = table.levels[level];
  if (!classing || !column) return column?.breaks ?? [];
  if (classing.method === 'manual') return classing.cuts;
  const values = column.cells.filter((cell) => typeof cell === 'number');
  return breaksFor(values, { ...classing, decimals: table.decimals });
}

function paintChange(view: ViewState, world: World, period: string, own: Painted): Painted {
  const { summary, table } = indicator(world, view.indicator);
  const { geography } = world;
  const { level } = view;
  const { unit } = summary;
  const mode = changeMode(summary.measure);
  const dates: ChangeDates = changeSpan(table.levels[level]?.periods ?? [], table, view.from, period);
  const input = { table, geography, level, mode, unit };
  const scale = changeScale(input, dates);
  const changes = changesAt({ ...input, span: dates });
  const colours = classColours('change', scale.breaks, 'light');
  const painting: Painting = {
    ...own.painting,
    kind: 'choropleth',
    cells: changes,
    breaks: scale.breaks,
    colours,
  };
  return {
    painting,
    datasets: table.datasets,
    ramp: 'change',
    legend(lang) {
      const words = { ...scale, mode, unit, lang };
      const base = pictureLegend({ lang, level, summary, table, extent: scale.extent, painting });
      const by = captionOf(summary, level, lang).split(', ')[1];
      return {
        kind: 'classes',
        caption: `${lang === 'it' ? 'Variazione' : 'Change'} ${spanLabel(dates, lang)}${by ? `, ${by}` : ''}`,
        missing: base.missing,
        classes: changeClassLabels(words).map((label, i) => ({ colour: colours[i] ?? '', label })),
        ticks: changeTicks(words),
      };
    },
    sentences: (lang) => ({
      ...own.sentences(lang),
      ...changeSentences({
        lang,
        summary: full(summary),
        table,
        geography,
        level,
        span: dates,
        mode,
        decimals: scale.decimals,
        changes,
        area: view.area,
      }),
    }),
  };
}
