import { readdirSync, readFileSync } from 'node:fs';

export interface KnownLink {
  link: string;
  /** Field of ViewState → its text. */
  shows: Record<string, string>;
  /** Keys the atlas must complain about. */
  problems: string[];
}

/** Every link of tests/links/*.txt, in order. */
export function knownLinks(): KnownLink[] {
  const folder = new URL('links/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [link, said] = line.split('\t');
      if (!link || !said) throw new Error(`no tab in the line ${line}`);
      const pairs = said.split(' ').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      });
      const { problems = '', ...shows } = Object.fromEntries(pairs);
      return { link, shows, problems: problems.split(',').filter(Boolean) };
    });
}

/** A field of a view as the lists write it. */
export const asText = (value: unknown): string =>
  Array.isArray(value) ? value.join('.') : typeof value === 'object' ? JSON.stringify(value) : String(value);
