/** Protobuf bytes in one buffer that grows. Who writes asks for room first, so that the writing itself checks nothing. */
export class Bytes {
  buf: Uint8Array = new Uint8Array(1 << 16);
  pos = 0;

  room(bytes: number): void {
    if (this.pos + bytes <= this.buf.length) return;
    const bigger = new Uint8Array(Math.max(this.pos + bytes, 2 * this.buf.length));
    bigger.set(this.buf.subarray(0, this.pos));
    this.buf = bigger;
  }

  /** A whole number up to 2^53, as ids may be. */
  varint(value: number): void {
    let v = value;
    // Beyond 32 bits by division: JavaScript's shifts would cut it off.
    for (; v > 0xffffffff; v = Math.floor(v / 128)) this.buf[this.pos++] = (v % 128) | 0x80;
    for (v >>>= 0; v >= 0x80; v >>>= 7) this.buf[this.pos++] = (v & 0x7f) | 0x80;
    this.buf[this.pos++] = v;
  }

  /** 32-bit unsigned varints, one after the other: most bytes of a tile pass here. */
  varints(values: Uint32Array, count: number): void {
    const { buf } = this;
    let { pos } = this;
    for (let i = 0; i < count; i++) {
      let v = values[i] as number;
      for (; v >= 0x80; v >>>= 7) buf[pos++] = (v & 0x7f) | 0x80;
      buf[pos++] = v;
    }
    this.pos = pos;
  }

  /** A loop, not `set`: most calls bring a dozen bytes, for which the call itself would cost more. */
  copy(from: Uint8Array, start: number, end: number): void {
    const { buf } = this;
    let { pos } = this;
    for (let i = start; i < end; i++) buf[pos++] = from[i] as number;
    this.pos = pos;
  }
}

/** Bytes a varint takes. */
export function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  if (value < 0x10000000) return 4;
  let n = 5;
  for (let rest = Math.floor(value / 2 ** 35); rest > 0; rest = Math.floor(rest / 128)) n++;
  return n;
}
