import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeHash, runStep, type Step } from './cache';
import { markOf, sealOf, type Marks } from './seal';
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
const sealFile = () => {
  const home = join(cache(), 'one');
  return join(
    home,
    readdirSync(home).find((name) => name.endsWith('.seal'))!,
  );
};

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
    expect(readdirSync(join(cache(), 'one')).filter((name) => !name.startsWith('.'))).toHaveLength(1);
    expect(readdirSync(join(cache(), 'one'))).toHaveLength(2);
  });

  it.each([
    ['a byte', (result: string) => writeFileSync(join(result, 'out.txt'), 'gooD')],
    ['a file too many', (result: string) => writeFileSync(join(result, 'more.txt'), '')],
    ['a file too few', (result: string) => rmSync(join(result, 'out.txt'))],
    ['no seal', () => rmSync(sealFile())],
    ['another seal', () => writeFileSync(sealFile(), '0'.repeat(64))],
  ])('makes a result again that is not what was written: %s', async (_, spoil) => {
    const first = await runStep(cache(), step(['a'], 'good'), () => {});
    spoil(first.dir);
    const again = await runStep(cache(), step(['a'], 'good'), () => {});
    expect(again).toMatchObject({ state: 'stale', dir: first.dir });
    expect(readdirSync(first.dir)).toEqual(['out.txt']);
    expect(readFileSync(join(first.dir, 'out.txt'), 'utf8')).toBe('good');
    expect((await runStep(cache(), step(['a'], 'never'), () => {})).state).toBe('fresh');
  });

  it('runs again when something changed that it read, and only then', async () => {
    const files: Record<string, string> = { a: '1', b: '1' };
    const run = async () => {
      const names = new Set<string>();
      const reading: Step = {
        ...step([], ''),
        reads: { names, hash: (name) => files[name] },
        run: (into) => {
          names.add('a');
          if (files.a === '2') names.add('b');
          writeFileSync(join(into, 'out.txt'), [...names].map((name) => files[name]).join());
        },
      };
      const { state, dir: result } = await runStep(cache(), reading, () => {});
      return `${state} ${readFileSync(join(result, 'out.txt'), 'utf8')}`;
    };
    expect(await run()).toBe('missing 1');
    files.b = '2';
    expect(await run()).toBe('fresh 1');
    files.a = '2';
    expect(await run()).toBe('stale 2,2');
    files.b = '3';
    expect(await run()).toBe('stale 2,3');
    delete files.b;
    expect(await run()).toMatch(/^stale/);
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

  it('takes over a file that says the same, and writes through no link when it says something else', () => {
    const out = join(dir, 'data');
    const write = (texts: Record<string, string>) => {
      const output = openOutput(out);
      for (const [name, text] of Object.entries(texts)) output.write(name, text);
      output.commit();
    };
    const inode = (name: string) => statSync(join(out, name)).ino;
    write({ same: 'città', other: 'one' });
    const [same, other] = [inode('same'), inode('other')];
    const kept = join(dir, 'kept');
    linkSync(join(out, 'other'), kept);
    write({ same: 'città', other: 'two' });
    expect(inode('same')).toBe(same);
    expect(inode('other')).not.toBe(other);
    expect([readFileSync(join(out, 'same'), 'utf8'), readFileSync(join(out, 'other'), 'utf8')]).toEqual([
      'città',
      'two',
    ]);
    expect(readFileSync(kept, 'utf8')).toBe('one');
  });

  it('tells the marks of its files as they are, so that nobody need read them again', async () => {
    const out = join(dir, 'data');
    const marks: Marks = new Map();
    const { dir: result } = await runStep(cache(), step(['a'], 'città'), () => {}, marks);
    const output = openOutput(out, marks);
    output.place('placed.txt', join(result, 'out.txt'));
    const hashed = output.addHashed('x/one.txt', join(result, 'out.txt'));
    output.write('written.txt', 'più');
    const told = output.commit();
    expect([...told.keys()].sort()).toEqual(
      ['placed.txt', 'written.txt', hashed.path].map((path) => join(out, path)).sort(),
    );
    for (const [file, mark] of told) expect(mark, file).toEqual(markOf(readFileSync(file)));
    expect(sealOf([out], { marks: told })).toBe(sealOf([out]));
    // Taken from the cache, and rebuilt: the marks are those of what stands there.
    const again: Marks = new Map();
    await runStep(cache(), step(['a'], 'never'), () => {}, again);
    expect(again).toEqual(marks);
    await runStep(cache(), step(['b'], 'other'), () => {}, again);
    expect([...again].filter(([file]) => !marks.has(file)).map(([, mark]) => mark)).toEqual([
      markOf(Buffer.from('other')),
    ]);
  });

  it('names a file by its content', () => {
    const output = openOutput(join(dir, 'data'));
    const ref = output.addHashed('x/lib.ts', join(dir, 'lib.ts'), { head: true });
    expect(ref.path).toBe(`x/lib.${ref.sha256.slice(0, 10)}.ts`);
    expect([ref.bytes, ref.headSha256]).toEqual([20, ref.sha256]);
    output.discard();
  });
});
