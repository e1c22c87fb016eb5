import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { sha256, sha256Script } from './hash';

const node = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

// Around the block and padding limits of FIPS 180-4: 55/56 and 64 bytes.
test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001])('%i bytes, as Node hashes them', async (n) => {
  const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 31 + n) & 255);
  expect(sha256Script(bytes)).toBe(node(bytes));
  expect(await sha256(bytes)).toBe(node(bytes));
});

test('without crypto.subtle, as on a plain http page', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
