import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { AreaJoin } from '../steps/parse-points';
import { oneOf } from '../steps/validate';

const FILE = 'services/elenco-esercizi-attivita-ricettive.csv';
const ID = 'elenco-esercizi-attivita-ricettive';
const GROUP = 'SOTTOAREA';
const TYPE = 'TIPOLOGIA_ESERCIZIO';
const START = 'DATA_INIZIO_ATTIVITA';
const END = 'DATA_CESSAZIONE_ATTIVITA';
const AREA = 'AREA STATISTICA';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'AREA',
    GROUP,
    'STATO',
    'QUARTIERE',
    'ZONA',
    'CENTRO_STORICO',
    'SETTORE',
    'BOTTEGA_STORICA',
    'LATITUDINE',
    'LONGITUDINE',
    START,
    END,
    TYPE,
    'ESERCIZIO_VIA',
    'CIVICO',
    AREA,
    'ATTIVITA_PREVALENTE_ESERCIZIO',
    'ATTIVITA_SECONDARIA_ESERCIZIO',
    'INSERITO_IN_CENTRO_COMMERCALE',
    'geopoint',
  ],
};

/** First of the types a row lists → tidy kind. `''`: decided by the group. */
const KIND = new Map([
  ['Appartamento Ammobiliato Per Uso Turistico', 'flat'],
  ['Appartamenti Ammobiliati Ad Uso Turistico', 'flat'],
  [
    'Intermediazione Da Parte Di Agenzie Immobiliari Nella Locazione Di Appartamenti Ammobiliati A Turisti',
    'flat',
  ],
  ['Case E Appartamenti Per Vacanze', 'holiday-home'],
  ['Bed & Breakfast - Attività Saltuaria Di Alloggio E Prima Colazione', 'bed-breakfast'],
  ['Bed & Breakfast', 'bed-breakfast'],
  ['Affittacamere', 'rooms'],
  ['Camera E Colazione Room & Breakfast', 'rooms'],
  ['Room & Breakfast', 'rooms'],
  ['Locanda', 'rooms'],
  ['Albergo', 'hotel'],
  ['Dipendenza', 'hotel'],
  ['Residenza Turistico Alberghiera', 'hotel'],
  ['Residenza Turistico-Alberghiera', 'hotel'],
  ['Casa Per Ferie', 'other'],
  ['Ostello', 'other'],
  ['Struttura Agrituristica', 'other'],
  ['Strutture Agrituristiche', 'other'],
  ['Fattoria Didattica', 'other'],
  ['Campeggio', 'other'],
  ['non definita', ''],
]);
const GROUP_KIND = new Map([
  ['Alberghi - Residenze turistico alberghiere', 'hotel'],
  ['Strutture ricettive alberghiere', 'hotel'],
  ['Strutture ricettive extralberghiere', 'other'],
  ['Attività extra-alberghiere', 'other'],
  ['Altre tipologie ricettive', 'other'],
  ["Strutture ricettive all'aria aperta", 'other'],
  ['non definita', 'other'],
]);
/** `open` and `closed` count; a refused or pending licence never opened, a suspended one has no date of suspension. */
const STATE = new Map([
  ['Attivo', 'open'],
  ['Cessato', 'closed'],
  ['Sospeso', 'suspended'],
  ['Diniegato', 'refused'],
  ['In attesa', 'pending'],
]);

/** Licences without an area: in the city total only. */
const NO_AREA = 'nd';
/** 3 rows have an area and an empty district, 1 another district. */
const DISTRICT_FAULTS = 6;
/** Rows that are remains of a broken record: 2 so far. */
const MAX_BROKEN = 5;

interface Licence {
  area: string;
  kind: string;
  state: string;
  start: string;
  end: string;
}

/** A record broken in two by the export leaves rows without area of business, dates and place: no licence can be read from them. */
const isBroken = (row: Row): boolean =>
  row.get('AREA') === '' && row.get(START) === '' && row.get(END) === '' && row.get('ESERCIZIO_VIA') === '';

function date(row: Row, column: string): string {
  const text = row.get(column);
  if (!/^(19[89]|20[0-4])\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(text))
    row.fail(column, 'a date like 2019-03-06', 'The row is shifted.');
  return text;
}

function readKind(row: Row): string {
  const first = row.get(TYPE).split(', ')[0]!;
  const kind = KIND.get(first);
  if (kind === undefined)
    row.fail(
      TYPE,
      `one of ${[...KIND.keys()].join(', ')}`,
      'A new type: say in the dataset file where it goes.',
    );
  return kind !== '' ? kind! : oneOf(row, GROUP, GROUP_KIND);
}

