import { escapeXml } from '../../src/domain/xml';
import { createHash } from 'node:crypto';
import type { History } from '../history/model';
import { datasetSentence, editionSentence } from '../history/words';

/** The name space for URLs of RFC 9562, section 6.6. */
const NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8';
const NAME = 'atlante-urbano-bologna';

/**
 * `urn:uuid:…` of version 5 (RFC 9562, section 5.5) from a name: an id that needs no address and never changes, as Atom asks
 * (RFC 4287, section 4.2.6).
 */
export function stableId(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(NAMESPACE, 'hex')).update(`${NAME}/${name}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex').slice(0, 32);
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

interface Entry {
  name: string;
  title: string;
  it: string;
  en: string;
  /** Relative to the data root. */
  href: string;
  /** Edition id: the only time there is, at midnight UTC. */
  date: string;
}

const entryXml = (entry: Entry, base: string): string => `  <entry>
    <id>${stableId(entry.name)}</id>
    <title>${escapeXml(entry.title)}</title>
    <updated>${entry.date}T00:00:00Z</updated>
    <link rel="alternate" type="application/json" href="${escapeXml(base + entry.href)}"/>
    <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p xml:lang="it">${escapeXml(entry.it)}</p><p xml:lang="en" lang="en">${escapeXml(entry.en)}</p></div></summary>
  </entry>
`;

function entriesOf(history: History): Entry[] {
  const { edition: date, runs } = history;
  const whole: Entry = {
    name: `edition/${date}`,
    title: `Edizione ${date} · Edition ${date}`,
    it: editionSentence(history, 'it'),
    en: editionSentence(history, 'en'),
    href: 'api/v1/changes.json',
    date,
  };
  const ids = [...new Set(runs.flatMap(({ datasets }) => datasets.map(({ id }) => id)))].sort();
  const single = ids.map((id): Entry => {
    const changes = runs.flatMap(({ datasets }) => datasets.filter((change) => change.id === id));
    const { title } = changes.at(-1)!;
    const say = (lang: 'it' | 'en'): string => changes.map((one) => datasetSentence(one, lang)).join(' ');
    return {
      name: `edition/${date}/${id}`,
      title: `${title.it} · ${title.en}`,
      it: say('it'),
      en: say('en'),
      href: `api/v1/changes/${id}.json`,
      date,
    };
  });
  return [whole, ...single];
}

/**
 * Atom 1.0 (RFC 4287): an entry per edition and per dataset it changed, newest edition first. Addresses are absolute with a
 * base URL, else relative to the feed, which stands in the data root; ids depend on neither.
 */
export function buildFeed(edition: string, histories: readonly History[], baseUrl: string | null): string {
  const base = baseUrl ?? '';
  const entries = [...histories].reverse().flatMap(entriesOf);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">
  <id>${stableId('feed')}</id>
  <title>Atlante urbano di Bologna: cosa è cambiato · what changed</title>
  <updated>${edition}T00:00:00Z</updated>
  <author><name>Atlante urbano di Bologna</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(base)}feed.xml"/>
  <link rel="alternate" type="application/json" href="${escapeXml(base)}api/v1/changes.json"/>
  <rights>Creative Commons Attribution 4.0 International</rights>
${entries.map((entry) => entryXml(entry, base)).join('')}</feed>
`;
}
