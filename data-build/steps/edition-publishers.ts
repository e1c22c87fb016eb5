import type { Dataset } from '../../src/model/manifest';

export const CC_BY_4 = {
  id: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** What every dataset of the municipal catalogue has in common. `sourceId` is its id there. */
export const comune = (
  sourceId: string,
): Pick<Dataset, 'publisher' | 'sourceId' | 'landingPage' | 'licence'> => ({
  publisher: 'Comune di Bologna',
  sourceId,
  landingPage: `https://opendata.comune.bologna.it/explore/dataset/${sourceId}/`,
  licence: CC_BY_4,
});

/** Where the municipal portal gives a dataset as a file. */
export const comuneExport = (sourceId: string, format: 'csv' | 'geojson' | 'shp'): string =>
  `https://opendata.comune.bologna.it/api/explore/v2.1/catalog/datasets/${sourceId}/exports/${format}` +
  (format === 'csv' ? '?lang=it&timezone=Europe%2FRome&use_labels=true&delimiter=%3B' : '');
