import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { titleCase } from '../steps/parse-names';
import { AreaJoin, latLon, someText } from '../steps/parse-points';
import { integer, oneOf, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'services/elenco-delle-scuole.csv';
const ID = 'elenco-delle-scuole';
const YEAR = 'ANNO SCOLASTICO';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'CIVKEY',
    'QUARTIERE',
    'Indirizzo scuola',
    'Geo Point',
    'Geo Shape',
    'NOME',
    'GESTIONE',
    'SERVIZIO',
    'ISTITUZIONE_SCOLASTICA',
    'CIVICO',
    'SUBCIV',
    'COD VIA',
    YEAR,
    'GEO_ID',
    'area statistica',
  ],
};

const KIND = new Map([
  ["NIDO D'INFANZIA", 'nursery'],
  ["SCUOLA DELL'INFANZIA", 'preschool'],
  ['SCUOLA PRIMARIA', 'primary'],
  ['SCUOLA SECONDARIA DI PRIMO GRADO', 'lower-secondary'],
  ['SCUOLA SECONDARIA DI SECONDO GRADO', 'upper-secondary'],
]);

/** Who runs it. Contracted-out municipal services stay apart from private ones with an agreement. */
const MANAGEMENT = new Map([
  ['STATALE', 'state'],
  ['COMUNALE', 'municipal'],
  ['COMUNALE IN CONCESSIONE', 'municipal-contracted'],
  ['COMUNALE IN APPALTO', 'municipal-contracted'],
  ['INDIRETTA', 'municipal-contracted'],
  ['PRIVATA CONVENZIONATA', 'private-agreement'],
  ['PRIVATA PARITARIA', 'private-recognised'],
  ['PRIVATA NON PARITARIA', 'private'],
  ['PRIVATA', 'private'],
  ['INTERAZIENDALE', 'private'],
]);

/** Rows whose district may be wrong: one school of Chiesanuova stands under Savena. */
const DISTRICT_FAULTS = 3;

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const areas = new AreaJoin(ctx, DISTRICT_FAULTS);
  const totals = new PeriodTotals(FILE, YEAR);
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const [, first = '', second = ''] = /^(20\d\d)-(20\d\d)$/.exec(row.get(YEAR)) ?? [];
    if (first === '' || Number(second) !== Number(first) + 1)
      row.fail(YEAR, 'a school year like 2024-2025', 'The row is shifted.');
    const id = String(integer(row, 'GEO_ID', 1, 99_999));
    unique.add(row, 'GEO_ID', first, id);
    totals.add(first, 1, row.line);
    const [lon, lat] = latLon(row, 'Geo Point');
    const kind = oneOf(row, 'SERVIZIO', KIND);
    const management = oneOf(row, 'GESTIONE', MANAGEMENT);
    const area = areas.code(row, 'area statistica', 'QUARTIERE');
    return [first, id, titleCase(someText(row, 'NOME')), kind, management, lon, lat, area];
  });
  return {
    tables: {
      data: { columns: ['period', 'id', 'name', 'kind', 'management', 'lon', 'lat', 'area'], rows },
    },
    period: totals.span(),
    notes: [
      {
        it: `Righe con un quartiere diverso da quello dell’area statistica: ${areas.wrong}. Vale l’area, dove cade il punto.`,
        en: `Rows whose district is not the statistical area’s: ${areas.wrong}. The area stands: it is where the point falls.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'schools',
    title: { it: 'Nidi e scuole', en: 'Nurseries and schools' },
    notes: [
      {
        it: 'Una riga per sede e per ordine: lo stesso edificio può ospitare più scuole. L’anno è quello in cui comincia l’anno scolastico. La fonte non dà posti né iscritti.',
        en: 'One row per site and stage: one building may house several schools. The year is the one in which the school year begins. The source gives neither places nor pupils.',
      },
      {
        it: 'Nomi in maiuscole e minuscole (alla fonte tutti maiuscoli); non riportati indirizzi e codici interni. «Indiretta», «in concessione» e «in appalto» sono riuniti come servizi comunali affidati a terzi.',
        en: 'Names in title case (all capitals at the source); addresses and internal codes are not carried. “Indiretta”, “in concessione” and “in appalto” are joined as municipal services run by others.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
