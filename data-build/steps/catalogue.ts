import type { Catalogue } from '../../src/model/catalogue';
import { OTHERS } from '../inventory/others';
import { REASONS } from '../inventory/reasons';
import { reasonOf } from '../inventory/rules';
import type { DatasetMeta } from '../edition-reader';
import type { EditionReader } from '../model';

const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/';

/** Dataset id in an address of the portal: a page (`/dataset/<id>/`) or an export (`/datasets/<id>/`). */
const idIn = (url: string): string | undefined => /\/datasets?\/([^/?]+)\//.exec(url)?.[1];

/** Datasets of the edition that a dataset of the catalogue went into, by its id in the portal. */
function users(metas: readonly DatasetMeta[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { id, sourceId, sources } of metas)
    for (const name of [sourceId, ...sources.map(({ url }) => idIn(url))])
      if (name) found.set(name, (found.get(name) ?? new Set()).add(id));
  return new Map([...found].map(([name, ids]) => [name, [...ids].sort()]));
}

/**
 * `api/v1/catalogue.json`: every dataset of the municipal catalogue as facts, with the atlas's own datasets made from it and
 * the verdict on its use; then the other data that were weighed. `metas`: those of the edition. Records, dates and licences
 * are the portal's.
 */
export function buildCatalogue(
  edition: EditionReader & { id: string },
  metas: readonly DatasetMeta[],
): Catalogue & { title: { it: string; en: string } } {
  const own = metas.find(({ id }) => id === 'catalogue');
  if (!own) throw new Error('the edition has no catalogue');
  const used = users(metas);
  return {
    title: {
      it: 'Catalogo dei dati aperti del Comune di Bologna',
      en: 'Catalogue of the open data of the Municipality of Bologna',
    },
    edition: edition.id,
    snapshot: own.period[1],
    publisher: own.publisher,
    landingPage: own.landingPage,
    licence: own.licence,
    reasons: REASONS,
    datasets: edition.table('catalogue').map((row) => {
      const usedAs = used.get(row.id!) ?? [];
      const facts = {
        id: row.id!,
        title: row.title!,
        licence: row.licence!,
        records: Number(row.records),
        geo: row.geo === '1',
        timeseries: row.timeseries === '1',
      };
      return {
        ...facts,
        themes: row.themes!.split(' '),
        publisher: row.publisher === '' ? null : row.publisher!,
        modified: row.modified!,
        frequency: row.frequency === '' ? null : `${FREQUENCY}${row.frequency}`,
        page: `https://opendata.comune.bologna.it/explore/dataset/${row.id}/`,
        usedAs,
        reason: reasonOf(facts, usedAs),
      };
    }),
    others: OTHERS.map((one) => ({ ...one, usedAs: [...one.usedAs] })),
  };
}
