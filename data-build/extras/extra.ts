import type { Geography, IndicatorSummary, Layer, Table } from '../../src/model/manifest';
import type { Edition } from '../edition-reader';

/** What an extra reads besides the edition: the finished geography and the finished tables. */
export interface ExtraContext {
  /** Lets only the declared datasets be read. */
  edition: Edition;
  geography: Geography;
  /** Finished table and summary of an indicator the extra declares; throws for any other. */
  indicator(id: string): { table: Table; summary: Omit<IndicatorSummary, 'table'> };
  /** Ids of all indicators, in menu order; only for an extra that declares `indicators: 'all'`. */
  indicators: readonly string[];
  /** A file of a parted extra's `first`, parsed; throws where there is none of that name. */
  first(name: string): unknown;
}

/** Files to publish: name in the manifest's `files` → JSON value, or bytes with the extension of the published file. */
export type ExtraFiles = Record<string, unknown | { bytes: Uint8Array; extension: string }>;

type Made = ExtraFiles | Promise<ExtraFiles>;

interface Declared {
  name: string;
  datasets: readonly string[];
  /** Ids of indicators whose finished tables it reads; `all` for every one. */
  indicators?: readonly string[] | 'all';
  /** Other files it (or one of its parts) reads, absolute paths; their bytes are part of the cache key. */
  inputs?: (part: string) => readonly string[];
  /** What the map can draw with it. */
  layers?: readonly Layer[];
}

/** Made in one go. */
export interface WholeExtra extends Declared {
  build(context: ExtraContext): Made;
}

/** Made of parts that are kept each for itself: only those run again whose own reading changed. */
export interface PartedExtra extends Declared {
  /** Made before the parts, for them alone and never published: what all of them would else work out again. */
  first?: (context: ExtraContext) => Made;
  /** Name of the part → what makes its files. */
  parts: Readonly<Record<string, (context: ExtraContext) => Made>>;
  /** Makes the files to publish from those of all parts, name → parsed JSON; without it the parts' files are published as they are. */
  join?: (files: ReadonlyMap<string, unknown>) => ExtraFiles;
}

/**
 * Data beyond indicators, geography and tiles: one file in data-build/extras that exports it as `extra`, found by listing the
 * folder. Each file it returns is published under `extra/`, its content hash in its name, and named in the manifest's `files`.
 * Pure: same inputs, same bytes. Names must be unique over all extras; a name is lower case with points and dashes.
 */
export type Extra = WholeExtra | PartedExtra;
