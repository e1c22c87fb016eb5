const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** First 32 bits of the fractional parts of the n-th roots of the first primes (FIPS 180-4, §4.2.2 and §5.3.3). */
function primeRoots(count: number, root: number): Uint32Array {
  const out = new Uint32Array(count);
  for (let n = 2, found = 0; found < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (prime) out[found++] = Math.floor((n ** (1 / root) % 1) * 2 ** 32);
  }
  return out;
}

const at = (words: Uint32Array, i: number): number => words[i] ?? 0;
const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function padded(bytes: Uint8Array): DataView {
  const out = new Uint8Array((Math.floor((bytes.length + 8) / 64) + 1) * 64);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setUint32(out.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(out.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

/**
 * SHA-256 (FIPS 180-4) in plain script, for pages served over http from another machine of the same room:
 * there `crypto.subtle` does not exist, and an unchecked copy is not good enough.
 */
export function sha256Script(bytes: Uint8Array): string {
  const k = primeRoots(64, 3);
  const state = primeRoots(8, 2);
  const view = padded(bytes);
  const w = new Uint32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = at(w, i - 15);
      const b = at(w, i - 2);
      w[i] =
        at(w, i - 16) +
        at(w, i - 7) +
        (rotr(a, 7) ^ rotr(a, 18) ^ (a >>> 3)) +
        (rotr(b, 17) ^ rotr(b, 19) ^ (b >>> 10));
    }
    compress(state, w, k);
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => out.setUint32(i * 4, word));
  return hex(new Uint8Array(out.buffer));
}

function compress(state: Uint32Array, w: Uint32Array, k: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const t1 =
      (h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) >>> 0;
    const t2 = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
}

/** Lower-case hex SHA-256; by the browser where it offers it, else in script. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return sha256Script(bytes);
  return hex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}
