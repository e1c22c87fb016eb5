import { InputError } from '../model';

/** A member as the central directory of a zip has it (APPNOTE 6.3.10, 4.3.12). */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Of the local header, from the beginning of the file. */
  offset: number;
  encrypted: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The end record stands within the last 65,557 bytes; a comment after it must fill the rest exactly. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return undefined;
}

/** Entries of the central directory. Throws InputError when it is cut, or is a Zip64 one: files of that size are not ours. */
export function zipDirectory(bytes: Uint8Array, file: string): ZipEntry[] {
  const fail = (expected: string, found: string): never => {
    throw new InputError(
      { file },
      expected,
      found,
      'The archive is cut short or damaged: download it again.',
    );
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < 22 ? undefined : findEnd(view);
  if (end === undefined) return fail('a zip', 'no end of central directory');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) fail('a zip below 4 GB', 'Zip64');
  return Array.from({ length: count }, () => {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) fail(`${count} entries`, `none at byte ${at}`);
    const flags = view.getUint16(at + 8, true);
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + nameLength > end) fail('a whole entry', `one cut at byte ${at}`);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const entry = {
      // Bit 11: UTF-8. Without it code page 437 is meant; Latin-1 agrees with both on ASCII.
      name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (flags & 1) === 1,
    };
    at += 46 + nameLength + extra + comment;
    return entry;
  });
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as zip has it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
