import { LANGS, type Lang } from '../../src/model/ids';
import type { Faults } from './fault';
import { didYouMean } from './nearest';
import { Block, type Located, type Words } from './yaml';

export const REGISTERS = [...LANGS, 'easy'] as const;
export type Register = (typeof REGISTERS)[number];

export interface RawStep {
  id: string;
  line: number;
  view: Located;
  title: Words;
  chapter: Words | null;
  highlight: Located<string[]>;
  play: Located | null;
  notes: Words | null;
  caveat: Words | null;
  /** Text alternative of the picture, where the author writes one; else it is made from the data. */
  alt: Words | null;
  /** Markdown; `line` is that of its first line. */
  body: Record<Lang, Located> & { easy?: Located };
}

export interface RawStory {
  slug: string;
  title: Words;
  summary: Words;
  theme: Located;
  cover: Located;
  authors: Located<string[]>;
  date: Located;
  edition: Located;
  /** Smaller comes first in the index; stories without one follow by date. */
  order: number | null;
  steps: RawStep[];
}

const FRONT = ['title', 'summary', 'theme', 'cover', 'authors', 'date', 'edition', 'order'] as const;
const STEP = ['view', 'chapter', 'title', 'highlight', 'play', 'notes', 'caveat', 'alt'] as const;
export const SLUG = /^[a-z0-9][a-z0-9-]{0,59}$/;
const STEP_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One Markdown file as written, nothing looked up yet. What it cannot read goes to `faults`; null when too little is left. */
export function parseStory(text: string, slug: string, faults: Faults): RawStory | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!SLUG.test(slug))
    faults.add(1, `the file's name "${slug}" may hold lower-case letters, digits and dashes only`);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end < 0) {
    faults.add(1, 'expected front matter: "---", then "key: value" lines, then "---"');
    return null;
  }
  const front = Block.read(lines.slice(1, end).join('\n'), 2, FRONT, faults);
  const steps = parseSteps(lines, end + 1, faults);
  if (!front) return null;
  const read = {
    title: front.words('title'),
    summary: front.words('summary'),
    theme: front.text('theme'),
    cover: front.text('cover'),
    date: front.text('date'),
    edition: front.text('edition'),
  };
  const authors = front.list('authors');
  if (!authors.value.length) faults.add(front.start, 'missing "authors": write ["Name Surname"]');
  for (const key of ['date', 'edition'] as const) {
    const found = read[key];
    if (found && !DAY.test(found.value)) faults.add(found.line, `"${key}" must be a day such as 2026-11-23`);
  }
  const order = front.text('order', { optional: true });
  if (order && !/^\d+$/.test(order.value)) faults.add(order.line, '"order" must be a whole number');
  if (!steps.length && !lines.slice(end).some((line) => /^##\s/.test(line)))
    faults.add(end + 1, 'a story needs at least one step: "## step-id", then a ```step block');
  if (!isFull(read)) return null;
  return { slug, ...read, authors, order: order ? Number(order.value) : null, steps };
}

const isFull = <T extends Record<string, unknown>>(r: T): r is { [K in keyof T]: NonNullable<T[K]> } =>
  Object.values(r).every((value) => value !== null);

function parseSteps(lines: readonly string[], from: number, faults: Faults): RawStep[] {
  const heads: number[] = [];
  let fenced = false;
  lines.forEach((line, i) => {
    if (/^(```|~~~)/.test(line)) fenced = !fenced;
    if (i < from || fenced) return;
    if (/^##\s/.test(line)) heads.push(i);
    else if (!heads.length && line.trim() && !/^<!--.*-->$/.test(line.trim()))
      faults.add(i + 1, 'text before the first step; a step begins with "## step-id"');
  });
  const seen = new Map<string, number>();
  return heads.flatMap((at, n) => {
    const id = lines[at]!.slice(2).trim();
    if (!STEP_ID.test(id))
      faults.add(at + 1, `"${id}" is no id of a step: lower-case letters, digits and dashes, at most 40`);
    const before = seen.get(id);
    if (before) faults.add(at + 1, `a step "${id}" exists already, on line ${before}`);
    else seen.set(id, at + 1);
    const step = parseStep(id, at, lines, heads[n + 1] ?? lines.length, faults);
    return step ? [step] : [];
  });
}

function parseStep(
  id: string,
  head: number,
  lines: readonly string[],
  end: number,
  faults: Faults,
): RawStep | null {
  const open = lines.findIndex((line, i) => i > head && i < end && /^```step\s*$/.test(line));
  if (open < 0) {
    faults.add(head + 1, `step "${id}" has no \`\`\`step block`);
    return null;
  }
  const close = lines.findIndex((line, i) => i > open && i < end && /^```\s*$/.test(line));
  if (close < 0) {
    faults.add(open + 1, `the \`\`\`step block of "${id}" is not closed with \`\`\``);
    return null;
  }
  const block = Block.read(lines.slice(open + 1, close).join('\n'), open + 2, STEP, faults);
  const body = parseBody(id, head, lines, open, close, end, faults);
  if (!block) return null;
  const view = block.text('view');
  const title = block.words('title');
  const optional = { optional: true };
  const rest = {
    chapter: block.words('chapter', optional),
    notes: block.words('notes', optional),
    caveat: block.words('caveat', optional),
    alt: block.words('alt', optional),
    highlight: block.list('highlight'),
    play: block.text('play', optional),
  };
  if (!view || !title || !body) return null;
  return { id, line: head + 1, view, title, body, ...rest };
}

function parseBody(
  id: string,
  head: number,
  lines: readonly string[],
  open: number,
  close: number,
  end: number,
  faults: Faults,
): RawStep['body'] | null {
  const body: Partial<Record<Register, Located>> = {};
  let current = null as { register: Register; from: number } | null;
  const finish = (to: number) => {
    if (!current) return;
    const { register, from } = current;
    let [first, last] = [from, to];
    while (first < last && !lines[first]!.trim()) first += 1;
    while (last > first && !lines[last - 1]!.trim()) last -= 1;
    if (first === last) faults.add(from, `"### ${register}" of step "${id}" is empty`);
    else body[register] = { value: lines.slice(first, last).join('\n'), line: first + 1 };
  };
  for (let i = head + 1; i < end; i++) {
    if (i >= open && i <= close) continue;
    const name = /^###\s+(.*)$/.exec(lines[i]!)?.[1]?.trim();
    if (name === undefined) {
      if (!current && lines[i]!.trim())
        faults.add(i + 1, 'text outside a language; begin one with "### it", "### en" or "### easy"');
      continue;
    }
    if (!(REGISTERS as readonly string[]).includes(name)) {
      faults.add(
        i + 1,
        `unknown section "### ${name}"${didYouMean(name, REGISTERS)}; headings inside a text are ####`,
      );
      continue;
    }
    finish(i);
    if (body[name as Register] || current?.register === name)
      faults.add(i + 1, `step "${id}" has "### ${name}" twice`);
    current = { register: name as Register, from: i + 1 };
  }
  finish(end);
  for (const lang of LANGS)
    if (!body[lang]) faults.add(head + 1, `step "${id}" has no text in "${lang}": write "### ${lang}"`);
  return body.it && body.en ? (body as RawStep['body']) : null;
}
