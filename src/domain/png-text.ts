/** Notes inside a PNG: `iTXt` chunks in UTF-8 (W3C PNG, 3rd edition, 11.3.3.4), which picture desks read as metadata. */

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** The signature and the header chunk: what every PNG begins with, always this long. */
const HEAD = 33;

/** UTF-8 by hand: this floor knows no TextEncoder. */
function utf8(text: string): number[] {
  return Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));
}
const unescape = (text: string) =>
  text.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** The PNG with one chunk per note after its header; keywords are Latin letters, at most 79. Throws on bytes that are no PNG. */
export function withNotes(png: Uint8Array, notes: Record<string, string>): Uint8Array<ArrayBuffer> {
  if (!SIGNATURE.every((byte, i) => png[i] === byte)) throw new TypeError('no PNG');
  const chunks = Object.entries(notes).flatMap(([keyword, text]) => {
    // Keyword, end, not compressed, method 0, no language, no translated keyword, text.
    const data = [...utf8(keyword), 0, 0, 0, 0, 0, ...utf8(text)];
    const body = Uint8Array.from([...utf8('iTXt'), ...data]);
    const check = crc(body);
    const number = (v: number) => [v >>> 24, (v >>> 16) & 255, (v >>> 8) & 255, v & 255];
    return [...number(data.length), ...body, ...number(check)];
  });
  const out = new Uint8Array(png.length + chunks.length);
  out.set(png.subarray(0, HEAD));
  out.set(chunks, HEAD);
  out.set(png.subarray(HEAD), HEAD + chunks.length);
  return out;
}

export interface PngFacts {
  width: number;
  height: number;
  notes: Record<string, string>;
}

/** Size and notes of a PNG. Throws on bytes that are no PNG or whose notes are damaged. */
export function pngFacts(png: Uint8Array): PngFacts {
  if (!SIGNATURE.every((byte, i) => png[i] === byte)) throw new TypeError('no PNG');
  const number = (at: number) =>
    ((png[at]! << 24) | (png[at + 1]! << 16) | (png[at + 2]! << 8) | png[at + 3]!) >>> 0;
  const ascii = (at: number, n: number) => String.fromCharCode(...png.subarray(at, at + n));
  const notes: Record<string, string> = {};
  for (let at = 8; at + 12 <= png.length; at += 12 + number(at)) {
    const length = number(at);
    if (ascii(at + 4, 4) !== 'iTXt') continue;
    const body = png.subarray(at + 4, at + 8 + length);
    if (crc(body) !== number(at + 8 + length)) throw new RangeError('a note of the PNG is damaged');
    const data = body.subarray(4);
    const end = data.indexOf(0);
    const bytes = Array.from(data.subarray(end + 5), (b) => `%${b.toString(16).padStart(2, '0')}`);
    notes[String.fromCharCode(...data.subarray(0, end))] = decodeURIComponent(bytes.join(''));
  }
  return { width: number(16), height: number(20), notes };
}
