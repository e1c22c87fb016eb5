import { isValue, type Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Area } from '../model/manifest';
import { binOf } from './classify';
import type { PictureLegend } from './picture/types';

/** A view as a file of figures: what stands in its rows and what has to be said beside them. */
export interface ExportInput {
  lang: Lang;
  level: Level;
  period: string;
  areas: readonly Area[];
  cells: ReadonlyMap<string, Cell>;
  /** Inner class limits; null where areas are not in classes. */
  breaks: readonly number[] | null;
  /** Colour by code as the map paints it. */
  colours: ReadonlyMap<string, string>;
  /** Name of the number, and a second one that belongs to it. */
  head: string;
  beside?: { head: string; cells: ReadonlyMap<string, Cell> };
  title: string;
  finding: string;
  legend: PictureLegend | null;
  source: string;
  citation: string;
  url: string;
}

type CsvRows = (string | number | null)[][];
const statusOf = (cell: Cell) => (isValue(cell) ? 'value' : cell.missing);
const numberOf = (cell: Cell) => (isValue(cell) ? cell.value : null);
const NONE: Cell = { missing: 'not-available' };

/** Class from 1, low to high; null for none. */
const classOf = (cell: Cell, breaks: readonly number[] | null) =>
  breaks && isValue(cell) ? binOf(cell.value, breaks) + 1 : null;

/** Words of the legend, low to high: "1 meno di 15,5%". */
export const legendWords = (legend: PictureLegend | null): string[] =>
  legend?.kind === 'classes'
    ? legend.classes.map(({ label }, i) => `${i + 1} ${label}`)
    : legend?.kind === 'grid'
      ? [legend.across, legend.up]
      : [];

/** One row per area after the heads; title, legend, source and citation follow as notes, so that the first row is the header. */
export function exportCsv(o: ExportInput): CsvRows {
  const it = o.lang === 'it';
  const note = (head: string, text: string) => (text ? [[`# ${head}: ${text}`]] : []);
  const heads = ['level', 'code', 'name', 'period', o.head, 'status', ...(o.breaks ? ['class'] : [])];
  return [
    [...heads, ...(o.beside ? [o.beside.head, 'status'] : [])],
    ...o.areas.map(({ code, name }) => {
      const cell = o.cells.get(code) ?? NONE;
      const second = o.beside?.cells.get(code) ?? NONE;
      return [
        o.level,
        code,
        name,
        o.period,
        numberOf(cell),
        statusOf(cell),
        ...(o.breaks ? [classOf(cell, o.breaks)] : []),
        ...(o.beside ? [numberOf(second), statusOf(second)] : []),
      ];
    }),
    [],
    ...note(it ? 'Titolo' : 'Title', o.title),
    ...note(it ? 'In breve' : 'In short', o.finding),
    ...note(
      it ? 'Legenda' : 'Legend',
      [o.legend?.caption ?? '', ...legendWords(o.legend)].filter(Boolean).join('; '),
    ),
    ...note(it ? 'Fonte' : 'Source', o.source.replace(/^(Fonte|Source): /, '')),
    ...note(it ? 'Citazione' : 'Citation', o.citation),
  ];
}

export interface AreasGeoJson {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, unknown> | null; [key: string]: unknown }[];
  [key: string]: unknown;
}

/**
 * The geometry of a level with the figures of the view: value, status, class and the colour as `fill`, which several programs
 * read. What the view says stands beside the features, as foreign members (RFC 7946, section 6.1).
 */
export function exportGeoJson(areas: AreasGeoJson, o: ExportInput): AreasGeoJson {
  const { type, features, ...rest } = areas;
  return {
    type,
    ...rest,
    title: o.title,
    description: o.finding,
    measure: o.head,
    level: o.level,
    period: o.period,
    legend: { caption: o.legend?.caption ?? o.head, classes: legendWords(o.legend) },
    source: o.source,
    citation: o.citation,
    url: o.url,
    features: features.map((feature) => {
      const code = String(feature.properties?.['code'] ?? '');
      const cell = o.cells.get(code) ?? NONE;
      const second = o.beside?.cells.get(code) ?? NONE;
      const fill = o.colours.get(code);
      return {
        ...feature,
        properties: {
          ...feature.properties,
          period: o.period,
          value: numberOf(cell),
          status: statusOf(cell),
          ...(o.breaks ? { class: classOf(cell, o.breaks) } : {}),
          ...(o.beside ? { beside: numberOf(second), besideStatus: statusOf(second) } : {}),
          ...(fill ? { fill } : {}),
        },
      };
    }),
  };
}
