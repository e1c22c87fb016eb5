import type { Dataset, Geography, Ramp } from '../src/model/manifest';
import type { Cell } from '../src/model/cell';
import type { Level, Text } from '../src/model/ids';
import type { Measure, Unit } from '../src/model/unit';
import type { PON } from '../src/model/manifest';

/** A fault in an input: says where, what was expected and what to do. Stops its dataset, never the others. */
export class InputError extends Error {
  override name = 'InputError';
  constructor(
    readonly at: { file: string; line?: number; column?: string },
    readonly expected: string,
    readonly found: string,
    readonly todo: string,
  ) {
    super(
      `${at.file}${at.line === undefined ? '' : `:${at.line}`}${at.column === undefined ? '' : ` [${at.column}]`}: ` +
        `expected ${expected}, found ${found}. ${todo}`,
    );
  }
}

/** One raw export: where it stands below `--from DIR`, and where it comes from. */
export interface RawSource {
  path: string;
  url: string;
  /** Columns the live export calls otherwise: its name (API name or new label) → the name this dataset's parser expects. */
  rename?: Readonly<Record<string, string>>;
  /** Columns typed DATE in a Parquet export that mean a year. */
  years?: readonly string[];
  /** The dataset can do without: where it cannot be had a refresh says so and goes on. */
  awaited?: true;
}

/** Tidy long table as committed: UTF-8, LF, comma, RFC 4180, rows sorted, numbers with a point. */
export interface TidyTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What a dataset's `refresh` hands back: files below `edition/<id>/`, by name. TopoJSON as an object, tables as rows. */
export interface EditionFiles {
  tables?: Record<string, TidyTable>;
  topologies?: Record<string, unknown>;
  /** First and last period found in the data. */
  period: readonly [string, string];
  /** Notes whose figures were counted in this run; printed after the dataset's own. */
  notes?: readonly Text[];
}

export interface RefreshContext {
  /** Bytes of a raw source; throws InputError when it is missing or truncated. */
  read(path: string): Uint8Array;
  /** Whether a raw source is there: for those a dataset can do without. */
  has(path: string): boolean;
  /** Areas by normalised name and by code, from the geography dataset, which is refreshed first. */
  areaCode(name: string, at: { file: string; line: number; column: string }): string;
  /** Zona letter by normalised name; "S. Viola" and "Santa Viola" are one. */
  zonaCode(name: string, at: { file: string; line: number; column: string }): string;
  /** Code of a zona di prossimità by normalised name. */
  prossimitaCode(name: string, at: { file: string; line?: number; column: string }): string;
  /** Codes every period of an area or zona table must cover, without no fixed abode. */
  areaCodes(): readonly string[];
  zonaCodes(): readonly string[];
  prossimitaCodes(): readonly string[];
  /** Name of the quartiere an area or zona stands in, by code; undefined for an unknown code. */
  quartiereOf(code: string): string | undefined;
  warn(message: string): void;
}

/** Reads the committed edition; every path asked for becomes part of the step's cache key. */
export interface EditionReader {
  table(dataset: string, name?: string): Record<string, string>[];
  topology(dataset: string, name: string): import('topojson-specification').Topology;
}

/** Cells of one indicator: level → period → area code → cell. A combination left out is `not-available`. */
export type IndicatorCells = Partial<Record<Level, Map<string, Map<string, Cell>>>>;

export interface IndicatorModule {
  id: string;
  /** Id of the same measure for the 55 comuni where this is of the city's parts, or the other way round; both say so. */
  twin?: string;
  theme: string;
  pon: (typeof PON)[number];
  title: Text;
  question: Text;
  /** The legend as a sentence that follows the place, `{n}` for the number: "{n} residenti ogni 100 hanno 65 anni e oltre". */
  sentence?: Text;
  definition: Text;
  method: Text;
  notes: readonly Text[];
  measure: Measure;
  unit: Unit;
  ramp: Ramp;
  direction: 'better' | 'worse' | 'neither';
  decimals: number;
  /** Levels where the arithmetic is not right; their cells say `not-applicable`. */
  notApplicable: readonly Level[];
  seriesBreaks: readonly { period: string; note: Text }[];
  /** Ids of the edition datasets it rests on. */
  datasets: readonly string[];
}

/** An indicator with its arithmetic. Files in data-build/indicators/ export `indicators`, found by listing the folder. */
export interface Indicator extends IndicatorModule {
  /** Place in its theme's menu. */
  order: number;
  /** What the number is divided by or computed over, in words; null for a plain count, which is then no choropleth. */
  denominator: Text | null;
  /** `edition` lets only the declared datasets be read. Pure: same input, same cells. */
  compute(edition: EditionReader, geography: Geography): IndicatorCells;
}

/** One dataset = one file in data-build/datasets/, found by its name, listed nowhere. */
export interface DatasetModule {
  /** `period` comes from the data, `accessed` from the run that met these raw bytes first. */
  meta: Omit<Dataset, 'period' | 'accessed'>;
  sources: readonly RawSource[];
  /**
   * What a refresh asks the publishers for in place of `sources`, where those are pieces that no address gives. `refresh` takes
   * what is there (`has`).
   */
  live?: readonly RawSource[];
  refresh(ctx: RefreshContext): EditionFiles | Promise<EditionFiles>;
}
