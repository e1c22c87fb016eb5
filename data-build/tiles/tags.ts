import type { Growable } from './growable';

type Value = string | number | boolean;

/** Every key and value once, as numbers; a tile then renumbers the few it uses without touching a string. */
export class Tags {
  readonly keys: string[] = [];
  readonly values: Value[] = [];
  private readonly keyIndex = new Map<string, number>();
  private readonly valueIndex = new Map<Value, number>();

  /** Appends key, value pairs to `out`, keys in text order so that the order of writing them down leaves no trace. */
  intern(properties: Readonly<Record<string, Value>>, out: Growable<Uint32Array>): void {
    for (const key of Object.keys(properties).sort()) {
      const value = properties[key] as Value;
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new RangeError(`property ${key} is ${value}, expected a finite number`);
      }
      out.push(indexOf(key, this.keys, this.keyIndex));
      out.push(indexOf(value, this.values, this.valueIndex));
    }
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

/** A Map tells 1, '1' and true apart by itself; -0 becomes 0, which is the same number to every reader. */
function indexOf<T>(item: T, list: T[], index: Map<T, number>): number {
  let i = index.get(item);
  if (i === undefined) {
    i = list.push(item) - 1;
    index.set(item, i);
  }
  return i;
}
