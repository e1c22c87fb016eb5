import type * as v from 'valibot';
import { CatalogueSchema, type Catalogue } from '../model/catalogue';
import {
  AreaChangesSchema,
  ChangesSchema,
  DatasetChangesSchema,
  DatasetFileSchema,
  DatasetsSchema,
  EditionsSchema,
  ProvenanceSchema,
  type AreaChanges,
  type Changes,
  type DatasetChanges,
  type DatasetFile,
  type Datasets,
  type Editions,
  type Provenance,
} from '../model/trust';
import { QualitySchema, type Quality } from '../model/quality';
import { TidyPackageSchema, type TidyPackage } from '../model/tidy';
import { parseAs } from './load';
import { getBytes, resolveUrl, retrying, transport, type Transport } from './request';

/** Where the public files stand below the data root. */
export const API = 'api/v1/';
const TRIES = 3;

/**
 * The files published for whoever checks the atlas. Their addresses do not change with their contents, so each is asked for
 * again past the browser's cache, once for the life of this object; a failure is never kept. Methods throw DataError.
 */
export class PublicFiles {
  private readonly t: Transport;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(
    private readonly baseUrl: string,
    options: Partial<Transport> = {},
  ) {
    this.t = transport(options);
  }

  changes(): Promise<Changes> {
    return this.read(ChangesSchema, `${API}changes.json`);
  }
  datasetChanges(id: string): Promise<DatasetChanges> {
    return this.read(DatasetChangesSchema, `${API}changes/${id}.json`);
  }
  areaChanges(): Promise<AreaChanges> {
    return this.read(AreaChangesSchema, `${API}changes/areas.json`);
  }
  editions(): Promise<Editions> {
    return this.read(EditionsSchema, 'editions/index.json');
  }
  datasets(): Promise<Datasets> {
    return this.read(DatasetsSchema, `${API}datasets.json`);
  }
  dataset(id: string): Promise<DatasetFile> {
    return this.read(DatasetFileSchema, `${API}datasets/${id}.json`);
  }
  quality(id: string): Promise<Quality> {
    return this.read(QualitySchema, `${API}quality/${id}.json`);
  }
  provenance(indicator: string): Promise<Provenance> {
    return this.read(ProvenanceSchema, `${API}provenance/${indicator}.json`);
  }
  catalogue(): Promise<Catalogue> {
    return this.read(CatalogueSchema, `${API}catalogue.json`);
  }

  /** `path`: of the package below `api/v1/`. */
  tidyPackage(path: string): Promise<TidyPackage> {
    return this.read(TidyPackageSchema, `${API}${path}`);
  }
  /** Text of a tidy table; `path` below `api/v1/`. Not kept: it may be large, and is parsed once. */
  tidyText(path: string): Promise<string> {
    const url = this.url(`${API}${path}`);
    return retrying(this.t, TRIES, async () =>
      new TextDecoder().decode(await getBytes(this.t, url, { cache: 'no-cache' })),
    );
  }

  /** Address of a published file, for a link. */
  url(path: string): string {
    return resolveUrl(this.baseUrl, path);
  }

  private read<const S extends v.GenericSchema>(schema: S, path: string): Promise<v.InferOutput<S>> {
    const known = this.kept.get(path);
    if (known) return known as Promise<v.InferOutput<S>>;
    const url = this.url(path);
    const fresh = retrying(this.t, TRIES, async () =>
      parseAs(schema, await getBytes(this.t, url, { cache: 'no-cache' }), url),
    );
    fresh.catch(() => this.kept.delete(path));
    this.kept.set(path, fresh);
    return fresh;
  }
}
