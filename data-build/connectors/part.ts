import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CutError, DownloadError } from './errors';
import type { Answer } from './exchange';

export const partSize = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/**
 * What lets a cut download go on with If-Range (RFC 9110, 13.1.5): a strong ETag, or a Last-Modified at least a second
 * older than the answer. Undefined when there is neither, and the next attempt starts over.
 */
export function strongValidator(headers: IncomingHttpHeaders): string | undefined {
  const { etag, date } = headers;
  if (etag !== undefined) return etag.startsWith('W/') ? undefined : etag;
  const modified = headers['last-modified'];
  if (modified === undefined || date === undefined) return undefined;
  return Date.parse(date) - Date.parse(modified) >= 1000 ? modified : undefined;
}

/** First byte and whole length a 206 promises. */
export function contentRange(
  header: string | undefined,
): { start: number; total: number | undefined } | undefined {
  const found = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '');
  if (!found) return undefined;
  return { start: Number(found[1]), total: found[2] === '*' ? undefined : Number(found[2]) };
}

/** Appends a body to the part file from `start` on; what was written stays there when the body breaks off. */
export async function appendBody(
  answer: Answer,
  path: string,
  start: number,
  maxBytes: number,
): Promise<number> {
  mkdirSync(dirname(path), { recursive: true });
  if (start === 0) rmSync(path, { force: true });
  const file = openSync(path, 'a');
  let size = start;
  try {
    for await (const chunk of answer.response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes)
        throw new DownloadError(answer.url.href, `at most ${maxBytes} bytes`, 'more', {
          todo: 'Narrow the export, or raise the limit on purpose.',
        });
      writeSync(file, chunk);
    }
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    const found = answer.fault()?.message ?? `a connection cut after ${size} bytes`;
    throw new CutError(answer.url.href, 'the whole body', found, { passing: true });
  } finally {
    closeSync(file);
    answer.done();
  }
  return size;
}

/** The part file without its content coding; a gzip body that inflates beyond `maxBytes` is refused while it inflates. */
export function decodePart(path: string, encoding: string, maxBytes: number, where: string): Uint8Array {
  const raw = readFileSync(path);
  if (encoding === '' || encoding === 'identity') return raw;
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    throw new DownloadError(where, 'gzip or no content coding', encoding, {
      todo: 'The host ignores Accept-Encoding.',
    });
  try {
    return gunzipSync(raw, { maxOutputLength: maxBytes });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new DownloadError(where, `at most ${maxBytes} bytes once inflated`, 'more', {
        todo: 'Narrow the export, or raise the limit on purpose.',
      });
    throw new DownloadError(where, 'a gzip body', message, { passing: true });
  }
}
