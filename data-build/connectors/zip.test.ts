import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inflate, listZip, onlyMember, ZIP_LIMITS } from './zip';

const FILE = 'x.zip';
const csv = strToU8('a;b\r\n1;2\r\n'.repeat(40));
const good = (): Uint8Array =>
  zipSync({ 'dir/t.csv': csv, '__MACOSX/t.csv': strToU8('junk'), 'read.me': strToU8('hi') });

/** Changes a field of the first entry in the central directory. */
function tamper(bytes: Uint8Array, at: number, value: number, size: 2 | 4 = 4): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let i = 0;
  while (view.getUint32(i, true) !== 0x02014b50) i++;
  if (size === 2) view.setUint16(i + at, value, true);
  else view.setUint32(i + at, value, true);
  return bytes;
}

describe('zip', () => {
  it('lists, and inflates only what is wanted', () => {
    expect(listZip(good(), FILE).map(({ name, size }) => [name, size])).toEqual([
      ['dir/t.csv', csv.length],
      ['__MACOSX/t.csv', 4],
      ['read.me', 2],
    ]);
    expect([...inflate(good(), FILE, (name) => name === 'read.me').keys()]).toEqual(['read.me']);
    const { name, data } = onlyMember(good(), FILE, '.csv');
    expect([name, new Uint8Array(data)]).toEqual(['dir/t.csv', csv]);
    expect(() => onlyMember(good(), FILE, '.shp')).toThrow('one .shp member, found none');
  });

  it('refuses too many members, too many bytes and a bomb, before it inflates anything', () => {
    expect(() => listZip(good(), FILE, { ...ZIP_LIMITS, entries: 2 })).toThrow('at most 2 members');
    expect(() => listZip(good(), FILE, { ...ZIP_LIMITS, bytes: 100 })).toThrow('at most 100 bytes');
    const bomb = zipSync({ 'zeros.csv': new Uint8Array(3_000_000) });
    expect(() => listZip(bomb, FILE)).toThrow('inflating at most 200 times');
  });

  it('stops a member that inflates beyond the size it states, or is damaged', () => {
    const all = (bytes: Uint8Array) => inflate(bytes, FILE, () => true);
    expect(() => all(tamper(good(), 24, 10))).toThrow('10 bytes, as stated');
    expect(() => all(tamper(good(), 24, 9999))).toThrow('9999 bytes, as stated');
    expect(() => all(tamper(good(), 16, 1))).toThrow('the stated checksum');
    expect(() => all(tamper(good(), 42, 1))).toThrow('a local header');
    expect(() => all(tamper(good(), 8, 1, 2))).toThrow('without a password');
  });

  it('refuses names that climb out, and an archive cut short', () => {
    for (const name of ['../x.csv', '/etc/x.csv', 'a/../../x.csv', 'C:\\x.csv'])
      expect(() => listZip(zipSync({ [name]: csv }), FILE), name).toThrow('plain member names');
    expect(() => listZip(good().subarray(0, -5), FILE)).toThrow('no end of central directory');
    expect(() => listZip(new Uint8Array(3), FILE)).toThrow('a zip');
  });
});
