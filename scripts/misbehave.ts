import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import {
  createHandler,
  findAsset,
  listenOn,
  parseRange,
  sendAsset,
  sitePath,
  type Asset,
  type ServeOptions,
  type Served,
} from './serve';

/** What real hosts, proxies and half-finished uploads do to a file. */
export const FAULTS = [
  'range-ignored',
  'range-ignored-no-length',
  'status-416',
  'status-404',
  'status-500',
  'html-200',
  'cut-body',
  'short-body',
  'truncated-archive',
  'swapped-weak-etag',
  'swapped-no-etag',
  'compressed-range',
  'dropped',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Misbehaving extends Served {
  /** From now on, paths that contain `match` suffer `fault`; `other` stands in for them when they are swapped. */
  fail(match: string, fault: Fault, other?: Uint8Array): void;
  /** The host is put right. */
  heal(): void;
  /** Requests seen since the last call, as `METHOD path range`. */
  seen(): string[];
}

interface Rule {
  match: string;
  fault: Fault;
  other?: Uint8Array;
}
type Answer = (req: IncomingMessage, res: ServerResponse, asset: Asset, rule: Rule) => void;

const html =
  '<!doctype html><html lang="it"><title>Accesso alla rete</title><p>Accetta le condizioni.</p></html>';
const withoutRange = (req: IncomingMessage): IncomingMessage => {
  delete req.headers.range;
  return req;
};

/** A partial answer whose body may differ from what its headers promise. */
function partial(
  req: IncomingMessage,
  res: ServerResponse,
  asset: Asset,
  change: (bytes: Buffer, head: Record<string, string | number>) => Buffer,
): void {
  const range = parseRange(req.headers.range, asset.bytes.length);
  const [from, to] = Array.isArray(range) ? range : [0, asset.bytes.length - 1];
  const head: Record<string, string | number> = { 'content-type': asset.type, etag: asset.etag };
  if (range) head['content-range'] = `bytes ${from}-${to}/${asset.bytes.length}`;
  const whole = asset.bytes.subarray(from, to + 1);
  head['content-length'] = whole.length;
  const body = change(whole, head);
  res.writeHead(range ? 206 : 200, head);
  res.write(body, () => (body.length < Number(head['content-length']) ? res.destroy() : res.end()));
}

const swapped: Answer = (req, res, asset, { fault, other }) => {
  const bytes = Buffer.from(other ?? Buffer.from(asset.bytes).reverse());
  partial(req, res, { ...asset, bytes }, (body, head) => {
    delete head['etag'];
    if (fault === 'swapped-weak-etag') head['etag'] = 'W/"1"';
    return body;
  });
};

const ANSWERS: Record<Fault, Answer> = {
  'range-ignored': (req, res, asset) => sendAsset(withoutRange(req), res, asset, []),
  'range-ignored-no-length': (_req, res, asset) => {
    res.writeHead(200, { 'content-type': asset.type, 'transfer-encoding': 'chunked' });
    res.end(asset.bytes);
  },
  'status-416': (req, res, asset) => {
    if (!req.headers.range) return sendAsset(req, res, asset, []);
    res.writeHead(416, { 'content-range': `bytes */${asset.bytes.length}` }).end();
  },
  'status-404': (_req, res) => void res.writeHead(404, { 'content-type': 'text/plain' }).end('not here'),
  'status-500': (_req, res) => void res.writeHead(500, { 'content-type': 'text/plain' }).end('broken'),
  'html-200': (_req, res) =>
    void res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  'cut-body': (req, res, asset) => partial(req, res, asset, (bytes) => bytes.subarray(0, bytes.length >> 1)),
  'short-body': (req, res, asset) =>
    partial(req, res, asset, (bytes, head) => {
      const short = bytes.subarray(0, bytes.length >> 1);
      head['content-length'] = short.length;
      return short;
    }),
  'truncated-archive': (req, res, asset) =>
    sendAsset(
      req,
      res,
      { ...asset, etag: '"half"', bytes: asset.bytes.subarray(0, Math.floor(asset.bytes.length * 0.6)) },
      [],
    ),
  'swapped-weak-etag': swapped,
  'swapped-no-etag': swapped,
  'compressed-range': (req, res, asset) =>
    partial(req, res, asset, (bytes, head) => {
      const small = gzipSync(bytes);
      head['content-encoding'] = 'gzip';
      head['content-length'] = small.length;
      return small;
    }),
  dropped: (req) => void req.socket.destroy(),
};

/** A static host that misbehaves on command, path by path. */
export async function misbehave(options: ServeOptions): Promise<Misbehaving> {
  const well = createHandler(options);
  const base = options.base ?? '/';
  let rules: Rule[] = [];
  const log: string[] = [];
  const served = await listenOn(async (req, res) => {
    log.push(`${req.method} ${req.url} ${req.headers.range ?? ''}`.trim());
    const path = sitePath(req.url, base);
    const rule = rules.find((r) => path?.includes(r.match));
    const asset = rule && path !== null ? await findAsset(options.root, path) : null;
    if (rule && asset) return ANSWERS[rule.fault](req, res, asset, rule);
    return well(req, res);
  }, options);
  return {
    ...served,
    fail: (match, fault, other) => void rules.push(other ? { match, fault, other } : { match, fault }),
    heal: () => void (rules = []),
    seen: () => log.splice(0),
  };
}
