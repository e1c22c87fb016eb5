import { breaksFor } from '../../../../domain/breaks';
import { cellsAt, valuesOf } from '../../../../domain/cells';
import { classColours, missingStyle } from '../../../../domain/colour';
import { formatCell, formatPeriod } from '../../../../domain/format';
import { FEWEST_MULTIPLES, sistersOf } from '../../../../domain/kinds';
import { evenly, joinedBy, withOwn } from '../../../../domain/multiples';
import { symbolRadius } from '../../../../domain/symbols';
import { mercatorX, mercatorY } from '../../../../map/camera';
import { maxSymbolRadius } from '../../../../map/spec';
import { isValue, type Cell, type Missing } from '../../../../model/cell';
import { CITY_CODE, type Level } from '../../../../model/ids';
import type { IndicatorSummary, Table } from '../../../../model/manifest';
import type { Shapes } from '../../../../model/shapes';
import type { ViewState } from '../../../../model/view';
import type { AtlasState } from '../../../../state/atlas.svelte';
import { nearestPeriod } from '../../../../domain/period';
import type { SmallMapFill } from '../../../../ui/SmallMap.svelte';
import type { PanelSize } from './panel-size.svelte';

export type By = 'years' | 'sisters';

export interface Loaded {
  shapes: Shapes;
  outline: Shapes | null;
  /** Tables of the sisters, where they are what is shown. */
  tables: ReadonlyMap<string, Table>;
  size: PanelSize;
}

/** Sisters that the level on screen has, at most a dozen, the indicator itself among them. */
export function sistersHere(atlas: AtlasState): IndicatorSummary[] {
  const { manifest, summary, level } = atlas;
  if (!manifest || !summary) return [];
  return withOwn(
    sistersOf(summary, manifest).filter((s) => s.id === summary.id || s.levels.includes(level)),
    manifest.indicators.find((s) => s.id === summary.id) ?? summary,
  );
}

/** Years, unless the link names a sister as the second indicator, or there are too few years. */
export function byOf(atlas: AtlasState): By {
  const sisters = sistersHere(atlas);
  const enough = sisters.length >= FEWEST_MULTIPLES;
  const asked = sisters.some((s) => s.id === atlas.view.second && s.id !== atlas.summary?.id);
  const years = atlas.levelTable?.periods.length ?? 0;
  return enough && (asked || years < FEWEST_MULTIPLES) ? 'sisters' : 'years';
}

export interface Panel {
  key: string;
  title: string;
  /** Value of the chosen area, or of the city where there is one. */
  value: string;
  /** A break of the series lies just before it: the years on its two sides do not compare. */
  broken: boolean;
  current: boolean;
  /** The decision that opens it large. */
  open: Partial<ViewState>;
  cells: ReadonlyMap<string, Cell>;
  fills: SmallMapFill[];
  circles: { x: number; y: number; r: number }[];
}

export interface Multiples {
  by: By;
  panels: Panel[];
  breaks: readonly number[];
  colours: string[];
  extent: readonly [number, number];
  /** All values on show, for the legend's histogram; the largest of them, for circles. */
  values: number[];
  largest: number;
  missing: Cell[];
}

