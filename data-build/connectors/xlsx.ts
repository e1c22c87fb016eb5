import { InputError } from '../model';
import type { RawTable } from './table';
import { inflate } from './zip';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescape = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) =>
    name.startsWith('#')
      ? String.fromCodePoint(
          name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)),
        )
      : (ENTITIES[name] ?? whole),
  );

/** Text of an `<si>` or `<is>`: its runs, without phonetic hints. */
const runs = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map((m) => unescape(m[1] ?? ''))
    .join('');

/** Column of a reference: A → 0, Z → 25, AA → 26. */
const columnOf = (reference: string): number =>
  [.../^[A-Z]+/.exec(reference)![0]].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cell(attributes: string, inner: string, shared: readonly string[]): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return runs(inner);
  const value = unescape(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? '');
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'b' ? (value === '1' ? 'true' : 'false') : value;
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
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((m) =>
    runs(m[1] ?? ''),
  );
  if (/<mergeCell\b/.test(sheet)) fail('a plain table', 'merged cells');
  const rows = [...sheet.matchAll(/<row\b[^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const reference = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
      const at = reference === undefined ? cells.length : columnOf(reference);
      if (/\bt="e"/.test(attributes)) fail('values', `an error in ${reference ?? 'a cell'}`);
      while (cells.length < at) cells.push('');
      cells[at] = cell(attributes, inner, shared);
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
