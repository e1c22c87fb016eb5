import { type DatasetModule, type RefreshContext } from '../model';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { decimal, integer, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'timeseries/unibo_student_composition_2014_2024.csv';
const TOTAL = 'Totale Studenti';

/** Region as printed → ISTAT code; the two autonomous provinces come as one. */
const REGIONS = new Map([
  ['ABRUZZO', '13'],
  ['BASILICATA', '17'],
  ['CALABRIA', '18'],
  ['CAMPANIA', '15'],
  ['EMILIA ROMAGNA', '08'],
  ['FRIULI VENEZIA GIULIA', '06'],
  ['LAZIO', '12'],
  ['LIGURIA', '07'],
  ['LOMBARDIA', '03'],
  ['MARCHE', '11'],
  ['MOLISE', '14'],
  ['PIEMONTE', '01'],
  ['PUGLIA', '16'],
  ['SARDEGNA', '20'],
  ['SICILIA', '19'],
  ['TOSCANA', '09'],
  ['TRENTINO ALTO ADIGE', '04'],
  ['UMBRIA', '10'],
  ["VALLE D'AOSTA", '02'],
  ['VENETO', '05'],
]);
const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: ['AnnoA', TOTAL, ...REGIONS.keys()],
};
/** Shares are printed with two decimals: twenty of them may miss 100 by a tenth. */
const ROUNDING = 0.1;
/** Largest yearly move so far: 2.5 % (2022). */
const MOVE = 0.08;

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, TOTAL);
  const [students, origins]: string[][][] = [[], []];
  for (const row of parseCsv(ctx.read(FILE), FILE, FORMAT)) {
    const period = String(integer(row, 'AnnoA', 2000, 2100));
    unique.add(row, 'AnnoA', period);
    const total = integer(row, TOTAL, 1_000, 200_000);
    totals.add(period, total, row.line);
    students!.push([period, String(total)]);
    let sum = 0;
    for (const [region, code] of REGIONS) {
      const share = decimal(row, region, 0, 100);
      sum += share;
      origins!.push([period, code, String(share)]);
    }
    if (Math.abs(sum - 100) > ROUNDING)
      row.fail(
        'VENETO',
        'shares of the regions adding up to 100',
        'A column is lost or shifted.',
        sum.toFixed(2),
      );
  }
  totals.checkSteady(MOVE);
  return {
    tables: {
      data: { columns: ['period', 'students'], rows: students! },
      regions: { columns: ['period', 'region', 'share'], rows: origins! },
    },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    publisher: 'Ministero dell’Università e della Ricerca – USTAT, elaborazione di metamuses/here-to-stay',
    sourceId: 'D1_student_composition',
    landingPage: 'https://github.com/metamuses/here-to-stay',
    licence: { id: 'MIT', title: 'MIT License', url: 'https://opensource.org/license/mit' },
    id: 'students-unibo',
    title: {
      it: 'Studenti dell’Università di Bologna per regione di residenza',
      en: 'Students of the University of Bologna by region of residence',
    },
    notes: [
      {
        it: 'Elaborazione di terzi su dati USTAT del Ministero, con la licenza degli elaboratori; quella dei dati di partenza non è stata verificata. L’università intera, con tutte le sue sedi: non gli studenti che abitano in città.',
        en: 'A third party’s reworking of the Ministry’s USTAT data, under the reworkers’ licence; that of the underlying data was not checked. The whole university with all its campuses: not the students who live in the city.',
      },
      {
        it: 'Le quote per regione italiana sommano a 100 (a meno degli arrotondamenti): chi risiede all’estero è nel totale ma non nelle quote, che dunque non si moltiplicano per il totale. L’anno è quello indicato dalla fonte; codici ISTAT delle regioni, Trentino-Alto Adige intero.',
        en: 'Shares by Italian region add up to 100 (but for rounding): residents abroad may be in the total but are not in the shares, which must not be multiplied by it. The year is the source’s; ISTAT codes of the regions, Trentino-Alto Adige as one.',
      },
    ],
  },
  sources: [{ path: FILE, url: 'https://github.com/metamuses/here-to-stay' }],
  refresh,
};
