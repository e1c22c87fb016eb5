import { unzipSync } from 'fflate';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { streetName } from '../steps/parse-names';
import { latLon } from '../steps/parse-points';
import { oneOf, UniqueKeys } from '../steps/validate';

const FILE = 'mobility/bologna_traffic_metadata.zip';
const MEMBER = 'bologna_traffic_metadata.csv';
const ID = 'rilevazione-flusso-veicoli-tramite-spire-anno-2024';
const PERIOD = '2024';
const MAX_INFLATED = 8 * 1024 * 1024;

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\n',
  boms: 0,
  header: [
    ...['codice spira', 'id_uni', 'Livello', 'tipologia', 'codice', 'codice arco', 'codice via', 'Nome via'],
    ...['Nodo da', 'Nodo a', 'ordinanza', 'stato', 'codimpsem', 'direzione', 'angolo', 'longitudine'],
    ...['latitudine', 'geopoint', 'ID_univoco_stazione_spira', 'sensor_key'],
  ],
};
const KIND = new Map([
  ['spira', 'loop'],
  ['SPIRA', 'loop'],
  ['telecamera', 'camera'],
]);
/** The way traffic goes, in the source's Italian (O: west). */
const WAY = new Map(['N', 'NE', 'E', 'SE', 'S', 'SO', 'O', 'NO'].map((it) => [it, it.replace('O', 'W')]));

function unzip(bytes: Uint8Array): Uint8Array {
  const fail = (found: string): never => {
    throw new InputError({ file: FILE }, `a zip holding ${MEMBER}`, found, 'Download the archive again.');
  };
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
      name === MEMBER && originalSize <= MAX_INFLATED;
    return unzipSync(bytes, { filter })[MEMBER] ?? fail('no such member, or one too large');
  } catch (error) {
    if (error instanceof InputError) throw error;
    return fail((error as Error).message);
  }
}

function readLoop(row: Row, unique: UniqueKeys): string[] {
  unique.add(row, 'sensor_key', row.get('sensor_key'));
  const [lon, lat] = latLon(row, 'geopoint');
  return [
    PERIOD,
    row.get('sensor_key'),
    oneOf(row, 'tipologia', KIND),
    streetName(row.get('Nome via')),
    oneOf(row, 'direzione', WAY),
    lon,
    lat,
  ];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const file = `${FILE}/${MEMBER}`;
  const rows = parseCsv(unzip(ctx.read(FILE)), file, FORMAT).map((row) => readLoop(row, unique));
  return {
    tables: { data: { columns: ['period', 'sensor', 'kind', 'street', 'heading', 'lon', 'lat'], rows } },
    period: [PERIOD, PERIOD],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'traffic-loops',
    title: { it: 'Spire contatraffico: posizioni', en: 'Traffic loops: places' },
    notes: [
      {
        it: 'Ogni riga è un sensore (id_uni e codice spira insieme: id_uni da solo compare due volte in viale Pertini, e il codice spira cambia nel tempo). «SPIRA» e «spira» sono la stessa cosa; un sensore è una telecamera.',
        en: 'Each row is a sensor (id_uni and loop code together: id_uni alone occurs twice in viale Pertini, and the loop code changes over time). “SPIRA” and “spira” are the same; one sensor is a camera.',
      },
      {
        it: 'Solo le posizioni: i conteggi orari dell’anno non sono nel file.',
        en: 'Places only: the hourly counts of the year are not in the file.',
      },
      {
        it: 'Tre spire di via Toscana (490, 581 e 583) cadono appena oltre il confine del Comune: sono sulla mappa e non contano in alcuna area.',
        en: 'Three loops on Via Toscana (490, 581 and 583) fall just beyond the municipal border: they are on the map and count in no area.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
