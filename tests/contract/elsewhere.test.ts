import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/committed';

/** Half the world away from Bologna and of each other: other days, other letters, other marks in numbers. */
const PLACES = [
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
] as const;

function hashes(place: (typeof PLACES)[number]): Map<string, string> {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'tests/support/elsewhere.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...place },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  const lines = run.stdout.trim().split('\n');
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}

describe('the data build, standing elsewhere', () => {
  it('gives the same bytes in another time zone and another language', { timeout: 300_000 }, () => {
    const [one, two] = PLACES.map(hashes) as [Map<string, string>, Map<string, string>];
    // The two did stand elsewhere: zone, language and the hour of one moment differ.
    expect(one.get('process')).not.toBe(two.get('process'));
    one.delete('process');
    two.delete('process');
    expect(one.size).toBeGreaterThan(40);
    expect(Object.fromEntries(one)).toEqual(Object.fromEntries(two));
  });
});
