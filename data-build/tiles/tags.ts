import type { Growable } from './growable';

export type FieldType = 'String' | 'Number' | 'Boolean';
type Value = string | number | boolean;

/** Every key and value once, as numbers; a tile then renumbers the few it uses without touching a string. */
export class Tags {
  readonly keys: string[] = [];
  readonly values: Value[] = [];
  /** By layer, by key number: how TileJSON calls the type. */
  private readonly types: FieldType[][] = [];
  private readonly keyIndex = new Map<string, number>();
  private readonly valueIndex = new Map<Value, number>();

  /** Appends key, value pairs to `out`, keys in text order so that the order of writing them down leaves no trace. */
  intern(layer: number, properties: Readonly<Record<string, Value>>, out: Growable<Uint32Array>): void {
    const types = (this.types[layer] ??= []);
    for (const key of sortedKeys(properties)) {
      const value = properties[key] as Value;
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new RangeError(`property ${key} is ${value}, expected a finite number`);
      }
      const k = indexOf(key, this.keys, this.keyIndex);
      types[k] = wider(types[k], value);
      out.push(k);
      out.push(indexOf(value, this.values, this.valueIndex));
    }
  }

  /** Property names of a layer and their types, as TileJSON's `vector_layers` lists them. */
  fieldsOf(layer: number): Record<string, FieldType> {
    const types = this.types[layer] ?? [];
    const fields = types.map((type, k) => [this.keys[k] as string, type] as const).filter(Boolean);
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Readable form of key, value pairs: two features compare by it, whatever order they came in. */
  print(pairs: ArrayLike<number>): string {
    let text = '';
    for (let i = 0; i < pairs.length; i += 2) {
      text += `${this.keys[pairs[i] as number]}=${JSON.stringify(this.values[pairs[i + 1] as number])}\n`;
    }
    return text;
  }
}

/** Where a layer's features differ in the type of a property, it counts as text, whichever came first. */
function wider(known: FieldType | undefined, value: Value): FieldType {
  const type = typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Number' : 'Boolean';
  return known === undefined || known === type ? type : 'String';
}

let lastKeys: readonly string[] = [];
let lastSorted: readonly string[] = [];
/** Most features have the keys of the one before: then they are not sorted again. */
function sortedKeys(properties: object): readonly string[] {
  const keys = Object.keys(properties);
  if (keys.length === lastKeys.length && keys.every((key, i) => key === lastKeys[i])) return lastSorted;
  lastKeys = keys;
  return (lastSorted = keys.toSorted());
}

/** A Map tells 1, '1' and true apart by itself; -0 becomes 0, which is the same number to every reader. */
function indexOf<T>(item: T, list: T[], index: Map<T, number>): number {
  let i = index.get(item);
  if (i === undefined) {
    i = list.push(item) - 1;
    index.set(item, i);
  }
  return i;
}
