import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { DownloadError } from './errors';

export interface Limits {
  /** Silence after which a connection is given up. Big exports take the portal about 50 s before the first byte. */
  idleMs: number;
  /** One attempt, from request to last byte. */
  totalMs: number;
  /** Of a body, on the wire and decoded. */
  maxBytes: number;
}

export const LIMITS: Limits = { idleMs: 120_000, totalMs: 15 * 60_000, maxBytes: 256 * 1024 * 1024 };
const MAX_REDIRECTS = 5;

/** An open answer. `done` must be called when its body was read or is not wanted; `fault` says why a body broke off. */
export interface Answer {
  url: URL;
  response: IncomingMessage;
  fault(): DownloadError | undefined;
  done(): void;
}

function sendOnce(url: URL, headers: Record<string, string>, limits: Limits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let fault: DownloadError | undefined;
    const request = (url.protocol === 'https:' ? https : http).get(url, { headers });
    const stop = (expected: string, found: string): void => {
      fault ??= new DownloadError(url.href, expected, found, { passing: true });
      request.destroy(fault);
    };
    const total = setTimeout(
      () => stop(`an answer within ${limits.totalMs / 1000} s`, 'one still under way'),
      limits.totalMs,
    );
    request.setTimeout(limits.idleMs, () => stop(`a byte within ${limits.idleMs / 1000} s`, 'silence'));
    request.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(total);
      fault ??= new DownloadError(url.href, 'an answer', error.code ?? error.message, {
        passing: true,
        unreachable: true,
      });
      reject(fault);
    });
    request.on('response', (response) => {
      // Without a listener a body that breaks off before it is read would end the process.
      response.on('error', () => undefined);
      const done = (): void => {
        clearTimeout(total);
        if (!response.complete) response.destroy();
        else response.resume();
      };
      resolve({ url, response, fault: () => fault, done });
    });
  });
}

/** Sends a GET and follows redirects, never from https to http. `turn` is asked before each request, by host. */
export async function send(
  href: string,
  headers: Record<string, string>,
  limits: Limits,
  turn: (host: string) => Promise<void>,
): Promise<Answer> {
  let url = new URL(href);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    await turn(url.hostname);
    const answer = await sendOnce(url, headers, limits);
    const { statusCode = 0, headers: got } = answer.response;
    if (![301, 302, 303, 307, 308].includes(statusCode) || got.location === undefined) return answer;
    answer.done();
    const next = new URL(got.location, url);
    if (!/^https?:$/.test(next.protocol) || (url.protocol === 'https:' && next.protocol !== 'https:'))
      throw new DownloadError(href, 'a redirect to https', next.href, {
        todo: 'Put the new address into the dataset file.',
      });
    url = next;
  }
  throw new DownloadError(href, `at most ${MAX_REDIRECTS} redirects`, 'more', {
    todo: 'Open the address in a browser.',
  });
}
