import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Clock } from './clock';

/** A clock that never waits: it notes each pause and moves on by it. `random` always answers `chance`. */
export function testClock(
  start = Date.parse('2026-01-15T08:00:00Z'),
  chance = 0.5,
): Clock & { pauses: number[] } {
  let now = start;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    sleep: (ms) => {
      pauses.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => chance,
  };
}

export type Act = (request: IncomingMessage, response: ServerResponse) => void;

/** A host on 127.0.0.1 that acts by a script: per path, one act a request; the last one stays. */
export interface Host {
  url: string;
  script(path: string, ...acts: Act[]): string;
  /** Requests since the last call. */
  seen(): { path: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  const scripts = new Map<string, Act[]>();
  const log: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? '/';
    log.push({ path, headers: request.headers });
    const acts = scripts.get(path) ?? scripts.get(path.split('?')[0]!);
    const act = acts && acts.length > 1 ? acts.shift() : acts?.[0];
    if (act) act(request, response);
    else response.writeHead(404).end('no such path');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    script: (path, ...acts) => {
      scripts.set(path, acts);
      return url + path;
    },
    seen: () => log.splice(0),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Head = Record<string, string | number>;
const all = (body: string | Uint8Array): Buffer => Buffer.from(body as Uint8Array);

/** 200 with a length, or 304 when the request names the same ETag. */
export const give =
  (body: string | Uint8Array, head: Head = {}): Act =>
  (request, response) => {
    if (head['etag'] !== undefined && request.headers['if-none-match'] === head['etag'])
      return void response.writeHead(304, head).end();
    const bytes = all(body);
    response.writeHead(200, { 'content-length': bytes.length, ...head }).end(bytes);
  };

export const status =
  (code: number, head: Head = {}, body = ''): Act =>
  (_request, response) =>
    void response.writeHead(code, head).end(body);

export const gzipped = (body: string | Uint8Array, head: Head = {}): Act =>
  give(gzipSync(all(body)), { 'content-encoding': 'gzip', ...head });

/** Promises the whole body, sends its first `count` bytes and cuts the connection. */
export const cutAfter =
  (count: number, body: string | Uint8Array, head: Head = {}): Act =>
  (_request, response) => {
    const bytes = all(body);
    response.writeHead(200, { 'content-length': bytes.length, ...head });
    response.write(bytes.subarray(0, count), () => setTimeout(() => response.destroy(), 20));
  };

/** Goes on where the Range header says, if If-Range names the same ETag; else the whole body. */
export const resume =
  (body: string | Uint8Array, head: Head & { etag: string }): Act =>
  (request, response) => {
    const bytes = all(body);
    const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
    if (from === undefined || request.headers['if-range'] !== head.etag)
      return give(body, head)(request, response);
    const rest = bytes.subarray(Number(from));
    response.writeHead(206, {
      'content-length': rest.length,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
      ...head,
    });
    response.end(rest);
  };

/** Takes the request and never answers. */
export const silence: Act = () => undefined;
