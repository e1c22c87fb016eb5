/** A thing and what is said of it; written as Turtle and as JSON-LD from the same list, so that both say the same. */
export interface Node {
  /** Absolute, or relative to `api/v1/`. */
  iri: string;
  types: readonly Name[];
  facts: readonly Fact[];
}

/** A name with one of the prefixes below. */
export type Name = `${keyof typeof PREFIXES}:${string}`;
export type Fact = readonly [property: Name, value: Value];
export type Value = { iri: string } | { text: string; lang?: 'it' | 'en' } | { date: string };

export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** What an IRI may not hold (RFC 3987; Turtle 1.1, IRIREF) comes percent-encoded. */
// eslint-disable-next-line no-control-regex -- control characters are among what must go
const iri = (text: string): string => text.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent);

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\t]/g, (c) => ESCAPES[c] as string)}"`;

function turtleValue(value: Value): string {
  if ('iri' in value) return `<${iri(value.iri)}>`;
  if ('date' in value) return `${quoted(value.date)}^^xsd:date`;
  return value.lang ? `${quoted(value.text)}@${value.lang}` : quoted(value.text);
}

/** Turtle 1.1 (W3C Recommendation of 25 February 2014). */
export function turtle(nodes: readonly Node[]): string {
  const prefixes = Object.entries(PREFIXES).map(([name, full]) => `@prefix ${name}: <${full}> .`);
  const blocks = nodes.map(({ iri: id, types, facts }) => {
    const lines = [`a ${types.join(', ')}`, ...facts.map(([name, value]) => `${name} ${turtleValue(value)}`)];
    return `<${iri(id)}>\n  ${lines.join(' ;\n  ')} .`;
  });
  return `${[prefixes.join('\n'), ...blocks].join('\n\n')}\n`;
}

function jsonValue(value: Value): Record<string, string> {
  if ('iri' in value) return { '@id': iri(value.iri) };
  if ('date' in value) return { '@value': value.date, '@type': 'xsd:date' };
  return value.lang ? { '@value': value.text, '@language': value.lang } : { '@value': value.text };
}

/** JSON-LD 1.1, flattened: every value in full, so that a reader needs no more than the prefixes. */
export function jsonLd(nodes: readonly Node[]): string {
  const graph = nodes.map(({ iri: id, types, facts }) => {
    const said: Record<string, Record<string, string>[]> = {};
    for (const [name, value] of facts) (said[name] ??= []).push(jsonValue(value));
    return { '@id': iri(id), '@type': types, ...said };
  });
  return `${JSON.stringify({ '@context': PREFIXES, '@graph': graph }, null, 1)}\n`;
}
