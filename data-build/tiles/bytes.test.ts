import fc from 'fast-check';
import { PbfReader, PbfWriter } from 'pbf';
import { expect, it } from 'vitest';
import { Bytes, varintLength } from './bytes';

const numbers = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(),
  fc.constantFrom(0, 127, 128, 2 ** 32 - 1, 2 ** 32, 2 ** 35),
);

it('writes varints as pbf does, up to the largest safe id', () => {
  fc.assert(
    fc.property(fc.array(numbers), (values) => {
      const ours = new Bytes();
      const theirs = new PbfWriter();
      for (const value of values) {
        ours.room(10);
        const before = ours.pos;
        ours.varint(value);
        expect(ours.pos - before).toBe(varintLength(value));
        theirs.writeVarint(value);
      }
      expect([...ours.buf.subarray(0, ours.pos)]).toEqual([...theirs.finish()]);
    }),
    { seed: 21 },
  );
});

it('writes many 32-bit numbers at once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 32 - 1 })), (values) => {
      const out = new Bytes();
      out.room(5 * values.length);
      out.varints(Uint32Array.from(values), values.length);
      const reader = new PbfReader(out.buf.subarray(0, out.pos));
      expect(values.map(() => reader.readVarint())).toEqual(values);
      expect(reader.pos).toBe(out.pos);
    }),
    { seed: 22 },
  );
});

it('keeps what is written when it grows', () => {
  const out = new Bytes();
  const piece = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  for (let i = 0; i < 200; i++) {
    out.room(piece.length);
    out.copy(piece, 0, piece.length);
  }
  expect(out.pos).toBe(200_000);
  for (let i = 0; i < 200; i++)
    expect(Buffer.compare(out.buf.subarray(1000 * i, 1000 * (i + 1)), piece)).toBe(0);
});
