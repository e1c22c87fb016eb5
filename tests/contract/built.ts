import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { build } from '../../data-build/build';
import {
  GeographySchema,
  TableSchema,
  type Geography,
  type Manifest,
  type Table,
} from '../../src/model/manifest';

export const EDITION = resolve('data-build/edition');

export interface Row {
  level: string;
  area: string;
  period: string;
  value: string;
  status: string;
}

export interface Built {
  /** Folder of this run; everything below goes away with it. */
  root: string;
  out: string;
  manifest: Manifest;
  geography: Geography;
  log: string[];
  read(path: string): Buffer;
  table(id: string): Table;
  csv(id: string): Row[];
  remove(): void;
}

/** Builds the committed edition into a folder of its own, with a cache of its own. */
export async function buildOnce(): Promise<Built> {
  const root = mkdtempSync(join(tmpdir(), 'atlante-'));
  const out = join(root, 'data');
  const log: string[] = [];
  const manifest = await build({
    edition: EDITION,
    out,
    cache: join(root, 'cache'),
    log: (line) => log.push(line),
  });
  const read = (path: string) => readFileSync(join(out, path));
  return {
    root,
    out,
    manifest,
    log,
    read,
    geography: v.parse(GeographySchema, JSON.parse(read(manifest.geography.path).toString())),
    table(id) {
      const summary = manifest.indicators.find((indicator) => indicator.id === id)!;
      return v.parse(TableSchema, JSON.parse(read(summary.table.path).toString()));
    },
    csv: (id) => parseCsv(read(`api/v1/indicators/${id}.csv`).toString()),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Our own files hold no quotes: splitting is enough, and fails loudly on anything else. */
export function parseCsv(text: string): Row[] {
  if (text.includes('"') || text.includes('\r')) throw new Error('unexpected quote or carriage return');
  const [header, ...lines] = text.trimEnd().split('\n');
  if (header !== 'level,area,period,value,status') throw new Error(`header is ${header}`);
  return lines.map((line) => {
    const [level, area, period, value, status, ...more] = line.split(',');
    if (status === undefined || more.length > 0) throw new Error(`bad row ${line}`);
    return { level: level!, area: area!, period: period!, value: value!, status };
  });
}

/** Relative paths of all files below a folder, sorted. */
export const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();
