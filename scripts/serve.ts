import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pbf': 'application/x-protobuf',
  '.pmtiles': 'application/vnd.pmtiles',
};
/** Already compressed inside, or read by range: coding them again would break ranges. */
const PLAIN = new Set(['.pmtiles', '.png', '.woff2', '.ico']);

export type Encoding = 'br' | 'gzip';
export interface Asset {
  bytes: Buffer;
  type: string;
  /** Strong entity tag of the plain bytes, quoted. */
  etag: string;
  /** A name that carries a content hash never changes its bytes. */
  immutable: boolean;
  compressible: boolean;
}

export interface ServeOptions {
  root: string;
  /** First port tried; 0 takes any. */
  port?: number;
  host?: string;
  /** Path below which the site stands, e.g. `/atlante/`. */
  base?: string;
  /** Content codings offered, best first. */
  encodings?: readonly Encoding[];
}

const HASHED = /[.-][0-9a-f]{8,64}\.[a-z0-9]+$/;
const known = new Map<string, { key: string; asset: Asset }>();

/** The file behind a path of the site, or null; never one outside the root. */
export async function findAsset(root: string, path: string): Promise<Asset | null> {
  const file = resolve(join(root, normalize(path)), path.endsWith('/') ? 'index.html' : '');
  if (file !== resolve(root) && !file.startsWith(resolve(root) + sep)) return null;
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) return null;
  const key = `${info.mtimeMs}|${info.size}`;
  const before = known.get(file);
  if (before?.key === key) return before.asset;
  const bytes = await readFile(file);
  const asset: Asset = {
    bytes,
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
    immutable: path.includes('/assets/') || HASHED.test(path),
    compressible: !PLAIN.has(extname(file)) && bytes.length > 512,
  };
  known.set(file, { key, asset });
  return asset;
}

const coded = new Map<string, Buffer>();
function encode(asset: Asset, encoding: Encoding): Buffer {
  const key = asset.etag + encoding;
  const before = coded.get(key);
  if (before) return before;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const bytes =
    encoding === 'br' ? brotliCompressSync(asset.bytes, quality) : gzipSync(asset.bytes, { level: 9 });
  coded.set(key, bytes);
  return bytes;
}

/** First and last byte asked for; `unsatisfiable`; or null when the whole is the right answer (RFC 9110, §14). */
export function parseRange(
  header: string | undefined,
  size: number,
): [number, number] | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const last = match[2] === '' ? size - 1 : Number(match[2]);
  if (match[1] === '') return Number(match[2]) === 0 ? 'unsatisfiable' : [Math.max(0, size - last), size - 1];
  const first = Number(match[1]);
  if (match[2] !== '' && last < first) return null;
  return first >= size ? 'unsatisfiable' : [first, Math.min(last, size - 1)];
}

const accepts = (req: IncomingMessage, encoding: string): boolean =>
  new RegExp(`(^|,)\\s*${encoding}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))|,|$)`).test(
    String(req.headers['accept-encoding'] ?? ''),
  );

/** Answers with an asset: conditional, ranged or coded as the request allows. */
export function sendAsset(
  req: IncomingMessage,
  res: ServerResponse,
  asset: Asset,
  encodings: readonly Encoding[],
): void {
  const head: Record<string, string | number> = {
    'content-type': asset.type,
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'access-control-allow-origin': '*',
  };
  if (asset.compressible) head['vary'] = 'accept-encoding';
  const ifRange = req.headers['if-range'];
  const range = ifRange && ifRange !== asset.etag ? null : parseRange(req.headers.range, asset.bytes.length);
  const encoding = asset.compressible && !range ? encodings.find((e) => accepts(req, e)) : undefined;
  head['etag'] = encoding ? asset.etag.replace(/"$/, `-${encoding}"`) : asset.etag;
  if (
    String(req.headers['if-none-match'] ?? '')
      .split(/,\s*/)
      .includes(head['etag'])
  ) {
    return void res.writeHead(304, head).end();
  }
  if (range === 'unsatisfiable') {
    return void res.writeHead(416, { ...head, 'content-range': `bytes */${asset.bytes.length}` }).end();
  }
  let body = encoding ? encode(asset, encoding) : asset.bytes;
  if (encoding) head['content-encoding'] = encoding;
  if (range) {
    head['content-range'] = `bytes ${range[0]}-${range[1]}/${asset.bytes.length}`;
    body = body.subarray(range[0], range[1] + 1);
  }
  head['content-length'] = body.length;
  res.writeHead(range ? 206 : 200, head).end(req.method === 'HEAD' ? undefined : body);
}

/** Path below the base, decoded, starting with a slash; null when outside or malformed. */
export function sitePath(url: string | undefined, base: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
    return path.startsWith(base) && !path.includes('\0') ? path.slice(base.length - 1) : null;
  } catch {
    return null;
  }
}

export function createHandler(
  options: ServeOptions,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const { root, base = '/', encodings = ['br', 'gzip'] } = options;
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return void res.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (base !== '/' && req.url === base.slice(0, -1))
      return void res.writeHead(308, { location: base }).end();
    const path = sitePath(req.url, base);
    const asset = path === null ? null : await findAsset(root, path);
    if (!asset)
      return void res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404: not here\n');
    sendAsset(req, res, asset, encodings);
  };
}

const listen = (server: Server, port: number, host: string): Promise<boolean> =>
  new Promise((done, fail) => {
    server.once('error', (e: NodeJS.ErrnoException) => (e.code === 'EADDRINUSE' ? done(false) : fail(e)));
    server.listen(port, host, () => done(true));
  });

export interface Served {
  /** Address of the site, with its base, ending in a slash. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Listens on the first free port from `port` on. */
export async function listenOn(
  handler: ReturnType<typeof createHandler>,
  options: Omit<ServeOptions, 'root'>,
): Promise<Served> {
  const { host = '127.0.0.1', base = '/' } = options;
  const first = options.port ?? 0;
  for (let port = first; port < first + 50; port++) {
    const server = createServer((req, res) => {
      handler(req, res).catch((e: unknown) => {
        console.error(e);
        if (!res.headersSent) res.writeHead(500);
        res.end();
      });
    });
    if (!(await listen(server, port, host))) continue;
    const at = (server.address() as AddressInfo).port;
    const close = (): Promise<void> =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    return { url: `http://${host}:${at}${base}`, port: at, close };
  }
  throw new Error(`no free port from ${first} to ${first + 49}`);
}

/** Serves a folder as any static host would. */
export const serve = (options: ServeOptions): Promise<Served> => listenOn(createHandler(options), options);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: '/' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const root = positionals[0] ?? 'dist';
  const site = await serve({ root, port: Number(values.port), base: values.base, host: values.host });
  console.log(`${root} on ${site.url}`);
}
