import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { committedFiles, readText } from './support/committed';

interface Description {
  shortDescription: string;
  longDescription: string;
  features: string[];
}
interface PublicCode extends Record<string, unknown> {
  publiccodeYmlVersion: string;
  description: Record<string, Description>;
  legal: { license: string };
  maintenance: { type: string; contacts: { name: string }[] };
  localisation: { localisationReady: boolean; availableLanguages: string[] };
  softwareVersion: string;
}
const pkg = JSON.parse(readText('package.json')) as {
  version: string;
  license: string;
  scripts: Record<string, string>;
};

describe('publiccode.yml', () => {
  const code = parse(readText('publiccode.yml')) as PublicCode;

  test('has every key version 0.4 requires, and no section for one country', () => {
    const required = [
      'publiccodeYmlVersion',
      'name',
      'url',
      'platforms',
      'categories',
      'developmentStatus',
      'softwareType',
      'description',
      'legal',
      'maintenance',
      'localisation',
    ];
    expect(required.filter((key) => code[key] === undefined)).toEqual([]);
    expect(Number(code.publiccodeYmlVersion)).toBeGreaterThanOrEqual(0.4);
    expect(code).not.toHaveProperty('it');
    expect(code.maintenance.contacts.every((c) => c.name.length > 0)).toBe(true);
  });

  test('describes the atlas within the limits of the standard, in each language it speaks', () => {
    expect(Object.keys(code.description).sort()).toEqual([...code.localisation.availableLanguages].sort());
    for (const d of Object.values(code.description)) {
      expect(d.shortDescription.length).toBeLessThanOrEqual(150);
      expect(d.longDescription.length).toBeGreaterThanOrEqual(150);
      expect(d.longDescription.length).toBeLessThanOrEqual(10_000);
      expect(d.features.every((f) => f.length <= 100)).toBe(true);
    }
  });

  test('agrees with package.json', () => {
    expect([code.softwareVersion, code.legal.license]).toEqual([pkg.version, pkg.license]);
  });
});

test('LICENSE is the EUPL-1.2, word for word', () => {
  const words = readText('LICENSE').split(/\s+/).filter(Boolean).join(' ');
  expect(words).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2 EUPL © the European Union 2007, 2016/);
  expect(createHash('sha256').update(words).digest('hex')).toBe(
    'b265314fe0920ed66121307961dabb70eb3c26c508d2362783e821bbb4a0e16c',
  );
});

test('the promised commands are there, and CI runs exactly what a newcomer runs', () => {
  const promised = ['start', 'dev', 'data', 'build', 'refresh', 'bench', 'test', 'lint', 'format', 'check'];
  expect(promised.filter((name) => !pkg.scripts[name])).toEqual([]);
  expect(readText('.ci/run').trim().split('\n').at(-1)).toBe('npm ci && npm test');
});

test('every decision is titled with its own number, used once', () => {
  const decisions = committedFiles().filter((path) => /^docs\/decisions\/\d/.test(path));
  const numbers = decisions.map((path) => path.slice('docs/decisions/'.length).slice(0, 3));
  expect(new Set(numbers).size).toBe(numbers.length);
  const wrong = decisions.filter((path, i) => !new RegExp(`^# ${numbers[i]}\\b`).test(readText(path)));
  expect(wrong).toEqual([]);
});