function readLicence(row: Row, areas: AreaJoin): Licence {
  if (row.get('AREA') !== 'Attività ricettive') row.fail('AREA', 'Attività ricettive', 'The row is shifted.');
  oneOf(row, GROUP, GROUP_KIND);
  return {
    area: row.get(AREA) === '' ? NO_AREA : areas.code(row, AREA, 'QUARTIERE'),
    kind: readKind(row),
    state: oneOf(row, 'STATO', STATE),
    start: date(row, START),
    end: row.get(END) === '' ? '' : date(row, END),
  };
}

/** Why a licence cannot be placed in time; '' when it can. */
function faultOf({ state, start, end }: Licence): '' | 'no-state' | 'no-end' | 'reversed' {
  if (state !== 'open' && state !== 'closed') return 'no-state';
  if (state === 'closed' && end === '') return 'no-end';
  return end !== '' && end < start ? 'reversed' : '';
}

/** Last whole year: openings stop with it, while closings run on until the day of the export. */
const lastYear = (licences: readonly Licence[]): number =>
  Math.max(...licences.map(({ start }) => Number(start.slice(0, 4))));

/** Openings and closings of each year, licences open on 31 December; `area|year|kind` → counts. */
function countYears(licences: readonly Licence[], last: number): Map<string, [number, number, number]> {
  const counts = new Map<string, [number, number, number]>();
  const add = (area: string, year: number, kind: string, at: 0 | 1 | 2): void => {
    if (year > last) return;
    const key = `${area}|${year}|${kind}`;
    const cell = counts.get(key) ?? [0, 0, 0];
    cell[at]++;
    counts.set(key, cell);
  };
  for (const { area, kind, start, end } of licences) {
    const from = Number(start.slice(0, 4));
    const to = end === '' ? last + 1 : Number(end.slice(0, 4));
    add(area, from, kind, 0);
    if (end !== '') add(area, to, kind, 1);
    // Open on 31 December of every year from the first to the one before it ends; a closing on 31 December is not open that day.
    for (let year = from; year < Math.min(to, last + 1); year++) add(area, year, kind, 2);
  }
  return counts;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const areas = new AreaJoin(ctx, DISTRICT_FAULTS);
  const all = parseCsv(ctx.read(FILE), FILE, FORMAT);
  const broken = all.filter(isBroken);
  if (broken.length > MAX_BROKEN) {
    throw new InputError(
      { file: FILE, line: broken[0]!.line },
      `at most ${MAX_BROKEN} remains of broken records`,
      String(broken.length),
      'Download the export again.',
    );
  }
  const read = all.filter((row) => !isBroken(row)).map((row) => readLicence(row, areas));
  const licences = read.filter((licence) => faultOf(licence) === '');
  const last = lastYear(licences);
  const years = licences.map(({ start }) => Number(start.slice(0, 4)));
  const n = (fault: string): number => read.filter((licence) => faultOf(licence) === fault).length;
  const unplaced = licences.filter(({ area }) => area === NO_AREA).length;
  return {
    tables: {
      data: {
        columns: ['area', 'period', 'kind', 'openings', 'closings', 'active'],
        rows: [...countYears(licences, last)].map(([key, cell]) => [...key.split('|'), ...cell.map(String)]),
      },
    },
    period: [String(Math.min(...years)), String(last)],
    notes: [
      {
        it: `${licences.length} licenze su ${all.length} righe. Lasciate fuori: ${broken.length} resti di righe spezzate, ${n('no-state')} sospese, rifiutate o in attesa, ${n('no-end')} cessate senza data, ${n('reversed')} cessate prima dell’inizio. ${unplaced} senza area statistica (nd) contano solo nella città.`,
        en: `${licences.length} licences out of ${all.length} rows. Left out: ${broken.length} remains of broken rows, ${n('no-state')} suspended, refused or pending, ${n('no-end')} closed without a date, ${n('reversed')} closed before they began. ${unplaced} without a statistical area (nd) count in the city only.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'accommodation-licences',
    title: {
      it: 'Attività ricettive: aperture, chiusure e attività in essere',
      en: 'Accommodation businesses: openings, closings and stock',
    },
    notes: [
      {
        it: 'Conteggi per area, anno e tipo; nessun indirizzo. «active» sono le licenze aperte al 31 dicembre. Un subentro chiude una licenza e ne apre un’altra. L’ultimo anno è quello delle ultime aperture: le chiusure successive non sono riportate, perché parziali.',
        en: 'Counts by area, year and kind; no addresses. “active” are licences open on 31 December. A takeover closes one licence and opens another. The last year is that of the last openings: later closings are not carried, being partial.',
      },
      {
        it: 'Prima del 2005 il registro è incompleto (gli alberghi aperti prima vi compaiono solo se la licenza è stata rinnovata). Gli appartamenti per uso turistico comprendono quelli affittati tramite agenzia.',
        en: 'Before 2005 the register is incomplete (hotels opened earlier appear only if their licence was renewed). Tourist flats include those let through an agency.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