/** Every small map with the same classes or the same circle scale; null while there is no table. */
export function multiplesOf(atlas: AtlasState, loaded: Loaded): Multiples | null {
  const { summary, table, geography, levelTable, level } = atlas;
  if (!summary || !table || !geography || !levelTable || loaded.shapes.level !== level) return null;
  const { lang } = atlas.view;
  const theme = atlas.dark ? 'dark' : 'light';
  const by = byOf(atlas);
  const sisters = sistersHere(atlas);
  const shown =
    by === 'years'
      ? evenly(levelTable.periods).map((period) => ({ summary, table, period }))
      : sisters.flatMap((s) => {
          const own = s.id === summary.id ? table : loaded.tables.get(s.id);
          const periods = own?.levels[level]?.periods ?? [];
          return own ? [{ summary: s, table: own, period: nearestPeriod(periods, atlas.period) }] : [];
        });
  const cellsOf = shown.map((one) => cellsAt(one.table, geography, level, one.period));
  const values = cellsOf.flatMap((cells) => valuesOf(cells.values()));
  const breaks = by === 'years' ? atlas.breaks : breaksFor(values, { decimals: table.decimals });
  const colours =
    by === 'years' ? atlas.colours : classColours(atlas.view.ramp ?? summary.ramp, breaks, theme);
  const largest = Math.max(1, ...values);
  const circles = atlas.ownKind === 'symbols';
  const area = atlas.selected?.code ?? null;
  return {
    by,
    breaks,
    colours,
    extent: values.length ? [Math.min(...values), Math.max(...values)] : [0, 0],
    values,
    largest,
    missing: cellsOf.flatMap((cells) => [...cells.values()]).filter((cell) => !isValue(cell)),
    panels: shown.map((one, i) => {
      const cells = cellsOf[i] ?? new Map<string, Cell>();
      const own = area ? cells.get(area) : cellsAt(one.table, geography, 'citta', one.period).get(CITY_CODE);
      const before = shown[i - 1]?.period;
      return {
        key: by === 'years' ? one.period : one.summary.id,
        title: by === 'years' ? formatPeriod(one.period, lang) : one.summary.title[lang],
        value:
          own && (area || isValue(own)) ? formatCell(own, one.summary.unit, one.table.decimals, lang) : '',
        broken:
          by === 'years' &&
          before !== undefined &&
          table.seriesBreaks.some(({ period }) => period > before && period <= one.period),
        current: by === 'years' ? one.period === atlas.period : one.summary.id === summary.id,
        open:
          by === 'years'
            ? { period: one.period, kind: null }
            : { indicator: one.summary.id, kind: null, second: null },
        cells,
        fills: fillsOf(loaded.shapes, cells, circles ? [] : breaks, circles ? [] : colours, theme),
        circles: circles ? circlesOf(atlas, loaded.shapes, cells, largest) : [],
      };
    }),
  };
}

function fillsOf(
  shapes: Shapes,
  cells: ReadonlyMap<string, Cell>,
  breaks: readonly number[],
  colours: readonly string[],
  theme: 'light' | 'dark',
): SmallMapFill[] {
  return [...joinedBy(shapes, cells, breaks)].map(([look, d]) => {
    if (typeof look === 'number') return { d, colour: colours[look] ?? 'var(--paper-2)' };
    const { ground, ink, pattern } = missingStyle(look as Missing, theme);
    return { d, colour: ground, pattern: { ink, kind: pattern } };
  });
}

/** Pixels across the large map that its circles are made for, and how much larger they may be in proportion on a small one. */
const LARGE = 900;
const GENEROUS = 1.4;

/** Radius of the largest circle on a small map of this width, in the width's own unit. */
export const radiusOn = (level: Level, width: number): number =>
  (maxSymbolRadius(level) / LARGE) * width * GENEROUS;

function circlesOf(atlas: AtlasState, shapes: Shapes, cells: ReadonlyMap<string, Cell>, largest: number) {
  const [w, s, e, n] = shapes.bounds;
  const x = (lon: number) => ((mercatorX(lon) - mercatorX(w)) / (mercatorX(e) - mercatorX(w))) * shapes.width;
  const y = (lat: number) =>
    ((mercatorY(lat) - mercatorY(n)) / (mercatorY(s) - mercatorY(n))) * shapes.height;
  const most = radiusOn(atlas.level, shapes.width);
  return atlas.areas
    .flatMap(({ code, point }) => {
      const cell = cells.get(code);
      const r = cell && isValue(cell) ? symbolRadius(cell.value, largest, most) : 0;
      return r > 0 ? [{ x: x(point[0]), y: y(point[1]), r }] : [];
    })
    .sort((a, b) => b.r - a.r);
}
