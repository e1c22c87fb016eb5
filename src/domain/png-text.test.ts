import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pngFacts, withNotes } from './png-text';

const picture = new PNG({ width: 3, height: 2 });
const png = PNG.sync.write(picture);

describe('notes in a PNG', () => {
  it('come back, and the picture is still one', () => {
    const notes = { Title: 'Età media — «Bologna», 65 €', Source: 'Comune di Bologna' };
    const noted = withNotes(png, notes);
    expect(pngFacts(noted)).toEqual({ width: 3, height: 2, notes });
    const read = PNG.sync.read(Buffer.from(noted), { checkCRC: true });
    expect([read.width, read.height]).toEqual([3, 2]);
  });

  it('a damaged one is found', () => {
    const noted = withNotes(png, { Title: 'x' });
    noted[33 + 8 + 10] = 65;
    expect(() => pngFacts(noted)).toThrow(/damaged/);
  });

  it('other bytes are refused', () => {
    expect(() => withNotes(new Uint8Array(50), {})).toThrow(TypeError);
    expect(() => pngFacts(new Uint8Array(50))).toThrow(TypeError);
  });

  it('the touch icon of the page is a PNG of 180 pixels', () => {
    const icon = readFileSync(new URL('../../public/touch-icon.png', import.meta.url));
    expect(pngFacts(icon)).toMatchObject({ width: 180, height: 180 });
  });
});
