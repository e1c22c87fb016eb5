import { PER_DEGREE, POINTS_VERSION, type Points } from '../../src/model/points';
import type { Text } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { areaLocator } from './locate';

type Row = Record<string, string>;

/** How the rows of a dataset become things on the map. */
export interface PointLayer {
  /** `points.<id>` among the files, `<id>` among the layers. */
  id: string;
  /** Datasets it reads besides the geography. */
  datasets: readonly string[];
  title: Text;
  note?: Text;
  /** In the order of their colours. */
  categories: Readonly<Record<string, Text>>;
  /** Indicators it illustrates, most telling first, with the categories they are about; [] = all. */
  indicators: Readonly<Record<string, readonly string[]>>;
  /** Rows with at least `period`, `lon`, `lat`; those of one date. */
  rows(edition: EditionReader): Row[];
  category(row: Row): string;
  name?(row: Row): string;
  details?: readonly { title: Text; value: (row: Row) => string }[];
  /** A remark in words; undefined for none. */
  remark?(row: Row): Text | undefined;
}

/** Rows in columns. Throws on a category that is not declared, or an indicator's category that is not there. */
export function pointColumns(layer: PointLayer, edition: EditionReader, geography: Geography): Points {
  const rows = layer.rows(edition);
  const ids = Object.keys(layer.categories);
  const known = (id: string): number => {
    const at = ids.indexOf(id);
    if (at < 0) throw new Error(`points ${layer.id}: unknown category "${id}"`);
    return at;
  };
  const locate = areaLocator(edition.topology('geography', 'areas'));
  const areas = new Map((geography.levels.area ?? []).map(({ code }, i) => [code, i]));
  const micro = (row: Row, side: 'lon' | 'lat') => Math.round(Number(row[side]) * PER_DEGREE);
  const remarks: Text[] = [];
  const remarkOf = (row: Row): number => {
    const text = layer.remark?.(row);
    if (!text) return -1;
    const at = remarks.findIndex(({ it }) => it === text.it);
    return at >= 0 ? at : remarks.push(text) - 1;
  };
  const of = rows.map(remarkOf);
  return {
    schemaVersion: POINTS_VERSION,
    title: layer.title,
    period: rows
      .map(({ period }) => period!)
      .sort()
      .at(-1)!,
    ...(layer.note ? { note: layer.note } : {}),
    categories: ids.map((id) => ({ id, title: layer.categories[id]! })),
    focus: Object.fromEntries(
      Object.entries(layer.indicators).flatMap(([id, about]) =>
        about.length ? [[id, about.map(known)]] : [],
      ),
    ),
    lon: rows.map((row) => micro(row, 'lon')),
    lat: rows.map((row) => micro(row, 'lat')),
    category: rows.map((row) => known(layer.category(row))),
    area: rows.map((row) => areas.get(locate(Number(row.lon), Number(row.lat)) ?? '') ?? -1),
    name: rows.map((row) => layer.name?.(row).trim().replaceAll(' - ', ' – ') ?? ''),
    details: (layer.details ?? []).map(({ title, value }) => ({ title, values: rows.map(value) })),
    ...(remarks.length ? { remarks: { list: remarks, of } } : {}),
  };
}
