import type { StreetIndex, StreetNumbers } from '../model/address';
import { normalise, search } from './search';

export interface HouseNumber {
  /** As written: "5/2A". */
  number: string;
  /** Degrees, WGS84. */
  lon: number;
  lat: number;
  /** Code of the statistical area; null where the source has none. */
  area: string | null;
}

export interface Query {
  street: string;
  /** "12", "12/2", "5/A"; null when none is asked for. */
  number: string | null;
}

export interface FoundStreet {
  /** Place in the index. */
  index: number;
  title: string;
  /** [start, end) in the title: what to mark. */
  ranges: [number, number][];
  /** The number asked for, when this reading of the query has one. */
  number: string | null;
}

export interface FoundNumber extends HouseNumber {
  /** False when the number asked for does not exist and this is the nearest on its side. */
  exact: boolean;
}

/** What people write short. Single initials need no entry: every word may be found inside a name. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['v', 'via'],
  ['vle', 'viale'],
  ['v le', 'viale'],
  ['pza', 'piazza'],
  ['p za', 'piazza'],
  ['pzza', 'piazza'],
  ['p zza', 'piazza'],
  ['pzale', 'piazzale'],
  ['p le', 'piazzale'],
  ['ple', 'piazzale'],
  ['pzta', 'piazzetta'],
  ['vlo', 'vicolo'],
  ['v lo', 'vicolo'],
  ['lgo', 'largo'],
  ['str', 'strada'],
  ['loc', 'localita'],
]);

/** A number at the end, after a comma or a space: "12", "n. 12", "12/a", "12 a", "12/2b". */
const NUMBER =
  /^(.*?\S)(?:\s*,\s*|\s+)(?:n[.°º]?\s*|civico\s+)?(\d{1,4})(?:\s*[/\\-]\s*([0-9]{1,3}[a-z]?|[a-z])|\s*([a-z]))?$/i;

/** The ways a query can be read: with a number at its end when it has one, then as the name of a street alone. */
export function readQuery(query: string): Query[] {
  const text = query.trim().replace(/\s+/g, ' ');
  if (text === '') return [];
  const whole: Query = { street: text, number: null };
  const parts = NUMBER.exec(text);
  if (!parts) return [whole];
  const [, street = '', number = '', part = '', letter = ''] = parts;
  const rest = part || letter;
  const suffix = rest === '' ? '' : `/${rest.toUpperCase()}`;
  return [{ street: street.replace(/[,\s]+$/, ''), number: String(Number(number)) + suffix }, whole];
}

/** Only at the start: "v. san" is a way, but a "v" further on may be an initial. */
function spellOut(street: string): string {
  const words = normalise(street).split(' ');
  const two = SHORT.get(words.slice(0, 2).join(' '));
  if (two) return [two, ...words.slice(2)].join(' ');
  const one = words.length > 1 ? SHORT.get(words[0]!) : undefined;
  return one ? [one, ...words.slice(1)].join(' ') : words.join(' ');
}

/**
 * Streets a query may mean, best first, at most `limit`; among equals the shorter name. A reading with a number counts before one
 * without, unless the query is word for word the name of a street that ends in a number. Finds nothing for an empty query.
 */
export function findStreets(index: StreetIndex, query: string, limit = 8): FoundStreet[] {
  const items = index.names
    .map((title, at) => ({ title, index: at }))
    .sort((a, b) => a.title.length - b.title.length || a.index - b.index);
  const name = normalise(query);
  const readings = readQuery(query);
  if (readings.length > 1 && index.names.some((title) => normalise(title) === name)) readings.reverse();
  const found = new Map<number, FoundStreet>();
  for (const { street, number } of readings) {
    const words = spellOut(street);
    if (words === '' || found.size >= limit) continue;
    for (const { item, ranges } of search(items, words))
      if (!found.has(item.index))
        found.set(item.index, { index: item.index, title: item.title, ranges, number });
  }
  return [...found.values()].slice(0, limit);
}

/** Numbers of a street with degrees, in the order of the street. Throws RangeError when its arrays do not run side by side. */
export function unpackNumbers({ n, x, y, a }: StreetNumbers): HouseNumber[] {
  const numbers = n.split(' ');
  const areas: string[] = [];
  for (let i = 0; i < a.length; i += 2) for (let k = 0; k < Number(a[i + 1]); k++) areas.push(String(a[i]));
  if ([x, y, areas].some(({ length }) => length !== numbers.length))
    throw new RangeError(
      `${numbers.length} numbers, ${x.length} and ${y.length} positions, ${areas.length} areas`,
    );
  let lon = 0;
  let lat = 0;
  return numbers.map((number, i) => {
    lon += x[i]!;
    lat += y[i]!;
    return { number, lon: lon / 1e5, lat: lat / 1e5, area: areas[i] === '' ? null : areas[i]! };
  });
}

const mainOf = (number: string): number => Number.parseInt(number, 10);

/**
 * The numbers nearest to the one asked for: itself and its parts (12, 12/2, 12/A) when they exist, else the nearest on the same
 * side of the street (even with even), then across it. At most `limit`.
 */
export function findNumbers(numbers: readonly HouseNumber[], asked: string, limit = 5): FoundNumber[] {
  const same = numbers.filter(({ number }) => number === asked);
  const family = numbers.filter(({ number }) => number !== asked && mainOf(number) === mainOf(asked));
  if (same.length > 0 || (family.length > 0 && !asked.includes('/')))
    return [...same.map(exact), ...family.map(same.length > 0 ? near : exact)].slice(0, limit);
  const distance = ({ number }: HouseNumber): number => {
    const gap = Math.abs(mainOf(number) - mainOf(asked));
    return gap % 2 === 0 ? gap : gap + 1000;
  };
  return [...numbers]
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, limit)
    .map(near);
}

const exact = (house: HouseNumber): FoundNumber => ({ ...house, exact: true });
const near = (house: HouseNumber): FoundNumber => ({ ...house, exact: false });
