import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { latLon, someText } from '../steps/parse-points';
import { oneOf, UniqueKeys } from '../steps/validate';

const FILE = 'services/mappa-delle-risorse-sociali.csv';
const ID = 'mappa-delle-risorse-sociali';
const PERIOD = '2024';
const KEY = 'GLOBALID';
const ZONE = 'Zona di prossimità';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'Geo Point',
    'Geo Shape',
    KEY,
    'CIVICO',
    'CIVKEY',
    'STRADA',
    'QUARTIERE',
    'NOME',
    "ATTIVITA'",
    'TELEFONO',
    'E_MAIL',
    'SITO_WEB',
    'SOCIAL',
    'ENTE PROMUOVENTE',
    'ACCESSO',
    'ORARI INFO',
    'INDICAZIONI',
    ZONE,
  ],
};

/** The source's 26 activities; the groups that indicators count are made later. */
const ACTIVITY = new Map([
  ['Servizi informativi e di orientamento', 'information'],
  ['Attività di CAF e patronato', 'tax-welfare-desk'],
  ['Attività culturali e ricreative', 'culture-leisure'],
  ['Supporto informatico e burocratico', 'digital-paperwork'],
  ['Corsi di italiano', 'italian-courses'],
  ['Supporto psicologico', 'psychological-support'],
  ['Attività sportive e motorie', 'sport'],
  ['Mense e distribuzione alimentare', 'food'],
  ['Laboratori e corsi', 'workshops'],
  ['Assistenza socio sanitaria', 'health-care'],
  ['Raccolta e distribuzione di indumenti e arredamento', 'clothing-furniture'],
  ['Supporto e consulenza legale', 'legal-advice'],
  ['Supporto alla genitorialità', 'parenting'],
  ['Spazi per eventi e attività', 'spaces'],
  ['Servizi per le dipendenze patologiche', 'addictions'],
  ['Servizi antiviolenza e antidiscriminazione', 'anti-violence'],
  ['Attività di sindacato e associazioni di categoria', 'unions'],
  ['Servizi per il deterioramento cognitivo', 'dementia'],
  ['Orientamento al lavoro', 'job-guidance'],
  ['Servizi accoglienza notturna', 'night-shelter'],
  ['Mediazione sociale e culturale', 'mediation'],
  ['Trasporto sociale', 'transport'],
  ['Supporto abitativo', 'housing-support'],
  ['Docce e servizi igienici pubblici accessibili', 'showers'],
  ['Formazione Professionale', 'vocational-training'],
  ['Corsi di lingue', 'language-courses'],
]);
const ACCESS = new Map([
  ['Accesso libero', 'open'],
  ['Accesso su segnalazione dei servizi', 'referral'],
]);
/**
 * A "?" stands for a character the source lost: of quotation marks around a name, of a dash between words, of an apostrophe after an elided
 * article, and of the ending that would leave a word without gender, which is written * since nobody can tell which sign it was.
 * One that ends a name asks.
 */
const LOST: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})\?(?=\p{L})([^?]*[^?\s])\?(?!\p{L})/gu, '“$1”'],
  [/(?<=\s)\?(?=\s)/gu, '–'],
  [/(?<=\p{L})\?(?=\p{L})/gu, '’'],
  [/(?<=(?<!\p{L})(?:l|d|un|dell|all|nell|sull|dall|quell|sant))\?\s(?=\p{L})/giu, '’'],
  // An accent, written as an apostrophe.
  [/(?<=ta)\?(?=\s+\p{Ll})/gu, '’'],
  [/(?<=\p{L})\?(?=\s+[\p{Ll}–-])/gu, '*'],
];

/** First line of a cell that goes on with a description, with what was lost put back. `mended`: whether anything was. */
function firstLine(row: Row): { line: string; mended: boolean } {
  const given = row.get('NOME').trim().split(/\s*\n/)[0]!;
  const whole = LOST.reduce((text, [lost, sign]) => text.replace(lost, sign), given);
  const line = whole.replace(/\s+/g, ' ').trim();
  if (line === '') someText(row, 'NOME');
  return { line, mended: whole !== given };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  let names = 0;
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const id = row.get(KEY);
    if (!/^\{[0-9A-F-]{36}\}$/.test(id)) row.fail(KEY, 'a GUID in braces', 'The row is shifted.');
    unique.add(row, KEY, id);
    const { line, mended } = firstLine(row);
    if (mended) names++;
    const [lon, lat] = latLon(row, 'Geo Point');
    return [
      PERIOD,
      id.slice(1, 9).toLowerCase(),
      line,
      oneOf(row, "ATTIVITA'", ACTIVITY),
      oneOf(row, 'ACCESSO', ACCESS),
      lon,
      lat,
      ctx.prossimitaCode(row.get(ZONE), row.at(ZONE)),
    ];
  });
  return {
    tables: {
      data: {
        columns: ['period', 'id', 'name', 'kind', 'access', 'lon', 'lat', 'prossimita'],
        rows,
      },
    },
    period: [PERIOD, PERIOD],
    notes: [
      {
        it: `In ${names} nomi la fonte ha un punto interrogativo al posto di apostrofi, virgolette e trattini, che sono stati rimessi; dove manca la desinenza di una parola c’è un asterisco.`,
        en: `In ${names} names the source has a question mark in place of apostrophes, quotation marks and dashes, which were put back; where the ending of a word is lost there is an asterisk.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'social-resources',
    title: { it: 'Mappa delle risorse sociali', en: 'Map of social resources' },
    notes: [
      {
        it: 'Di ogni risorsa restano nome (prima riga: il resto è descrizione, alla fonte troncata a 254 caratteri), attività, tipo di accesso e punto. Non sono riportati telefoni, e-mail, siti, indirizzi, orari ed enti.',
        en: 'Of each resource: name (first line; the rest is description, cut at 254 characters at the source), activity, kind of access and point. Phones, e-mails, sites, addresses, hours and bodies are not carried.',
      },
      {
        it: 'Una sede compare più volte se offre più attività. L’area statistica, che la fonte non dà, si ricava dal punto; la zona di prossimità è quella della fonte. Il file non porta una data: 2024 è l’anno dell’esportazione.',
        en: 'A site appears several times if it offers several activities. The statistical area, which the source lacks, follows from the point; the proximity zone is the source’s. The file bears no date: 2024 is the year of the export.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
