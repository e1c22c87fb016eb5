import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../model';

/** What the edition remembers of a raw export. */
export interface RawRecord {
  path: string;
  bytes: number;
  sha256: string;
}

/** Portal exports stay far below this; anything larger is not the file we know. */
export const MAX_RAW_BYTES = 256 * 1024 * 1024;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A folder of raw exports: hands out bytes and remembers the hash of everything that was read. */
export class RawFolder {
  private readonly seen = new Map<string, RawRecord>();
  constructor(readonly root: string) {}

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  read(path: string): Uint8Array {
    const full = join(this.root, path);
    if (!existsSync(full)) {
      throw new InputError(
        { file: path },
        'a raw export',
        'no such file',
        'Download it or point --from at the right folder.',
      );
    }
    const size = statSync(full).size;
    if (size === 0 || size > MAX_RAW_BYTES) {
      throw new InputError(
        { file: path },
        `between 1 byte and ${MAX_RAW_BYTES} bytes`,
        `${size} bytes`,
        'Download the export again.',
      );
    }
    const bytes = new Uint8Array(readFileSync(full));
    this.seen.set(path, { path, bytes: bytes.length, sha256: sha256(bytes) });
    return bytes;
  }

  /** Everything read so far, by path. */
  records(): RawRecord[] {
    return [...this.seen.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

const lineAt = (bytes: Uint8Array, offset: number): { line: number; start: number } => {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset; i++)
    if (bytes[i] === 10) {
      line++;
      start = i + 1;
    }
  return { line, start };
};

/** Offset of the byte that begins the first broken sequence, found by halving; the bytes are known to be broken. */
function firstBadByte(bytes: Uint8Array): number {
  // `stream` forgives a sequence cut by `end`: then only what can never be completed counts.
  const decodes = (end: number, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle, true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !decodes(good, false)) good--;
  return good;
}

/** UTF-8 read a first time as Latin-1 or Windows-1252: Ã, Â or â and what follows it. */
const MOJIBAKE = /Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u0080-\u00bf]|â€|\ufffd/;

/**
 * Text of a raw export that must be UTF-8 with exactly `boms` byte order marks (the portal writes one, sometimes two).
 * Throws InputError on broken UTF-8, on text that was decoded wrongly upstream, and on another number of marks.
 */
export function decodeUtf8(bytes: Uint8Array, file: string, boms: 0 | 1 | 2): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = firstBadByte(bytes);
    const { line, start } = lineAt(bytes, offset);
    throw new InputError(
      { file, line, column: `byte ${offset - start + 1}` },
      'UTF-8',
      `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`,
      'Export the file as UTF-8, without passing it through a spreadsheet.',
    );
  }
  const found = /^\ufeff*/.exec(text)?.[0].length ?? 0;
  if (found !== boms) {
    throw new InputError(
      { file, line: 1 },
      `${boms} byte order mark(s)`,
      String(found),
      'Check that this is the portal export, then adjust `boms` in the dataset file.',
    );
  }
  text = text.slice(found);
  const wrong = MOJIBAKE.exec(text);
  if (wrong) {
    const before = text.slice(0, wrong.index);
    const line = before.split('\n').length;
    throw new InputError(
      { file, line, column: `character ${wrong.index - before.lastIndexOf('\n')}` },
      'readable text',
      `${JSON.stringify(wrong[0])}, UTF-8 taken for Latin-1`,
      'Export the file again as UTF-8.',
    );
  }
  return text;
}
