import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { adviceOn } from '../data-build/stories/advice';
import type { Fault } from '../data-build/stories/fault';
import { readStory, ROOT, slugOf, STORIES, storyFiles } from '../data-build/stories/library';
import { lockFileOf, readLock, writeLock } from '../data-build/stories/lock';
import { nearest } from '../data-build/stories/nearest';
import { openCommitted } from '../data-build/stories/open';
import { SLUG } from '../data-build/stories/parse';
import { gulpease } from '../data-build/stories/readability';
import { differenceLines } from '../data-build/stories/report';
import { scaffold } from '../data-build/stories/scaffold';
import type { World } from '../data-build/stories/world';

/** For authors: begin, check and bring up to date the stories of the atlas. Guide: docs/stories.md. */
const USAGE = `npm run story new <slug>      begins stories/<slug>.md
npm run story check [slug]    everything that is wrong or could be better, with file and line
npm run story update <slug>   takes the figures of the present edition into the text`;

const say = (line = '') => console.log(line);
const listed = (faults: readonly Fault[]) =>
  faults.forEach(({ file, line, what }) => say(`  ${file}:${line}: ${what}`));

function fileOf(slug: string | undefined): string {
  const files = storyFiles(STORIES);
  const file = files.find((f) => slugOf(f) === slug);
  if (file) return file;
  const near = nearest(slug ?? '', files.map(slugOf));
  throw new Error(
    slug
      ? `there is no story "${slug}"${near.length ? `; did you mean ${near.join(', ')}?` : ''}`
      : 'which story? ' + USAGE,
  );
}

function begin(slug: string | undefined, world: World): boolean {
  if (!slug || !SLUG.test(slug))
    throw new Error('a story needs a slug: lower-case letters, digits and dashes');
  const file = join(STORIES, `${slug}.md`);
  if (existsSync(file)) throw new Error(`${relative(ROOT, file)} exists already`);
  mkdirSync(STORIES, { recursive: true });
  writeFileSync(file, scaffold(world, new Date().toISOString().slice(0, 10)));
  say(`${relative(ROOT, file)} is there. Open it beside \`npm run dev\`, and read docs/stories.md.`);
  say(`Then: npm run story check ${slug}, and once it is right: npm run story update ${slug}`);
  return true;
}

/** True when nothing is wrong: advice does not count. */
function check(file: string, world: World): boolean {
  const { read, faults } = readStory(file, world);
  say(`${slugOf(file)}: ${faults.length ? `${faults.length} to mend` : 'nothing wrong'}`);
  listed(faults);
  if (!read) return false;
  const { texts, story, figures } = read.assembled;
  for (const line of differenceLines(read)) say(`  ${line}`);
  const level = (register: 'it' | 'easy') =>
    gulpease(
      texts
        .filter((t) => t.register === register)
        .map((t) => t.text)
        .join('\n'),
    );
  const easy = level('easy');
  say(
    `  ${story.steps.length} steps, ${Object.keys(figures).length} figures, ${story.minutes.it} min; ` +
      `Gulpease ${level('it')}${easy === null ? '' : `, easy text ${easy}`}`,
  );
  const advice = adviceOn(read);
  if (advice.length) {
    say('  An editor would say:');
    listed(advice);
  }
  return !read.assembled.differences.some(({ kind }) => kind === 'new');
}

function update(file: string, world: World): boolean {
  const before = readLock(file);
  const text = readFileSync(file, 'utf8');
  const moved = text.replace(/^edition:.*$/m, `edition: ${world.edition}`);
  if (moved !== text) writeFileSync(file, moved);
  const { read, faults } = readStory(file, world, false);
  if (!read) {
    if (moved !== text) writeFileSync(file, text);
    say(`${slugOf(file)}: ${faults.length} to mend first`);
    listed(faults);
    return false;
  }
  const { figures } = read.assembled;
  for (const [expression, now] of Object.entries(figures)) {
    const old = before?.figures[expression];
    if (!old) say(`  new      {{${expression}}}: ${now.it} / ${now.en}`);
    else if (old.it !== now.it || old.en !== now.en)
      say(`  changed  {{${expression}}}: ${old.it} → ${now.it} / ${old.en} → ${now.en}`);
  }
  for (const expression of Object.keys(before?.figures ?? {}))
    if (!(expression in figures)) say(`  gone     {{${expression}}}`);
  writeLock(file, { edition: world.edition, figures });
  say(
    `${relative(ROOT, lockFileOf(file))}: ${Object.keys(figures).length} figures of edition ${world.edition}`,
  );
  say('Read the text once more: a figure that moved may want other words around it.');
  return true;
}

async function main([command, slug]: string[]): Promise<boolean> {
  if (!['new', 'check', 'update'].includes(command ?? '')) {
    say(USAGE);
    return false;
  }
  let told = false;
  const world = await openCommitted(() => {
    if (!told) say('Computing the tables of this edition once…');
    told = true;
  });
  if (command === 'new') return begin(slug, world);
  if (command === 'update') return update(fileOf(slug), world);
  const files = slug ? [fileOf(slug)] : storyFiles(STORIES);
  if (!files.length) say('There is no story yet: npm run story new <slug>');
  return files.map((file) => check(file, world)).every(Boolean);
}

main(process.argv.slice(2)).then(
  (ok) => (process.exitCode = ok ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
