import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { AreaJoin, latLon } from '../steps/parse-points';
import { decimal, integer, oneOf, UniqueKeys } from '../steps/validate';
import { HEX_METRES, HEX_MIN } from '../bases/airbnb-hexes';
import { hexOf } from '../steps/hex-grid';

const FILE = 'services/bologna-rilevazione-airbnb.csv';
const ID = 'bologna-rilevazione-airbnb';
const PRICE = 'Prezzo';
const REVIEWED = 'last_review';

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\r\n',
  boms: 0,
  header: [
    'id',
    'Quartiere',
    'room_type',
    PRICE,
    'minimum_nights',
    'number_of_reviews',
    REVIEWED,
    'reviews_per_month',
    'availability_365',
    'number_of_reviews_ltm',
    'license',
    'Zona di prossimità',
    'Area statistica',
    'Coordinate',
  ],
};

const KIND = new Map([
  ['Entire home/apt', 'entire'],
  ['Private room', 'room'],
  ['Shared room', 'room'],
  ['Hotel room', 'hotel'],
]);

/** Prices are kept in steps of 5 €, apart from everything else: enough for a median. */
const STEP = 5;
/** Asked prices run from 14 to 5,000 € a night. */
const PRICE_RANGE = [5, 20_000] as const;

/** The export's last line lacks its end, though its record is whole; anything else at the end is a cut. */
function withLastNewline(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== '"'.charCodeAt(0)) return bytes;
  const whole = new Uint8Array(bytes.length + 2);
  whole.set(bytes);
  whole.set([13, 10], bytes.length);
  return whole;
}

function price(row: Row): string {
  if (row.get(PRICE) === '') return '';
  const asked = decimal(row, PRICE, ...PRICE_RANGE);
  return String(Math.round(asked / STEP) * STEP);
}

/** Year of the scrape: the newest review. */
function checkReview(row: Row): string {
  const date = row.get(REVIEWED);
  if (date !== '' && !/^20\d\d-\d\d-\d\d$/.test(date)) row.fail(REVIEWED, 'a date', 'The row is shifted.');
  return date;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const areas = new AreaJoin(ctx);
  const groups = new Map<string, { listings: number; recent: number; code: number }>();
  const prices = new Map<string, number>();
  const hexes = new Map<string, { lon: number; lat: number; listings: number; entire: number }>();
  let newest = '';
  const listings = parseCsv(withLastNewline(ctx.read(FILE)), FILE, FORMAT);
  for (const row of listings) {
    unique.add(row, 'id', row.get('id'));
    const reviewed = checkReview(row);
    if (reviewed > newest) newest = reviewed;
    const [lon, lat] = latLon(row, 'Coordinate');
    const kind = oneOf(row, 'room_type', KIND);
    const recent = integer(row, 'number_of_reviews_ltm', 0, 5_000) > 0;
    const area = areas.code(row, 'Area statistica', 'Quartiere');
    const group = groups.get(`${area}|${kind}`) ?? { listings: 0, recent: 0, code: 0 };
    group.listings++;
    if (recent) group.recent++;
    if (row.get('license').trim() !== '') group.code++;
    groups.set(`${area}|${kind}`, group);
    const asked = price(row);
    if (asked !== '') {
      const key = `${area}|${kind}|${asked}`;
      prices.set(key, (prices.get(key) ?? 0) + 1);
    }
    const hex = hexOf(Number(lon), Number(lat), HEX_METRES);
    const known = hexes.get(hex.id) ?? { lon: hex.lon, lat: hex.lat, listings: 0, entire: 0 };
    known.listings++;
    if (kind === 'entire') known.entire++;
    hexes.set(hex.id, known);
  }
  const period = newest.slice(0, 4);
  const shown = [...hexes].filter(([, hex]) => hex.listings >= HEX_MIN);
  const left = [...hexes.values()].filter((hex) => hex.listings < HEX_MIN);
  const unshown = left.reduce((sum, hex) => sum + hex.listings, 0);
  return {
    tables: {
      data: {
        columns: ['period', 'area', 'kind', 'listings', 'recent', 'code'],
        rows: [...groups].map(([key, { listings: n, recent, code }]) => [
          period,
          ...key.split('|'),
          String(n),
          String(recent),
          String(code),
        ]),
      },
      prices: {
        columns: ['period', 'area', 'kind', 'price', 'listings'],
        rows: [...prices].map(([key, n]) => [period, ...key.split('|'), String(n)]),
      },
      hexes: {
        columns: ['period', 'hex', 'lon', 'lat', 'listings', 'entire'],
        rows: shown.map(([id, hex]) => [
          period,
          id,
          hex.lon.toFixed(5),
          hex.lat.toFixed(5),
          String(hex.listings),
          String(hex.entire),
        ]),
      },
    },
    period: [period, period],
    notes: [
      {
        it: `${listings.length} annunci; la recensione più recente è del ${newest}. Griglia di esagoni larghi ${HEX_METRES} m: ${left.length} esagoni con meno di ${HEX_MIN} annunci (${unshown} annunci) non vi compaiono.`,
        en: `${listings.length} listings; the newest review is of ${newest}. Grid of hexagons ${HEX_METRES} m wide: ${left.length} hexagons with fewer than ${HEX_MIN} listings (${unshown} listings) are left out.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'airbnb',
    title: { it: 'Annunci Airbnb per area statistica', en: 'Airbnb listings by statistical area' },
    notes: [
      {
        it: 'Rilevazione di Inside Airbnb ripubblicata dal Comune, che vi aggiunge l’area. Restano solo conteggi: nessun annuncio, nessun dato su chi ospita. Prezzi richiesti per notte, in passi di 5 €; «hotel room» è l’etichetta di Airbnb.',
        en: 'Collected by Inside Airbnb and republished by the municipality, which adds the area. Only counts are kept: no listing, nothing about hosts. Prices asked per night, in steps of €5; “hotel room” is Airbnb’s label.',
      },
      {
        it: 'Inside Airbnb sposta ogni punto fino a 150 m per riservatezza: vicino ai confini un annuncio può cadere nell’area accanto. Stanze private e condivise sono riunite. «code» dice se l’annuncio riporta un codice o una licenza, «recent» se ha recensioni negli ultimi 12 mesi.',
        en: 'Inside Airbnb moves every point by up to 150 m for privacy: near borders a listing may fall into the next area. Private and shared rooms are joined. “code” says whether the listing shows a code or licence, “recent” whether it has reviews in the last 12 months.',
      },
      {
        it: 'L’ultima riga del file è completa ma senza a capo: è accettata così.',
        en: 'The file’s last line is complete but without its line end: accepted as it is.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
