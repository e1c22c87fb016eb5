import { InputError } from '../model';
import { parseCsv, type Row } from './parse-csv';
import { decodeUtf8 } from './read';

/**
 * Income tax tables of the Ministry of Economy and Finance (MEF): one row a comune or postcode, `;`, whole euros, empty where the
 * ministry withholds a figure. Every header ends in a `;` of its own; how many stand too many at the end of each row changes
 * from year to year, so each file states it: a parser that trims whatever it meets would eat withheld figures.
 */
export interface MefFormat {
  /** Semicolons too many at the end of every data row. */
  spare: 0 | 1 | 2;
  /** Columns before the figures. */
  keys: readonly string[];
  /** The tax credit for employees changed its name in 2021. */
  credit: 'Bonus spettante' | 'Trattamento spettante';
}

const NULLS = '(comprensivo dei valori nulli)';
/** Sources of income, in the order of the file. */
const INCOMES = [
  'Reddito da fabbricati',
  'Reddito da lavoro dipendente e assimilati',
  'Reddito da pensione',
  `Reddito da lavoro autonomo ${NULLS}`,
  `Reddito di spettanza dell'imprenditore in contabilita' ordinaria  ${NULLS}`,
  `Reddito di spettanza dell'imprenditore in contabilita' semplificata ${NULLS}`,
  `Reddito da partecipazione  ${NULLS}`,
  'Reddito imponibile',
  'Imposta netta',
] as const;
const SURTAXES = [
  'Reddito imponibile addizionale',
  'Addizionale regionale dovuta',
  'Addizionale comunale dovuta',
];

/** Classes of total income: tidy name → the file's. */
export const CLASSES = new Map([
  ['le0', 'Reddito complessivo minore o uguale a zero euro'],
  ['0-10k', 'Reddito complessivo da 0 a 10000 euro'],
  ['10-15k', 'Reddito complessivo da 10000 a 15000 euro'],
  ['15-26k', 'Reddito complessivo da 15000 a 26000 euro'],
  ['26-55k', 'Reddito complessivo da 26000 a 55000 euro'],
  ['55-75k', 'Reddito complessivo da 55000 a 75000 euro'],
  ['75-120k', 'Reddito complessivo da 75000 a 120000 euro'],
  ['120k+', 'Reddito complessivo oltre 120000 euro'],
]);

/** Tidy columns of both tables: `n` people, `eur` whole euros. */
const FIGURES = new Map([
  ['employees_n', 'Reddito da lavoro dipendente e assimilati - Frequenza'],
  ['employees_eur', 'Reddito da lavoro dipendente e assimilati - Ammontare in euro'],
  ['pensioners_n', 'Reddito da pensione - Frequenza'],
  ['pensioners_eur', 'Reddito da pensione - Ammontare in euro'],
  ['taxable_n', 'Reddito imponibile - Frequenza'],
  ['taxable_eur', 'Reddito imponibile - Ammontare in euro'],
  ['net_tax_n', 'Imposta netta - Frequenza'],
  ['net_tax_eur', 'Imposta netta - Ammontare in euro'],
  ...[...CLASSES].map(([name, raw]) => [`class_${name}_n`, `${raw} - Frequenza`] as const),
]);

export const MEF_COLUMNS = ['taxpayers_n', ...FIGURES.keys()] as const;
const TAXPAYERS = 'Numero contribuenti';

const header = ({ keys, credit }: MefFormat): string[] => [
  ...keys,
  TAXPAYERS,
  ...[...INCOMES, credit, ...SURTAXES, ...CLASSES.values()].flatMap((name) => [
    `${name} - Frequenza`,
    `${name} - Ammontare in euro`,
  ]),
];

/** Rows of a ministry's table once its spare semicolons are off; throws InputError on any line that has not as many as stated. */
export function mefRows(bytes: Uint8Array, file: string, format: MefFormat): Row[] {
  const lines = decodeUtf8(bytes, file, 0).split('\n');
  const clean = lines.map((line, i) => {
    if (i === lines.length - 1 && line === '') return line;
    const tail = i === 0 ? /; ?$/ : new RegExp(`;{${format.spare}}$`);
    if (tail.test(line)) return line.replace(tail, '');
    throw new InputError(
      { file, line: i + 1 },
      `${i === 0 ? 1 : format.spare} spare semicolon(s) at the end`,
      JSON.stringify(line.slice(-20)),
      'The ministry changed the width of the table: compare it with the dataset file.',
    );
  });
  return parseCsv(new TextEncoder().encode(clean.join('\n')), file, {
    delimiter: ';',
    newline: '\n',
    boms: 0,
    header: header(format),
  });
}

/** A figure, or empty where the ministry withholds it. */
function figure(row: Row, column: string): string {
  const text = row.get(column);
  if (!/^-?\d*$/.test(text)) row.fail(column, 'a whole number, or nothing', 'The fields are shifted.');
  return text;
}

/** The figures of a row in the order of MEF_COLUMNS, with the identities that shifted fields would break. */
export function mefFigures(row: Row): string[] {
  const taxpayers = figure(row, TAXPAYERS);
  if (!/^\d+$/.test(taxpayers)) row.fail(TAXPAYERS, 'a whole number', 'Every place has taxpayers.');
  const cells = new Map([...FIGURES].map(([name, column]) => [name, figure(row, column)]));
  const classes = [...CLASSES.keys()].map((name) => Number(cells.get(`class_${name}_n`)));
  const known = classes.reduce((sum, n) => sum + n, 0);
  if (known > Number(taxpayers))
    row.fail(TAXPAYERS, `at least ${known}, the sum of the classes of income`, 'The fields are shifted.');
  for (const part of ['employees_n', 'pensioners_n', 'taxable_n', 'net_tax_n'])
    if (Number(cells.get(part)) > Number(taxpayers))
      row.fail(FIGURES.get(part)!, `at most ${taxpayers}, all taxpayers`, 'The fields are shifted.');
  const mean = Number(cells.get('taxable_eur')) / Number(cells.get('taxable_n'));
  // From 19,000 € (a mountain comune, 2018) to 52,000 € (postcode 40136, 2021).
  if (!(mean > 8_000 && mean < 100_000))
    row.fail(
      FIGURES.get('taxable_eur')!,
      'a mean between 8,000 and 100,000 €',
      'The fields are shifted.',
      String(mean),
    );
  return [taxpayers, ...cells.values()];
}
