import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { GeographySchema, ManifestSchema, TableSchema } from '../../src/model/manifest';
import type { Geography, Manifest, Table } from '../../src/model/manifest';

/** What the data build has published in a folder, read as the app reads it and once only. */
export class Published {
  readonly manifest: Manifest;
  readonly geography: Geography;
  readonly #root: string;
  readonly #known = new Map<string, unknown>();

  constructor(root: string) {
    this.#root = root;
    this.manifest = this.#read(ManifestSchema, 'manifest.json');
    this.geography = this.#read(GeographySchema, this.manifest.geography.path);
  }

  table(id: string): Table {
    const summary = this.manifest.indicators.find((s) => s.id === id);
    if (!summary) throw new RangeError(`the manifest names no indicator "${id}"`);
    return this.#read(TableSchema, summary.table.path);
  }

  /** A file of the manifest by its name. */
  file<S extends v.GenericSchema>(schema: S, name: string): v.InferOutput<S> {
    const ref = this.manifest.files[name];
    if (!ref) throw new RangeError(`the manifest names no file "${name}"`);
    return this.#read(schema, ref.path);
  }

  #read<S extends v.GenericSchema>(schema: S, path: string): v.InferOutput<S> {
    const before = this.#known.get(path);
    if (before !== undefined) return before;
    const read = v.parse(schema, JSON.parse(readFileSync(join(this.#root, path), 'utf8')));
    this.#known.set(path, read);
    return read;
  }
}
