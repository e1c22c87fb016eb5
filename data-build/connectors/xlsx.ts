import { InputError } from '../model';
import type { RawTable } from './table';
import { inflate } from './zip';

/** The last column is XFD (ECMA-376 part 1, 18.18.62 and Excel's own limit). */
const MAX_COLUMNS = 16_384;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
/** A reference to no character of Unicode stays as it is written, as one to an unknown name does. */
const unescape = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Text of an `<si>` or `<is>`: its runs, without phonetic hints. */
const runs = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map((m) => unescape(m[1] ?? ''))
    .join('');

/** Column of a reference: A → 0, Z → 25, AA → 26. */
const columnOf = (reference: string): number =>
  [.../^[A-Z]+/.exec(reference)![0]].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Undefined for a number that no shared string bears. */
function cell(attributes: string, inner: string, shared: readonly string[]): string | undefined {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return runs(inner);
  const value = unescape(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? '');
  if (type === 's') return value === '' ? '' : shared[Number(value)];
  return type === 'b' ? (value === '1' ? 'true' : 'false') : value;
}

/** Elements begun and not ended, or the other way round. Found before they are read: each would be looked for to the end. */
function unpaired(xml: string, name: string): boolean {
  const begun = xml.match(new RegExp(`<${name}\\b(?:[^>]*[^/>])?>`, 'g')) ?? [];
  return begun.length !== xml.split(`</${name}>`).length - 1;
}

/**
 * First sheet of an XLSX workbook (ECMA-376 part 1, 18.3) as text: strings as they are, numbers as the file writes them; dates
 * stay serial numbers. Rows are padded to the width of the first, which is the header. Throws InputError on merged or error cells.
 */
export function readXlsx(bytes: Uint8Array, file: string): RawTable {
  const parts = inflate(bytes, file, (name) => /^xl\/(sharedStrings|worksheets\/sheet1)\.xml$/.test(name));
  const xml = (name: string): string => new TextDecoder().decode(parts.get(name));
  const fail = (expected: string, found: string): never => {
    throw new InputError({ file }, expected, found, 'Export the table as CSV instead.');
  };
  if (!parts.has('xl/worksheets/sheet1.xml')) fail('a workbook with xl/worksheets/sheet1.xml', 'none');
  const sheet = xml('xl/worksheets/sheet1.xml');
  const strings = xml('xl/sharedStrings.xml');
  if (
    !sheet.includes('</sheetData>') ||
    unpaired(sheet, 'row') ||
    unpaired(sheet, 'c') ||
    unpaired(strings, 'si')
  )
    fail('a whole sheet', 'one cut short');
  const shared = [...strings.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map((m) => runs(m[1] ?? ''));
  if (/<mergeCell\b/.test(sheet)) fail('a plain table', 'merged cells');
  const rows = [...sheet.matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const reference = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
      const at = reference === undefined ? cells.length : columnOf(reference);
      if (/\bt="e"/.test(attributes)) fail('values', `an error in ${reference ?? 'a cell'}`);
      if (at >= MAX_COLUMNS) fail(`at most ${MAX_COLUMNS} columns`, `a cell ${String(reference)}`);
      while (cells.length < at) cells.push('');
      cells[at] =
        cell(attributes, inner, shared) ??
        fail('shared strings for all cells', `none for ${reference ?? 'one'}`);
    }
    return cells;
  });
  const [header = [], ...body] = rows;
  if (header.length === 0) fail('a header', 'an empty sheet');
  return {
    header,
    rows: body.map((cells) => {
      if (cells.length > header.length) fail(`rows of ${header.length} cells`, String(cells.length));
      return [...cells, ...Array<string>(header.length - cells.length).fill('')];
    }),
  };
}
