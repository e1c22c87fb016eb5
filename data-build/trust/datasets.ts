import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetFile, Datasets } from '../../src/model/trust';
import type { Edition } from '../edition-reader';
import type { Tidy } from '../tidy/publish';
import { hashedFile, parserChain } from './provenance';
import { CATALOGUE, linesOf, type QualityReport } from './quality';

/** `datasets.json`: one line per dataset of the edition: who publishes it, how fresh and how clean it is, what rests on it. */
export function buildDatasets(
  edition: Edition,
  reports: readonly QualityReport[],
  indicators: readonly { id: string; theme: string; datasets: readonly string[] }[],
): Datasets {
  return {
    edition: edition.id,
    snapshot: edition.datasets.includes(CATALOGUE) ? edition.meta(CATALOGUE).period[1] : null,
    datasets: linesOf(reports).map((line, i) => {
      const meta = edition.meta(line.id);
      const { status, frequency, modified, asOf, age, allowed } = reports[i]!.freshness;
      return {
        id: line.id,
        title: meta.title,
        publisher: meta.publisher,
        sourceId: meta.sourceId,
        landingPage: meta.landingPage,
        licence: meta.licence,
        period: meta.period,
        accessed: meta.accessed,
        freshness: { status, frequency, modified, asOf, age, allowed },
        rows: line.rows,
        features: line.features,
        completeness: line.completeness,
        unmatched: line.unmatched,
        duplicates: line.duplicates,
        outliers: line.outliers,
        suppressed: line.suppressed,
        stars: line.stars,
        indicators: indicators.filter(({ datasets }) => datasets.includes(line.id)).map(({ id }) => id),
        theme: indicators.find(({ datasets }) => datasets[0] === line.id)?.theme ?? null,
        json: `datasets/${line.id}.json`,
      };
    }),
  };
}

/** `datasets/<id>.json`: notes, raw exports, parser, files of the edition, and what may be taken away. */
export function buildDataset(root: string, edition: Edition, id: string, tidy: Tidy): DatasetFile {
  const meta = edition.meta(id);
  return {
    edition: edition.id,
    id,
    notes: meta.notes,
    raw: meta.sources.map(({ path, url, bytes, sha256 }) => ({ path, url, bytes, sha256 })),
    parser: parserChain(root, id),
    files: readdirSync(join(edition.dir, id))
      .sort()
      .map((name) => hashedFile(join(edition.dir, id, name), `${id}/${name}`)),
    ...tidy,
  };
}
