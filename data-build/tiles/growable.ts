type Numbers = Int32Array | Uint32Array | Float32Array | Float64Array;

/** A typed array that grows by half: 150,000 features stay a few flat buffers instead of millions of objects. */
export class Growable<A extends Numbers> {
  length = 0;
  constructor(public data: A) {}

  push(value: number): void {
    if (this.length === this.data.length) this.grow(this.length + 1);
    this.data[this.length++] = value;
  }

  /** Makes room for more values at once, for those who then write to `data` themselves. */
  room(more: number): void {
    if (this.length + more > this.data.length) this.grow(this.length + more);
  }

  at(i: number): number {
    return this.data[i] as number;
  }

  append(values: ArrayLike<number>): void {
    this.room(values.length);
    // A loop, not `set`: most calls bring a handful of numbers, for which the call itself would cost more.
    for (let i = 0; i < values.length; i++) this.data[this.length++] = values[i] as number;
  }

  private grow(atLeast: number): void {
    const Ctor = this.data.constructor as new (n: number) => A;
    const bigger = new Ctor(Math.max(atLeast, Math.ceil(this.data.length * 1.5), 64));
    bigger.set(this.data);
    this.data = bigger;
  }
}

/** What another thread has shared. */
export function over<A extends Numbers>(data: A): Growable<A> {
  const array = new Growable(data);
  array.length = data.length;
  return array;
}

export const int32s = () => new Growable(new Int32Array(0));
export const uint32s = () => new Growable(new Uint32Array(0));
export const float32s = () => new Growable(new Float32Array(0));
export const float64s = () => new Growable(new Float64Array(0));
