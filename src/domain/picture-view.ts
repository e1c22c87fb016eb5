import { isValue, type Cell, type Missing } from '../model/cell';
import { CITY_CODE, type Lang, type Level } from '../model/ids';
import type { Area, Geography, IndicatorSummary, Table } from '../model/manifest';
import type { Shapes } from '../model/shapes';
import { mapKindOf } from '../model/unit';
import { cellsAt, valuesOf } from './cells';
import { binOf } from './classify';
import { classColours, type ColourTheme } from './colour';
import { formatNumber, levelLabel, missingLabel, unitLabel } from './format';
import { capital } from './grammar';
import { legendOf } from './legend';
import type { Bounds } from './picture/ground';
import { pictureWords, type WordsInput } from './picture-words';
import type { PictureClass, PictureInput, PictureLegend, PictureMap, PictureName } from './picture/types';
import { decimalsOf } from './round';
import { maxSymbolRadius, symbolTicks } from './symbols';

/** Outlines by level: `shapes.<level>` of the manifest's files. */
export type ShapesByLevel = Partial<Record<Level, Shapes>>;

/** What the areas are painted with; the interactive map's own specification has these fields too. */
export interface Painting extends Pick<PictureMap, 'grid' | 'dots'> {
  kind: 'choropleth' | 'symbols';
  cells: ReadonlyMap<string, Cell>;
  breaks: readonly number[];
  colours: readonly string[];
  maxValue: number;
  /** Fill by code in place of the colour of a value's class. */
  fills?: ReadonlyMap<string, string>;
  /** Areas keep bare ground; a grid or dots stand on it. */
  bare?: boolean;
  /** On bare ground: why an area shows none of the data, by code. */
  withheld?: ReadonlyMap<string, Missing>;
}

export interface MapOfInput {
  level: Level;
  geography: Geography;
  shapes: ShapesByLevel;
  painting: Painting;
  area: string | null;
  picked?: readonly string[];
  frame?: Bounds | null;
  /** Names of places to find one's way by; off for small maps. */
  names?: boolean;
}

/** Which coarser outlines are drawn over a level, finest first. */
const COARSER: Record<Level, readonly Level[]> = {
  citta: [],
  quartiere: [],
  zona: ['quartiere'],
  prossimita: ['quartiere'],
  area: ['zona', 'quartiere'],
  comune: [],
};

/** Names of quartieri would say again what a fine selection says: they stand only on maps of finer units and none chosen. */
const ORIENTATION: Partial<Record<Level, Level>> = {
  zona: 'quartiere',
  prossimita: 'quartiere',
  area: 'quartiere',
  quartiere: 'quartiere',
  comune: 'comune',
};

/** What a picture draws of a painting. Throws RangeError when the outlines of the level are not among `shapes`. */
export function pictureMap(input: MapOfInput): PictureMap {
  const { level, geography, painting } = input;
  const shapes = input.shapes[level];
  if (!shapes) throw new RangeError(`no outlines of level ${level}`);
  const areas = geography.levels[level] ?? [];
  const { cells, breaks, colours } = painting;
  const circles = painting.kind === 'symbols' && !painting.bare;
  const [fills, missing] = [new Map<string, string>(), new Map<string, Missing>()];
  for (const { code } of painting.bare ? [] : areas) {
    const cell: Cell = cells.get(code) ?? { missing: 'not-available' };
    const fill = isValue(cell)
      ? (painting.fills?.get(code) ?? colours[binOf(cell.value, breaks)])
      : undefined;
    if (!isValue(cell)) missing.set(code, cell.missing);
    else if (fill && !circles) fills.set(code, fill);
  }
  for (const [code, why] of painting.withheld ?? []) missing.set(code, why);
  const over = COARSER[level].flatMap((l) => input.shapes[l] ?? []);
  const around = level === 'comune' ? undefined : input.shapes.comune;
  const outline = level === 'comune' ? undefined : input.shapes.citta;
  return {
    shapes,
    fills,
    missing,
    ...(circles
      ? {
          circles: {
            all: areas.flatMap(({ code, point }) => {
              const cell = cells.get(code);
              return cell && isValue(cell) ? [{ at: point, value: cell.value }] : [];
            }),
            max: painting.maxValue,
            radius: maxSymbolRadius(level),
            colour: circleColour(colours),
          },
        }
      : {}),
    ...(painting.grid ? { grid: painting.grid } : {}),
    ...(painting.dots ? { dots: painting.dots } : {}),
    ...(over.length ? { over } : {}),
    ...(around ? { around } : {}),
    ...(outline ? { outline } : {}),
    names: namesFor(input, areas),
    selected: input.area,
    picked: input.picked ?? [],
    ...(input.frame ? { frame: input.frame } : {}),
  };
}

/** A class below the darkest: circles overlap and names stand on them. */
const circleColour = (colours: readonly string[]) => colours.at(-2) ?? colours.at(-1) ?? '#000000';

