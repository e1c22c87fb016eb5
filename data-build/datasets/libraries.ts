import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { AreaJoin, latLon, someText } from '../steps/parse-points';
import { integer, oneOf, UniqueKeys } from '../steps/validate';

const FILE = 'services/biblioteche-comunali-di-bologna.csv';
const ID = 'biblioteche-comunali-di-bologna';
const PERIOD = '2024';
const NAME = 'Biblioteca';
const PUBLIC = 'superficie accessibile al pubblico';
const SEATS = 'numero postazioni lettura';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    NAME,
    'tipologia',
    'indirizzo',
    'quartiere',
    'rete wi_fi',
    'fasciatoio',
    'newsletter',
    'telefono',
    'email',
    'pagina web',
    'sito web',
    'Geo Point',
    'Geo Shape',
    'descrizione',
    'superficie totale mq',
    PUBLIC,
    SEATS,
    'accessibilità',
    'servizi igienici',
    'aria condizionata',
    'servizio fotocopie',
    'area bambini',
    'pagina facebook',
    'pagina twitter',
    'pagina instagram',
    'pagina youtube',
    'area statistica',
    'zona di prossimità',
  ],
};

const KIND = new Map([
  ['U.I. Biblioteche di pubblica lettura', 'public-reading'],
  ['U.I. Biblioteche di ricerca e conservazione', 'research'],
]);
const YES = new Map([
  ['sì', '1'],
  ['no', '0'],
  ['', ''],
]);

/** Square metres or seats; empty where the source is. */
const size = (row: Row, column: string): string =>
  row.get(column) === '' ? '' : String(integer(row, column, 1, 20_000));

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const areas = new AreaJoin(ctx);
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const name = someText(row, NAME);
    unique.add(row, NAME, name);
    const [lon, lat] = latLon(row, 'Geo Point');
    const total = size(row, 'superficie totale mq');
    const open = size(row, PUBLIC);
    if (total !== '' && open !== '' && Number(open) > Number(total))
      row.fail(PUBLIC, `at most ${total}, the whole surface`, 'The two columns are swapped.');
    return [
      PERIOD,
      name,
      oneOf(row, 'tipologia', KIND),
      open,
      size(row, SEATS),
      oneOf(row, 'area bambini', YES),
      lon,
      lat,
      areas.code(row, 'area statistica', 'quartiere'),
    ];
  });
  return {
    tables: {
      data: {
        columns: ['period', 'name', 'kind', 'public_m2', 'seats', 'children', 'lon', 'lat', 'area'],
        rows,
      },
    },
    period: [PERIOD, PERIOD],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'libraries',
    title: { it: 'Biblioteche comunali', en: 'Municipal libraries' },
    notes: [
      {
        it: 'Biblioteche dell’istituzione comunale, con superficie aperta al pubblico (m²) e posti di lettura dichiarati; vuoti dove la fonte non li dà. Non sono riportati descrizioni, contatti e social. Il file non porta una data: 2024 è l’anno dell’esportazione.',
        en: 'Libraries of the municipality, with stated surface open to the public (m²) and reading seats; empty where the source has none. Descriptions, contacts and social pages are not carried. The file bears no date: 2024 is the year of the export.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
