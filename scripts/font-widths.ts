import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/** Faces that pictures are set in; each is a file of the fonts the page itself ships. */
export const FACES = {
  sans: '@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff',
  bold: '@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff',
  serif: '@fontsource/lora/files/lora-latin-600-normal.woff',
} as const;

/** Characters the interface and the names of places are made of. */
export const CHARACTERS =
  Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('') +
  Array.from({ length: 96 }, (_, i) => String.fromCodePoint(160 + i)).join('') +
  'Œœ\u2009\u202f–—‘’“”•…€™−';

/** Tables of a WOFF 1 file by tag, unpacked (W3C WOFF 1.0, section 4). */
function tablesOf(file: Buffer): Map<string, Buffer> {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('no WOFF 1 file');
  const tables = new Map<string, Buffer>();
  for (let i = 0, at = 44; i < file.readUInt16BE(12); i++, at += 20) {
    const [offset, packed, length] = [4, 8, 12].map((o) => file.readUInt32BE(at + o)) as [
      number,
      number,
      number,
    ];
    const bytes = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', at, at + 4), packed < length ? inflateSync(bytes) : bytes);
  }
  return tables;
}

/** Glyph of a character by a format 4 `cmap` subtable (OpenType); 0 when the font lacks it. */
function glyphOf(cmap: Buffer, code: number): number {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    const field = (which: number, s: number) => at + 14 + which * segments * 2 + (which ? 2 : 0) + s * 2;
    for (let s = 0; s < segments; s++) {
      if (cmap.readUInt16BE(field(0, s)) < code) continue;
      const start = cmap.readUInt16BE(field(1, s));
      if (start > code) return 0;
      const range = cmap.readUInt16BE(field(3, s));
      if (!range) return (code + cmap.readUInt16BE(field(2, s))) & 0xffff;
      const glyph = cmap.readUInt16BE(field(3, s) + range + (code - start) * 2);
      return glyph && (glyph + cmap.readUInt16BE(field(2, s))) & 0xffff;
    }
  }
  return 0;
}

/** Advance widths of CHARACTERS in thousandths of the type size; null for a character the face lacks. */
export function widthsOf(path: string): (number | null)[] {
  const tables = tablesOf(readFileSync(createRequire(import.meta.url).resolve(path)));
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((tag) => tables.get(tag)!) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const [perEm, measured] = [head.readUInt16BE(18), hhea.readUInt16BE(34)];
  return Array.from(CHARACTERS, (character) => {
    const glyph = glyphOf(cmap, character.codePointAt(0)!);
    if (!glyph) return null;
    return Math.round((hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4) / perEm) * 1000);
  });
}

const escaped = (c: string): string => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`;

/** Prints src/domain/picture/widths.ts: `npx tsx scripts/font-widths.ts > src/domain/picture/widths.ts`, then format it. */
if (process.argv[1]?.endsWith('font-widths.ts')) {
  console.log(`/** Made by scripts/font-widths.ts from the fonts the page ships; its test compares the two. */
export const CHARACTERS = ${JSON.stringify(CHARACTERS).replace(/[\u00a0\u00ad\u2009\u202f]/g, escaped)};
/** Advance widths in thousandths of the type size, in the order of CHARACTERS; 0 where the face has no such glyph. */
// prettier-ignore
export const WIDTHS = {`);
  for (const [face, path] of Object.entries(FACES))
    console.log(
      `  ${face}: '${widthsOf(path)
        .map((w) => w ?? 0)
        .join(' ')}',`,
    );
  console.log('} as const;');
}
