import { inflateRawSync } from 'node:zlib';
import { InputError } from '../model';
import { crc32, zipDirectory, type ZipEntry } from './zip-directory';

export interface ZipLimits {
  entries: number;
  /** Inflated size against packed size, of members beyond 1 MB. dBASE tables full of spaces come close to 100. */
  ratio: number;
  /** Inflated size of all members together. */
  bytes: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 2_000, ratio: 200, bytes: 512 * 1024 * 1024 };
const RATIO_FROM = 1024 * 1024;

/**
 * Members of a zip, without inflating anything; refuses an archive beyond the limits, with encrypted members, or with names
 * that climb out of a folder. Sizes are those the archive states; `inflate` holds it to them.
 */
export function listZip(bytes: Uint8Array, file: string, limits: ZipLimits = ZIP_LIMITS): ZipEntry[] {
  const refuse = (expected: string, found: string): never => {
    throw new InputError(
      { file },
      expected,
      found,
      'Do not unpack it by hand: download it again, or ask the publisher.',
    );
  };
  const entries = zipDirectory(bytes, file);
  if (entries.length > limits.entries) refuse(`at most ${limits.entries} members`, String(entries.length));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes) refuse(`at most ${limits.bytes} bytes once inflated`, String(total));
  for (const { name, size, packed, encrypted } of entries) {
    if (size > RATIO_FROM && size > packed * limits.ratio)
      refuse(
        `members inflating at most ${limits.ratio} times`,
        `${name}, ${Math.round(size / packed)} times`,
      );
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name))
      refuse('plain member names', JSON.stringify(name));
    if (encrypted) refuse('members without a password', name);
  }
  return entries;
}

function inflateOne(bytes: Uint8Array, file: string, entry: ZipEntry): Uint8Array {
  const { name, method, offset, packed, size, crc } = entry;
  const fail = (expected: string, found: string): never => {
    throw new InputError(
      { file: `${file}/${name}` },
      expected,
      found,
      'The archive is damaged: download it again.',
    );
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    fail('a local header', 'none');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) fail(`${packed} packed bytes`, String(data.length));
  let out: Uint8Array = data;
  if (method === 8)
    try {
      // Stops as soon as a member inflates beyond the size it states.
      out = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      fail(`${size} bytes, as stated`, (error as Error).message);
    }
  else if (method !== 0) fail('a stored or deflated member', `method ${method}`);
  if (out.length !== size) fail(`${size} bytes, as stated`, String(out.length));
  if (crc32(out) !== crc) fail('the stated checksum', 'another one');
  return out;
}

/** Bytes of the members `wanted` accepts, by name, each checked against its stated size and CRC-32. */
export function inflate(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Map<string, Uint8Array> {
  const chosen = listZip(bytes, file, limits).filter(({ name }) => wanted(name) && !name.endsWith('/'));
  return new Map(chosen.map((entry) => [entry.name, inflateOne(bytes, file, entry)]));
}

/** The one member with an extension, wherever it stands. Hidden files (`__MACOSX/`, `.x`) do not count. */
export function onlyMember(
  bytes: Uint8Array,
  file: string,
  extension: string,
): { name: string; data: Uint8Array } {
  const is = (name: string): boolean =>
    name.toLowerCase().endsWith(extension) && !/(^|\/)(__MACOSX\/|\.)/.test(name);
  const found = [...inflate(bytes, file, is)];
  const [first] = found;
  if (!first || found.length > 1) {
    const names = found.map(([name]) => name).join(', ') || 'none';
    throw new InputError({ file }, `one ${extension} member`, names, 'The archive changed its layout.');
  }
  return { name: first[0], data: first[1] };
}
