import { BIVARIATE_BREAKS, bivariateOf } from '../../src/domain/bivariate';
import { axisName, bivariateSentences, type Axis } from '../../src/domain/bivariate-sentence';
import { cellsAt } from '../../src/domain/cells';
import { bivariateColours } from '../../src/domain/colour-bivariate';
import { formatNumber, formatPeriod } from '../../src/domain/format';
import { layerFor } from '../../src/domain/kinds';
import { nearestPeriod } from '../../src/domain/period';
import { bivariateKey, pointsPicture } from '../../src/domain/picture/kind-keys';
import { pictureLegend, type Painting } from '../../src/domain/picture-view';
import type { Lang } from '../../src/model/ids';
import type { IndicatorSummary } from '../../src/model/manifest';
import type { ViewState } from '../../src/model/view';
import type { Painted } from './painting';
import { indicator, type Summary, type World } from './world';

/** Tables are not loaded by their address here. */
const NO_TABLE = { path: '-', bytes: 1, sha256: '' };
export const full = (summary: Summary): IndicatorSummary => ({ ...summary, table: NO_TABLE });

/** Two numbers in nine colours, the other one at the nearest date it has. */
export function paintBivariate(view: ViewState, world: World, period: string, own: Painted): Painted {
  if (view.second === null) return own;
  const { geography } = world;
  const { level } = view;
  const axis = (id: string, at: (periods: readonly string[]) => string) => {
    const { summary, table } = indicator(world, id);
    const there = at(table.levels[level]?.periods ?? []);
    const cells = cellsAt(table, geography, level, there);
    return { summary: full(summary), table, period: there, cells };
  };
  const first = axis(view.indicator, () => period);
  const second = axis(view.second, (periods) => nearestPeriod(periods, period));
  const model = bivariateOf(first.cells, second.cells, {
    first: first.table.decimals,
    second: second.table.decimals,
  });
  const colours = bivariateColours('light');
  const painting: Painting = {
    ...own.painting,
    kind: 'choropleth',
    cells: model.cells,
    breaks: BIVARIATE_BREAKS,
    colours,
  };
  const name = (one: Axis, other: Axis, lang: Lang) => axisName(one, other, lang);
  return {
    painting,
    datasets: [...first.table.datasets, ...second.table.datasets],
    ramp: own.ramp,
    legend(lang) {
      const { summary, table } = first;
      const { missing } = pictureLegend({ lang, level, summary, table, extent: [0, 0], painting });
      const names = { first: name(first, second, lang), second: name(second, first, lang) };
      return bivariateKey(colours, names, missing, lang);
    },
    sentences: (lang) => ({
      ...own.sentences(lang),
      ...bivariateSentences({ lang, first, second, model, geography, level, area: view.area }),
    }),
  };
}

/** Things where they stand; the indicator's own map where nobody handed in where that is. */
export function paintPoints(view: ViewState, world: World, own: Painted): Painted {
  const layer = layerFor({ layers: [...world.layers] }, view.indicator, 'points');
  const points = layer && world.points?.(layer.file);
  if (!points) return own;
  const about = points.focus[view.indicator];
  const on = points.categories.map((_, i) => i).filter((i) => !about || about.includes(i));
  const drawn = (lang: Lang) => pointsPicture(points, on, lang, 'light');
  return {
    painting: { ...own.painting, kind: 'symbols', bare: true, dots: drawn('it').dots },
    datasets: own.datasets,
    ramp: own.ramp,
    legend: (lang) => drawn(lang).legend,
    sentences(lang) {
      const it = lang === 'it';
      const what =
        on.length < points.categories.length
          ? on.map((c) => points.categories[c]!.title[lang]).join(', ')
          : points.title[lang];
      const title = `${what}, ${formatPeriod(points.period, lang)}`;
      const n = formatNumber(drawn(lang).dots.classes.length, 0, lang);
      const finding = it ? `Sulla mappa ce ne sono ${n}.` : `There are ${n} on the map.`;
      const alt = `${it ? 'Mappa dei luoghi' : 'Map of places'}. ${title}. ${finding}`;
      return { ...own.sentences(lang), title, finding, alt };
    },
  };
}
