import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { AreaJoin, latLon, someText } from '../steps/parse-points';
import { integer, UniqueKeys } from '../steps/validate';

const FILE = 'services/residenze-universitarie.csv';
const ID = 'residenze-universitarie';
const PERIOD = '2024';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'id',
    'Nome',
    'Descrizione',
    'Indirizzo',
    'Posti letto',
    'Quartiere',
    'Orario per pubblico',
    'Contatti',
    'url',
    'Area statistica',
    'Zona di prossimità',
    'Coordinate',
  ],
};

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const areas = new AreaJoin(ctx);
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const id = someText(row, 'id');
    unique.add(row, 'id', id);
    const [lon, lat] = latLon(row, 'Coordinate');
    const beds = String(integer(row, 'Posti letto', 1, 2_000));
    return [
      PERIOD,
      id,
      someText(row, 'Nome'),
      beds,
      lon,
      lat,
      areas.code(row, 'Area statistica', 'Quartiere'),
    ];
  });
  return {
    tables: { data: { columns: ['period', 'id', 'name', 'beds', 'lon', 'lat', 'area'], rows } },
    period: [PERIOD, PERIOD],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'student-halls',
    title: { it: 'Residenze universitarie pubbliche', en: 'Public student halls' },
    notes: [
      {
        it: 'Solo le residenze pubbliche per il diritto allo studio, con i posti letto dichiarati. Non sono riportati descrizioni, orari e contatti. Il file non porta una data: 2024 è l’anno dell’esportazione.',
        en: 'Only public halls for the right to study, with their stated beds. Descriptions, hours and contacts are not carried. The file bears no date: 2024 is the year of the export.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
