import type { Dataset } from '../../src/model/manifest';
import { exportUrl, type ExportFormat } from '../connectors/opendatasoft';

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
export const comuneExport = (sourceId: string, format: ExportFormat): string =>
  exportUrl('https://opendata.comune.bologna.it', sourceId, { format });

/** ISTAT's legal notice: “Attribution 3.0 or later” for all it publishes. */
export const ISTAT = {
  publisher: 'ISTAT',
  landingPage: 'https://www.istat.it/',
  licence: {
    id: 'CC-BY-3.0',
    title: 'Creative Commons Attribution 3.0 or later',
    url: 'https://creativecommons.org/licenses/by/3.0/',
  },
} as const;

export const MEF = {
  publisher: 'Ministero dell’Economia e delle Finanze – Dipartimento delle Finanze',
  landingPage: 'https://www1.finanze.gov.it/finanze/analisi_stat/public/',
  licence: {
    id: 'CC-BY-3.0-IT',
    title: 'Creative Commons Attribuzione 3.0 Italia',
    url: 'https://creativecommons.org/licenses/by/3.0/it/',
  },
} as const;

export const TPER = {
  publisher: 'Tper S.p.A.',
  landingPage: 'https://solweb.tper.it/web/tools/open-data/open-data.aspx',
  licence: {
    id: 'CC-BY-3.0-IT',
    title: 'Creative Commons Attribuzione 3.0 Italia',
    url: 'https://creativecommons.org/licenses/by/3.0/it/',
  },
} as const;
