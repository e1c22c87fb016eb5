import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CARD, socialTags } from '../data-build/social-tags';
import { pngFacts } from '../src/domain/png-text';

const AGAIN = 'make it again: npm run data && npx tsx scripts/social-card.ts';

test('the card beside a shared link has the size networks ask for, and is of the edition that is committed', () => {
  const png = readFileSync(`public/${CARD.file}`);
  const { id } = JSON.parse(readFileSync('data-build/edition/edition.json', 'utf8')) as { id: string };
  const { width, height, notes } = pngFacts(png);
  expect([width, height]).toEqual([CARD.width, CARD.height]);
  expect(notes['Edition'], AGAIN).toBe(id);
  // WhatsApp shows no picture above 600 kB.
  expect(png.length).toBeLessThan(600_000);
});

const texts = {
  it: { title: 'Residenti & "altri", 2021', finding: 'Sono 3 < 4.', alt: 'Mappa.' },
  en: { title: 'x', finding: 'x', alt: 'x' },
};

test('the tags say title, finding and where the card is', () => {
  const tags = socialTags({ texts }, 'https://atlante.example.org/');
  expect(tags).toContain('property="og:title" content="Residenti &amp; &quot;altri&quot;, 2021"');
  expect(tags).toContain('content="https://atlante.example.org/social-card.png"');
  expect(tags).toContain('property="og:url" content="https://atlante.example.org/"');
});

test('while nobody knows the address, none is made up', () => {
  const tags = socialTags({ texts }, null);
  expect(tags).toContain('content="./social-card.png"');
  expect(tags).not.toContain('og:url');
});
