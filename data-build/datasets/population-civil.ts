import { InputError, type DatasetModule, type RefreshContext, type TidyTable } from '../model';
import { comune } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, oneOf, PeriodTotals } from '../steps/validate';

const FILE = 'timeseries/politics/pop_zona_eta_singola_sesso_statocivile_2010_2021.csv';
const ID = 'popolazione-residente-per-stato-civile-eta-sessocittadinanza-quartiere-e-zona-se';

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: [
    'id_zona',
    'anno',
    'eta_grandi',
    'eta_quinquennali',
    'eta_singolo',
    'sesso',
    'stato_civile',
    'residenti',
  ],
};

const SEX = new Map([
  ['Femmine', 'f'],
  ['Maschi', 'm'],
]);
/** Civil unions count with the marital state that the law equates them to: alone, they are a handful of people in a zona. */
const STATUS = new Map([
  ['Celibi/nubili', 'never-married'],
  ['Coniugati/e', 'married'],
  ['Uniti/e civilmente', 'married'],
  ['Divorziati/e', 'divorced'],
  ['Già unito/a civilmente (scioglimento)', 'divorced'],
  ['Vedovi/e', 'widowed'],
  // As printed: the republication lost the G of «Già».
  ['ià unito/a civilmente (decesso)', 'widowed'],
]);
const MAX_AGE = 115;
/** Above it single ages hold one or two people each: they are put together. */
const TOP_AGE = 100;
/** The two citizenships, whose column the republication dropped: a key comes once or twice. */
const ROWS_PER_KEY = 2;
/** Largest yearly move of the city so far: 0.7 % (2011). */
const CITY_MOVE = 0.03;

/** The five-year and the broad band printed beside the single age must hold it. */
function readAge(row: Row): number {
  const age = integer(row, 'eta_singolo', 0, MAX_AGE);
  for (const column of ['eta_quinquennali', 'eta_grandi']) {
    const band = /^(\d\d)(?:-(\d\d)| e oltre)$/.exec(row.get(column));
    if (band && age >= Number(band[1]) && age <= Number(band[2] ?? MAX_AGE)) continue;
    row.fail(column, `a band that holds the age ${age}`, 'The row is shifted.');
  }
  return age;
}

const civilBand = (age: number): string =>
  age < 18 ? '0-17' : age < 35 ? '18-34' : age < 50 ? '35-49' : age < 65 ? '50-64' : '65+';

/** Counts by key, as rows of a table. */
class Counter {
  private readonly sums = new Map<string, number>();
  add(key: readonly string[], n: number): void {
    const id = key.join('|');
    this.sums.set(id, (this.sums.get(id) ?? 0) + n);
  }
  table(columns: readonly string[]): TidyTable {
    return { columns, rows: [...this.sums].map(([id, n]) => [...id.split('|'), String(n)]) };
  }
}

function readZona(row: Row, zone: ReadonlySet<string>): string {
  const zona = row.get('id_zona');
  if (!zone.has(zona)) row.fail('id_zona', 'the letter of a zona', 'The row is shifted.');
  return zona;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const zone = new Set(ctx.zonaCodes());
  const totals = new PeriodTotals(FILE, 'residenti');
  const met = new Map<string, Set<string>>();
  const times = new Map<string, number>();
  const [ages, civil] = [new Counter(), new Counter()];
  for (const row of parseCsv(ctx.read(FILE), FILE, FORMAT)) {
    const zona = readZona(row, zone);
    const period = String(integer(row, 'anno', 1986, 2100));
    const age = readAge(row);
    const sex = oneOf(row, 'sesso', SEX);
    const status = oneOf(row, 'stato_civile', STATUS);
    const residents = integer(row, 'residenti', 1, 20_000);
    const key = [zona, period, age, sex, row.get('stato_civile')].join('|');
    const n = (times.get(key) ?? 0) + 1;
    if (n > ROWS_PER_KEY) {
      throw new InputError(
        row.at('stato_civile'),
        `at most ${ROWS_PER_KEY} rows a key, Italians and foreigners`,
        `${n} for ${key}`,
        'Rows are doubled: download the export again.',
      );
    }
    times.set(key, n);
    totals.add(period, residents, row.line);
    meet(met, period, zona);
    ages.add([zona, period, age >= TOP_AGE ? `${TOP_AGE}+` : String(age), sex], residents);
    civil.add([zona, period, civilBand(age), sex, status], residents);
  }
  checkCoverage(FILE, 'id_zona', met, [...zone]);
  totals.checkSteady(CITY_MOVE);
  return {
    tables: {
      data: ages.table(['zona', 'period', 'age', 'sex', 'residents']),
      civil: civil.table(['zona', 'period', 'age', 'sex', 'status', 'residents']),
    },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'population-civil',
    title: {
      it: 'Popolazione residente per zona, singolo anno di età, sesso e stato civile',
      en: 'Residents by zone, single year of age, sex and civil status',
    },
    notes: [
      {
        it: 'Residenti al 31 dicembre con una dimora. In data.csv le singole età per sesso, con 100 e oltre insieme; in civil.csv lo stato civile per cinque classi di età. Le celle a zero sono omesse, come alla fonte.',
        en: 'Residents with a fixed abode on 31 December. data.csv holds single ages by sex, 100 and over together; civil.csv civil status by five age bands. Zero cells are left out, as at the source.',
      },
      {
        it: 'La ripubblicazione di terzi da cui si parte ha perso la colonna della cittadinanza: metà delle chiavi compare due volte (italiani e stranieri) e le righe si sommano; una terza riga ferma la lettura.',
        en: 'The third party’s republication at the start lost the citizenship column: half of the keys come twice (Italians and foreigners) and the rows are summed; a third row stops the reading.',
      },
      {
        it: 'Unioni civili (dal 2017): unite con i coniugati; sciolte con i divorziati; cessate per decesso con i vedovi. La fonte scrive «ià unito/a civilmente (decesso)», senza la prima lettera.',
        en: 'Civil unions (since 2017): with the married; dissolved ones with the divorced; ended by death with the widowed. The source writes “ià unito/a civilmente (decesso)”, its first letter lost.',
      },
    ],
  },
  sources: [{ path: FILE, url: comune(ID).landingPage }],
  refresh,
};
