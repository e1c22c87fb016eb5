import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Geography, Table } from '../../src/model/manifest';
import type { Measure, Unit } from '../../src/model/unit';
import type { Edition } from '../edition-reader';
import { freshness } from './fresh';
import { agid, stars } from './open';
import { indicatorQuality, MIN_VALUES, NAMED, Z_LIMIT, type IndicatorQuality } from './quality-cells';
import { rawQuality } from './quality-raw';
import { tableQuality, type Places } from './quality-table';
import { timeOutliers, timeRule, type TimeOutliers } from './quality-time';

/** Name of the edition's dataset with the municipal catalogue: id, modified, frequency. */
export const CATALOGUE = 'catalogue';

export type QualityReport = ReturnType<typeof buildQuality>;

const placesOf = (geography: Geography): Places =>
  Object.fromEntries(
    Object.entries(geography.levels).map(([level, areas = []]) => [
      level,
      new Map(areas.map(({ code, name }) => [code, name])),
    ]),
  );

/** What the publisher's catalogue promises for a dataset; nothing for one it does not list. */
function promisedFor(edition: Edition, sourceId: string, publisher: string) {
  if (!edition.datasets.includes(CATALOGUE)) return {};
  const catalogue = edition.meta(CATALOGUE);
  const row =
    publisher === catalogue.publisher
      ? edition.table(CATALOGUE).find(({ id }) => id === sourceId)
      : undefined;
  return row ? { frequency: row['frequency'], modified: row['modified'], asOf: catalogue.period[1] } : {};
}

/** What is measured in a dataset's files. Depends on no date. */
export function measureFiles(edition: Edition, id: string, geography: Geography) {
  const names = readdirSync(join(edition.dir, id)).sort();
  const places = placesOf(geography);
  return {
    tables: names
      .filter((name) => name.endsWith('.csv'))
      .map((name) => tableQuality(name, edition.table(id, name.slice(0, -4)), places)),
    layers: names
      .filter((name) => name.endsWith('.topojson'))
      .map((name) => ({ file: name, features: featuresOf(edition, id, name.slice(0, -9)) })),
  };
}

/**
 * What is measured in the published table of an indicator; outliers are looked for there and not in the raw figures, so that no report
 * tells what suppression hides. Depends on no date.
 */
export function measureIndicator(
  { table, ...kind }: { table: Table; measure: Measure; unit: Unit },
  geography: Geography,
): IndicatorQuality & { timeOutliers: TimeOutliers } {
  return { ...indicatorQuality(table, geography), timeOutliers: timeOutliers(table, kind, geography) };
}

/** How outliers are told, in words. */
const RULES = {
  outlierRule: {
    it: `Celle pubblicate il cui |z| modificato (0,6745·(x − mediana)/MAD) fra le aree dello stesso livello e periodo supera ${String(Z_LIMIT).replace('.', ',')}; almeno ${MIN_VALUES} valori; ne sono nominate al più ${NAMED} per indicatore. Un valore anomalo non è per forza un errore.`,
    en: `Published cells whose modified |z| (0.6745·(x − median)/MAD) among the areas of the same level and period exceeds ${Z_LIMIT}; at least ${MIN_VALUES} values; at most ${NAMED} are named per indicator. An outlier need not be an error.`,
  },
  timeOutlierRule: timeRule,
};

/** What was measured in a dataset's files, and in the tables of the indicators that rest on it. */
export interface Measured {
  files: ReturnType<typeof measureFiles>;
  indicators: readonly ReturnType<typeof measureIndicator>[];
}

/** The whole report on one dataset: what was measured, and what its description and the publisher's catalogue say. */
export function buildQuality(edition: Edition, id: string, { files, indicators }: Measured) {
  const meta = edition.meta(id);
  const promised = promisedFor(edition, meta.sourceId, meta.publisher);
  const fresh = freshness(meta.period[1], edition.id, promised);
  const contact = typeof meta['contact'] === 'string' ? meta['contact'] : null;
  return {
    dataset: id,
    edition: edition.id,
    title: meta.title,
    period: meta.period,
    accessed: meta.accessed,
    freshness: fresh,
    openness: stars(meta),
    agid: agid(meta, { frequency: fresh.frequency, modified: fresh.modified, contact }),
    raw: rawQuality(meta.sources),
    ...files,
    ...RULES,
    indicators,
  };
}

const featuresOf = (edition: Edition, id: string, name: string): number =>
  Object.values(edition.topology(id, name).objects).reduce(
    (sum, object) => sum + (object.type === 'GeometryCollection' ? object.geometries.length : 1),
    0,
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** `quality.json`: one line per dataset. Addresses are relative to this file. */
export const buildOverview = (edition: string, reports: readonly QualityReport[]) => ({
  edition,
  datasets: linesOf(reports),
});

/** A report in a line: sums over its tables, layers and indicators. */
export function linesOf(reports: readonly QualityReport[]) {
  return reports.map((report) => {
    const rows = sum(report.tables.map((table) => table.rows));
    const cells = report.tables.map((table) => table.completeness * table.rows);
    return {
      id: report.dataset,
      title: report.title,
      period: report.period,
      rows,
      features: sum(report.layers.map(({ features }) => features)),
      completeness: rows === 0 ? null : Math.floor((sum(cells) / rows) * 10_000) / 10_000,
      unmatched: sum(
        report.tables.flatMap(({ places }) => places.flatMap((p) => Object.values(p.unmatched))),
      ),
      withoutPlace: sum(report.tables.flatMap(({ places }) => places.map(({ empty }) => empty))),
      duplicates: sum(report.tables.map(({ duplicates }) => duplicates)),
      indicators: report.indicators.length,
      outliers: sum(report.indicators.map(({ outliers }) => outliers.count)),
      timeOutliers: sum(report.indicators.map((one) => one.timeOutliers.count)),
      suppressed: sum(
        report.indicators.flatMap(({ cells: byLevel }) => Object.values(byLevel).map((c) => c.suppressed)),
      ),
      freshness: report.freshness.status,
      stars: report.openness.stars,
      agid: {
        met: report.agid.filter(({ met }) => met === true).length,
        unmet: report.agid.filter(({ met }) => met === false).length,
        unknown: report.agid.filter(({ met }) => met === null).length,
      },
      json: `quality/${report.dataset}.json`,
    };
  });
}
