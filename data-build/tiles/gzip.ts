import { promisify } from 'node:util';
import { constants, gzip as gzipCallback, gzipSync as zlibGzipSync } from 'node:zlib';

const compress = promisify(gzipCallback) as (data: Uint8Array, options: object) => Promise<Buffer>;
const OPTIONS = { level: constants.Z_BEST_COMPRESSION };

/** RFC 1952: zlib writes mtime 0 itself but its own operating system in byte 9; 255 = unknown, the same everywhere. */
function unsigned(gz: Buffer): Buffer {
  gz[9] = 255;
  return gz;
}

export const gzip = async (data: Uint8Array): Promise<Buffer> => unsigned(await compress(data, OPTIONS));
export const gzipSync = (data: Uint8Array): Buffer => unsigned(zlibGzipSync(data, OPTIONS));