function namesFor(
  { level, geography, area, picked = [], names = true }: MapOfInput,
  areas: readonly Area[],
): PictureName[] {
  const named = (codes: readonly string[], rank: PictureName['rank']) =>
    areas.filter((a) => codes.includes(a.code)).map((a) => ({ text: a.name, at: a.point, rank }));
  const chosen = [
    ...named(area === null ? [] : [area], 'selected'),
    ...named(
      picked.filter((c) => c !== area),
      'picked',
    ),
  ];
  if (!names) return chosen;
  const known = new Set(chosen.map((c) => c.text));
  const places = (geography.levels[ORIENTATION[level] ?? 'citta'] ?? [])
    .filter((a) => !known.has(a.name) && level !== 'citta')
    // Larger places first: their names have more room and more readers.
    .sort((a, b) => b.km2 - a.km2)
    .map((a): PictureName => ({ text: a.name, at: a.point, rank: 'place' }));
  const around = (level === 'comune' ? [] : (geography.levels.comune ?? []))
    .filter((a) => a.code !== CITY_CODE)
    .map((a): PictureName => ({ text: a.name, at: a.point, rank: 'around' }));
  return [...chosen, ...places, ...around];
}

export interface LegendOfInput {
  lang: Lang;
  level: Level;
  summary: Pick<IndicatorSummary, 'unit' | 'title'>;
  table: Pick<Table, 'decimals'>;
  extent: readonly [number, number];
  painting: Painting;
  /** What the numbers are, where it is not the indicator's unit. */
  caption?: string;
}

/** Legend of areas in classes or of circles, in the words and limits of the legend on screen. */
export function pictureLegend({
  lang,
  level,
  summary,
  table,
  extent,
  painting,
  caption,
}: LegendOfInput): PictureLegend {
  const { cells, breaks, colours } = painting;
  const reasons = new Map<Missing, number>();
  for (const cell of cells.values())
    if (!isValue(cell)) reasons.set(cell.missing, (reasons.get(cell.missing) ?? 0) + 1);
  const model = legendOf({
    values: valuesOf(cells.values()),
    breaks,
    extent,
    colours,
    unit: summary.unit,
    decimals: table.decimals,
    lang,
    missing: reasons,
  });
  const places = (count: number) =>
    `${formatNumber(count, 0, lang)} ${levelLabel(level, lang, { plural: count !== 1 })}`;
  const shared = {
    caption: caption ?? captionOf(summary, level, lang),
    missing: model.missing.map(({ why, count }) => ({
      why,
      label: `${missingLabel(why, lang)} (${places(count)})`,
    })),
  };
  if (painting.kind === 'symbols')
    return {
      ...shared,
      kind: 'circles',
      max: painting.maxValue,
      colour: circleColour(colours),
      ticks: symbolTicks(painting.maxValue).map((value) => ({ value, label: formatNumber(value, 0, lang) })),
    };
  return {
    ...shared,
    kind: 'classes',
    classes: model.classes.map(({ colour, label }): PictureClass => ({ colour, label })),
    ticks: limits(breaks, extent, table.decimals, lang),
  };
}

/** "Ogni 100, per area statistica": the unit and the level, as the first line of a legend. */
export function captionOf({ unit }: Pick<IndicatorSummary, 'unit'>, level: Level, lang: Lang): string {
  const by = level === 'citta' ? '' : `${lang === 'it' ? ', per' : ', by'} ${levelLabel(level, lang)}`;
  const what = unit === 'percent' ? (lang === 'it' ? 'valori in %' : 'per cent') : unitLabel(unit, lang);
  return `${capital(what)}${by}`;
}

/** The two ends and the limits between, with the digits the limits have. */
function limits(
  breaks: readonly number[],
  extent: readonly [number, number],
  decimals: number,
  lang: Lang,
): string[] {
  const digits = Math.max(0, ...breaks.map((b) => decimalsOf(b)));
  const ends = Math.max(digits, Math.min(1, decimals));
  const print = (value: number, d: number) => formatNumber(value, d, lang);
  return [print(extent[0], ends), ...breaks.map((b) => print(b, digits)), print(extent[1], ends)];
}

export interface ViewPictureInput extends Omit<MapOfInput, 'painting'>, Omit<WordsInput, 'datasets'> {
  theme: ColourTheme;
  width: number;
  height: number;
  summary: IndicatorSummary;
  table: Table;
  period: string;
  /** The painting on screen; what the table and its own classes give when left out. */
  painting?: Painting;
  legend?: PictureLegend;
  css?: string;
}

/** A view of the atlas as a picture's input: the build and the page come by the same road. */
export function pictureOfView(input: ViewPictureInput): PictureInput {
  const { lang, summary, table, geography, level } = input;
  const painting = input.painting ?? paintingOf(input);
  const extent = table.levels[level]?.extent ?? [0, 0];
  return {
    lang,
    theme: input.theme,
    width: input.width,
    height: input.height,
    map: pictureMap({ ...input, geography, painting }),
    legend: input.legend ?? pictureLegend({ lang, level, summary, table, extent, painting }),
    words: pictureWords({ ...input, datasets: table.datasets }),
    ...(input.css ? { css: input.css } : {}),
  };
}

/** How an indicator is painted at a period with the classes of the build. */
export function paintingOf({
  summary,
  table,
  geography,
  level,
  period,
  theme,
}: Pick<ViewPictureInput, 'summary' | 'table' | 'geography' | 'level' | 'period' | 'theme'>): Painting {
  const column = table.levels[level];
  const breaks = column?.breaks ?? [];
  return {
    kind: mapKindOf(summary.measure) === 'symbols' ? 'symbols' : 'choropleth',
    cells: cellsAt(table, geography, level, period),
    breaks,
    colours: classColours(summary.ramp, breaks, theme),
    // Circles compare over all periods.
    maxValue: Math.max(1, column?.extent[1] ?? 1),
  };
}
