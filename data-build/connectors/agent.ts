import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const root = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** How we introduce ourselves: name, version, and where to complain, from publiccode.yml. */
export function userAgent(): string {
  const { url } = parse(root('publiccode.yml')) as { url: string };
  const { name, version } = JSON.parse(root('package.json')) as { name: string; version: string };
  return `${name}/${version} (+${url})`;
}

/** The address in publiccode.yml is to be replaced at first publication; until then nobody could write to us. */
export const isPlaceholder = (agent: string): boolean =>
  /\+https?:\/\/([\w-]+\.)*example\.(org|com)\b/.test(agent);
