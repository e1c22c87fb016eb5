import type { Text } from '../../src/model/ids';
import type { DatasetMeta } from '../edition-reader';

/** A condition, whether the recorded facts meet it (`null`: they do not say), and which facts. */
export interface Check {
  id: string;
  met: boolean | null;
  reason: Text;
}

/** Formats with a published specification that no single vendor's program is needed for. */
const OPEN_FORMATS = [
  'csv',
  'tsv',
  'json',
  'geojson',
  'xml',
  'gml',
  'kml',
  'gtfs',
  'parquet',
  'gpkg',
  'shp',
  'ods',
  'txt',
];
/** Structured, but tied to one vendor's program. */
const STRUCTURED = ['xls', 'xlsx', 'mdb', 'dbf'];
/** Ways of packing, which say nothing of what is inside. */
const PACKED = ['zip', 'gz'];

/** Format the publisher gives a raw file in: the export its address asks for, else the ending of its name. */
export function formatOf({ path, url }: { path: string; url: string }): string | null {
  const exported = /\/exports\/([a-z]+)/.exec(url)?.[1];
  if (exported) return exported;
  const endings = path.toLowerCase().split('/').at(-1)!.split('.').slice(1).reverse();
  return endings.find((ending) => !PACKED.includes(ending)) ?? null;
}

/** Licences that let anyone use the data for anything, with attribution or share-alike at most (opendefinition.org). */
export const isOpenLicence = (id: string): boolean =>
  /^(CC0|PDDL|ODC-By|ODbL|IODL|CC-BY(-SA)?-\d)/i.test(id) && !/-(NC|ND)\b/i.test(id);

const same = (it: string, en: string): Text => ({ it, en });

/**
 * The five stars of 5stardata.info, each only on top of the one before. Four and five ask for addresses of single things and
 * links to others' data; nothing recorded attests them, so no dataset is given them here.
 */
export function stars(meta: Pick<DatasetMeta, 'licence' | 'sources'>): { stars: number; checks: Check[] } {
  const formats = meta.sources.map(formatOf);
  const known = formats.filter((format) => format !== null);
  const list = [...new Set(known)].sort().join(', ') || '–';
  const every = (allowed: readonly string[]): boolean | null =>
    formats.every((format) => format !== null && allowed.includes(format))
      ? true
      : known.some((format) => !allowed.includes(format))
        ? false
        : null;
  const checks: Check[] = [
    {
      id: 'open-licence',
      met: isOpenLicence(meta.licence.id),
      reason: same(`Licenza ${meta.licence.id}.`, `Licence ${meta.licence.id}.`),
    },
    {
      id: 'structured',
      met: every([...OPEN_FORMATS, ...STRUCTURED]),
      reason: same(`Formati dei file grezzi: ${list}.`, `Formats of the raw files: ${list}.`),
    },
    {
      id: 'open-format',
      met: every(OPEN_FORMATS),
      reason: same(
        `Formati con specifica pubblica: ${list}.`,
        `Formats with a public specification: ${list}.`,
      ),
    },
    {
      id: 'addresses',
      met: null,
      reason: same(
        'Nessun indirizzo delle singole cose è annotato.',
        'No address of single things is recorded.',
      ),
    },
    {
      id: 'linked',
      met: null,
      reason: same('Nessun collegamento ad altri dati è annotato.', 'No link to other data is recorded.'),
    },
  ];
  const firstUnmet = checks.findIndex(({ met }) => met !== true);
  return { stars: firstUnmet < 0 ? checks.length : firstUnmet, checks };
}

export interface Facts {
  frequency: string | null;
  modified: string | null;
  /** A way to reach whoever answers for the data; the municipal snapshot's contacts are not carried into the edition. */
  contact: string | null;
}

/**
 * What AgID's guidelines on open data (determina 183/2023, with DCAT-AP_IT) ask of a dataset's description, as far as the
 * recorded facts tell.
 */
export function agid(meta: DatasetMeta, facts: Facts): Check[] {
  const check = (id: string, value: string | null, it: string, en: string): Check => ({
    id,
    met: value === null ? null : value !== '',
    reason: value
      ? same(`${it}: ${value}.`, `${en}: ${value}.`)
      : same(`${it}: non annotato.`, `${en}: not recorded.`),
  });
  const formats = [...new Set(meta.sources.map(formatOf).filter((format) => format !== null))].sort();
  const open = isOpenLicence(meta.licence.id);
  return [
    check('identifier', meta.sourceId, 'Identificativo presso chi pubblica', 'Identifier with the publisher'),
    check('title', meta.title.it, 'Titolo in italiano', 'Title in Italian'),
    check('rights-holder', meta.publisher, 'Titolare', 'Rights holder'),
    {
      id: 'licence',
      met: open,
      reason: same(
        `Licenza ${meta.licence.id}${open ? '' : ', non aperta'}, con indirizzo ${meta.licence.url}`,
        `Licence ${meta.licence.id}${open ? '' : ', not open'}, with address ${meta.licence.url}`,
      ),
    },
    check('format', formats.join(', ') || null, 'Formato', 'Format'),
    check('access', meta.landingPage, 'Pagina', 'Landing page'),
    check(
      'frequency',
      facts.frequency,
      'Frequenza di aggiornamento (codice UE)',
      'Update frequency (EU code)',
    ),
    check('modified', facts.modified, 'Ultima modifica dichiarata', 'Last change as declared'),
    check('contact', facts.contact, 'Punto di contatto', 'Contact point'),
  ];
}
