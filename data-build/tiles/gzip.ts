import { promisify } from 'node:util';
import { gzip as gzipCallback, gzipSync as zlibGzipSync } from 'node:zlib';

const compress = promisify(gzipCallback) as (data: Uint8Array, options: object) => Promise<Buffer>;
/** On these tiles level 9 saves 0.1 % over level 6 and takes 1.7 times as long. */
const OPTIONS = { level: 6 };

/** RFC 1952: zlib writes mtime 0 itself but its own operating system in byte 9; 255 = unknown, the same everywhere. */
function unsigned(gz: Buffer): Buffer {
  gz[9] = 255;
  return gz;
}

export const gzip = async (data: Uint8Array): Promise<Buffer> => unsigned(await compress(data, OPTIONS));
export const gzipSync = (data: Uint8Array): Buffer => unsigned(zlibGzipSync(data, OPTIONS));
