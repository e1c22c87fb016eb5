import type { DatasetMeta } from '../edition-reader';
import type { EditionReader } from '../model';

const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/';

/**
 * `api/v1/catalogue.json`: every dataset of the municipal catalogue as facts, with the atlas's own datasets made from it.
 * `metas`: those of the edition. Records, dates and licences are the portal's.
 */
export function buildCatalogue(edition: EditionReader, metas: readonly DatasetMeta[]) {
  const own = metas.find(({ id }) => id === 'catalogue');
  if (!own) throw new Error('the edition has no catalogue');
  return {
    title: {
      it: 'Catalogo dei dati aperti del Comune di Bologna',
      en: 'Catalogue of the open data of the Municipality of Bologna',
    },
    snapshot: own.period[1],
    publisher: own.publisher,
    landingPage: own.landingPage,
    licence: own.licence,
    datasets: edition.table('catalogue').map((row) => ({
      id: row.id!,
      title: row.title!,
      themes: row.themes!.split(' '),
      licence: row.licence!,
      publisher: row.publisher === '' ? null : row.publisher!,
      records: Number(row.records),
      modified: row.modified!,
      frequency: row.frequency === '' ? null : `${FREQUENCY}${row.frequency}`,
      geo: row.geo === '1',
      timeseries: row.timeseries === '1',
      page: `https://opendata.comune.bologna.it/explore/dataset/${row.id}/`,
      usedAs: metas.filter(({ sourceId }) => sourceId === row.id).map(({ id }) => id),
    })),
  };
}
