import * as v from 'valibot';

/** Raise on any change an older page could misread. */
export const ADDRESS_VERSION = 1;

const Whole = v.pipe(v.number(), v.integer());

/**
 * `search/streets.json`: every street, in alphabetical order of `names`; the other arrays run beside it.
 * Positions are [lon, lat] in whole hundred-thousandths of a degree, WGS84.
 */
export const StreetIndexSchema = v.object({
  schemaVersion: v.literal(ADDRESS_VERSION),
  /** "Via Giuseppe Massarenti". */
  names: v.array(v.string()),
  /** Which of `shards` holds the street's numbers; -1 for a street without any. */
  shard: v.array(Whole),
  /** Middle of each street without numbers, by its place in `names`: the others have their numbers'. */
  middle: v.record(v.string(), v.tuple([Whole, Whole])),
  /** Codes of the statistical areas its numbers stand in, most numbers first. */
  areas: v.array(v.array(v.string())),
  /** Files of house numbers, paths below the data root; the ten digits in a name begin the SHA-256 of its bytes. */
  shards: v.array(
    v.object({
      path: v.pipe(v.string(), v.regex(/^search\/numbers-\d+\.[0-9a-f]{10}\.json$/)),
      bytes: Whole,
    }),
  ),
});
export type StreetIndex = v.InferOutput<typeof StreetIndexSchema>;

/** Numbers of one street, ascending; arrays run side by side. */
export const StreetNumbersSchema = v.object({
  /** "1 3 5 5/2 5/A": separated by a space. */
  n: v.string(),
  /** Hundred-thousandths of a degree, each but the first as the difference from the one before. */
  x: v.array(Whole),
  y: v.array(Whole),
  /** Area codes by number, as runs: code, how many, code, how many… "" where the source has no area. */
  a: v.array(v.union([v.string(), Whole])),
});
export type StreetNumbers = v.InferOutput<typeof StreetNumbersSchema>;

/** `search/numbers-NN.json`: streets by their place in the index. */
export const AddressShardSchema = v.object({
  schemaVersion: v.literal(ADDRESS_VERSION),
  streets: v.record(v.string(), StreetNumbersSchema),
});
export type AddressShard = v.InferOutput<typeof AddressShardSchema>;
