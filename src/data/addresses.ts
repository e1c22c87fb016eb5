import { findNumbers, findStreets, unpackNumbers } from '../domain/address';
import { AddressShardSchema, StreetIndexSchema, type AddressShard, type StreetIndex } from '../model/address';
import type { FileRef } from '../model/manifest';
import { checkBytes, parseAs } from './load';
import { getBytes, resolveUrl, retrying, transport, type Transport } from './request';

/** A house number or a whole street, and the statistical area it stands in. */
export interface AddressHit {
  /** "Via Zamboni 33", "Via Zamboni". */
  title: string;
  /** Code at level `area`. */
  area: string;
  /** Degrees, WGS84; null for a street, which has no one place. */
  lon: number | null;
  lat: number | null;
  /** False when the number asked for does not exist and this one is near it. */
  exact: boolean;
}

const TRIES = 3;
const MOST = 6;

/**
 * The offline address search: one index of streets, loaded with the first question, and a small file of house numbers for the
 * streets that answer it. Nothing that was typed leaves the page. A failed file is asked for again with the next question.
 */
export class AddressBook {
  private readonly t: Transport;
  private index: Promise<StreetIndex> | undefined;
  private readonly shards = new Map<string, Promise<AddressShard>>();

  constructor(
    private readonly baseUrl: string,
    private readonly ref: FileRef,
    options: Partial<Transport> = {},
  ) {
    this.t = transport(options);
  }

  /** At most six places for what was typed, best first; [] when nothing fits. Throws DataError. */
  async find(query: string): Promise<AddressHit[]> {
    const index = await (this.index ??= this.loadIndex());
    const hits: AddressHit[] = [];
    for (const street of findStreets(index, query, MOST)) {
      if (hits.length >= MOST) break;
      if (street.number === null) {
        const area = index.areas[street.index]?.[0];
        if (area) hits.push({ title: street.title, area, lon: null, lat: null, exact: true });
        continue;
      }
      const packed = (await this.shard(index, street.index))?.streets[String(street.index)];
      for (const house of packed ? findNumbers(unpackNumbers(packed), street.number, 2) : []) {
        if (house.area === null) continue;
        hits.push({
          title: `${street.title} ${house.number}`,
          area: house.area,
          lon: house.lon,
          lat: house.lat,
          exact: house.exact,
        });
      }
    }
    return hits.slice(0, MOST);
  }

  private loadIndex(): Promise<StreetIndex> {
    const url = resolveUrl(this.baseUrl, this.ref.path);
    const fresh = retrying(this.t, TRIES, async () => {
      const bytes = await getBytes(this.t, url);
      await checkBytes(bytes, this.ref, url);
      return parseAs(StreetIndexSchema, bytes, url);
    });
    fresh.catch(() => (this.index = undefined));
    return fresh;
  }

  private shard(index: StreetIndex, street: number): Promise<AddressShard> | null {
    const file = index.shards[index.shard[street] ?? -1];
    if (!file) return null;
    const known = this.shards.get(file.path);
    if (known) return known;
    const url = resolveUrl(this.baseUrl, file.path);
    const fresh = retrying(this.t, TRIES, async () =>
      parseAs(AddressShardSchema, await getBytes(this.t, url), url),
    );
    fresh.catch(() => this.shards.delete(file.path));
    this.shards.set(file.path, fresh);
    return fresh;
  }
}
