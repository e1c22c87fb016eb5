import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeHash, runStep, type Step } from './cache';
import { openOutput } from './write';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlante-'));
  writeFileSync(join(dir, 'step.ts'), "import { x } from './lib';\nexport const y = x;\n");
  writeFileSync(join(dir, 'lib.ts'), 'export const x = 1;\n');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const step = (inputs: string[], text: string): Step => ({
  name: 'one',
  inputs,
  code: [join(dir, 'step.ts')],
  run: (into) => writeFileSync(join(into, 'out.txt'), text),
});
const cache = () => join(dir, 'cache');

describe('step cache', () => {
  it('builds once, keeps while inputs and code are the same, rebuilds when an input changes', async () => {
    const states: string[] = [];
    const run = async (inputs: string[], text: string) => {
      const result = await runStep(cache(), step(inputs, text), () => {});
      states.push(result.state);
      return readFileSync(join(result.dir, 'out.txt'), 'utf8');
    };
    expect([await run(['a'], 'first'), await run(['a'], 'never'), await run(['b'], 'second')]).toEqual([
      'first',
      'first',
      'second',
    ]);
    expect(states).toEqual(['missing', 'fresh', 'stale']);
    expect(readdirSync(join(cache(), 'one'))).toHaveLength(1);
  });

  it('leaves nothing half done when a step fails', async () => {
    const failing: Step = { ...step(['a'], ''), run: () => Promise.reject(new Error('no')) };
    await expect(runStep(cache(), failing, () => {})).rejects.toThrow('no');
    expect(readdirSync(join(cache(), 'one'))).toEqual([]);
  });

  it('follows imports, ignores file times', () => {
    const entry = (name: string) => join(dir, name, 'step.ts');
    const hashOf = (name: string, lib: string) => {
      mkdirSync(join(dir, name));
      writeFileSync(entry(name), "import { x } from './lib';\nexport const y = x;\n");
      writeFileSync(join(dir, name, 'lib.ts'), lib);
      utimesSync(entry(name), new Date(name.length * 1e9), new Date(name.length * 1e9));
      return codeHash(entry(name));
    };
    const first = hashOf('a', 'export const x = 1;\n');
    expect(hashOf('bb', 'export const x = 1;\n')).toBe(first);
    expect(hashOf('ccc', 'export const x = 2;\n')).not.toBe(first);
  });
});

describe('output folder', () => {
  it('takes the place of the old one only when committed', () => {
    const out = join(dir, 'data');
    const write = (text: string) => {
      const output = openOutput(out);
      output.write('a/b.txt', text);
      return output;
    };
    write('one').commit();
    const half = write('two');
    expect(readFileSync(join(out, 'a/b.txt'), 'utf8')).toBe('one');
    half.discard();
    expect(readFileSync(join(out, 'a/b.txt'), 'utf8')).toBe('one');
    write('three').commit();
    expect(readFileSync(join(out, 'a/b.txt'), 'utf8')).toBe('three');
    expect(readdirSync(dir).filter((name) => name.startsWith('.data'))).toEqual([]);
  });

  it('names a file by its content', () => {
    const output = openOutput(join(dir, 'data'));
    const ref = output.addHashed('x/lib.ts', join(dir, 'lib.ts'), { head: true });
    expect(ref.path).toBe(`x/lib.${ref.sha256.slice(0, 10)}.ts`);
    expect([ref.bytes, ref.headSha256]).toEqual([20, ref.sha256]);
    output.discard();
  });
});
