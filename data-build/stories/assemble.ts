import { dirname } from 'node:path';
import { LANGS, type Lang, type Text } from '../../src/model/ids';
import type { StorySource, StoryStep } from '../../src/model/story';
import { STORY_VERSION, type Story } from '../../src/model/story';
import { ExpressionError, indicatorsOf, parseExpression } from './expression';
import { altOf } from './alt';
import type { Faults } from './fault';
import { computeFigure, MissingFigure } from './figures';
import { writeHtml, writeLine } from './html';
import { checkLink, readImage } from './links';
import { judge, type Lock } from './lock';
import { didYouMean } from './nearest';
import { REGISTERS, type RawStep, type RawStory, type Register } from './parse';
import { highlighted, played } from './step-parts';
import { checkView, type StepView } from './view';
import type { World } from './world';
import type { Words } from './yaml';

/** A figure that is not printed as the edition has it, or not locked yet. */
export interface Difference {
  line: number;
  expression: string;
  kind: 'new' | 'moved';
  written: Text;
  /** What the edition says now, or why it says nothing. */
  now: Text | string;
}

export interface Assembled {
  story: Omit<Story, 'next'>;
  cover: StepView;
  /** Views by id of step. */
  views: ReadonlyMap<string, StepView>;
  differences: Difference[];
  /** Every figure as the edition has it now: what `story update` locks. */
  figures: Record<string, Text>;
  /** Running text by step and register, figures printed. */
  texts: { step: RawStep; register: Register; text: string }[];
}

const WORDS_PER_MINUTE: Record<Lang, number> = { it: 200, en: 230 };
/** Seconds to look at a map. */
const LOOK = 8;

/**
 * A parsed story against the edition: views read, figures computed and printed, text made to HTML. Whatever is wrong goes to
 * `faults`; then the result is null. `file` is the story's path, for images beside it.
 */
export function assemble(
  raw: RawStory,
  world: World,
  lock: Lock | null,
  file: string,
  faults: Faults,
): Assembled | null {
  const before = faults.list.length;
  const used = new Set<string>();
  const differences: Difference[] = [];
  const figures: Record<string, Text> = {};
  const texts: Assembled['texts'] = [];
  const views = new Map<string, StepView>();

  const figure = (written: string, line: number, lang: Lang): string | null => {
    try {
      const expression = parseExpression(written);
      for (const id of indicatorsOf(expression.what)) used.add(id);
      const now = computed(() => computeFigure(expression, world));
      if (typeof now !== 'string') figures[expression.text] = now;
      const verdict = judge(expression.text, now, lock, world.edition);
      const slug = raw.slug;
      if (verdict === null) faults.add(line, `{{${expression.text}}}: ${String(now)}`);
      else if (verdict.kind === 'wrong')
        faults.add(
          line,
          `{{${expression.text}}} is locked as "${verdict.print[lang]}" but edition ${world.edition} says ` +
            `"${verdict.now[lang]}": run npm run story update ${slug}`,
        );
      else if (verdict.kind !== 'same' && !differences.some((d) => d.expression === expression.text))
        differences.push({
          line,
          expression: expression.text,
          kind: verdict.kind,
          written: verdict.print,
          now: verdict.kind === 'new' ? verdict.print : verdict.now,
        });
      return verdict?.print[lang] ?? null;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      faults.add(line, `{{${written.trim()}}}: ${error.message}`);
      return null;
    }
  };
  const around = (lang: Lang, start: number) => ({
    figure: (expression: string, line: number) => figure(expression, start + line - 1, lang),
    fault: (line: number, what: string) => faults.add(start + line - 1, what),
    link: (url: string, line: number) => checkLink(url, world, (what) => faults.add(start + line - 1, what)),
    image: (url: string, alt: string, line: number) =>
      readImage(url, alt, dirname(file), (what) => faults.add(start + line - 1, what)),
  });
  const words = (of: Words): Text =>
    Object.fromEntries(
      LANGS.map((lang) => [lang, writeLine(of[lang].value, around(lang, of[lang].line))]),
    ) as Text;

  if (!world.themes.includes(raw.theme.value))
    faults.add(
      raw.theme.line,
      `there is no theme "${raw.theme.value}"${didYouMean(raw.theme.value, world.themes)}`,
    );
  const locked = lock?.edition ?? world.edition;
  if (raw.edition.value !== locked)
    faults.add(
      raw.edition.line,
      `edition ${raw.edition.value}, but its figures are of ${locked}: run npm run story update ${raw.slug}`,
    );
  const title = words(raw.title);
  const summary = words(raw.summary);
  const cover = checkView(raw.cover.value, world, (what) => faults.add(raw.cover.line, `cover: ${what}`));
  if (cover) used.add(cover.view.indicator);

  const steps = raw.steps.flatMap((step): StoryStep[] => {
    const shown = checkView(step.view.value, world, (what) => faults.add(step.view.line, what));
    const html: Partial<Record<Register, string>> = {};
    for (const register of REGISTERS) {
      const body = step.body[register];
      if (!body) continue;
      const written = writeHtml(body.value, around(register === 'en' ? 'en' : 'it', body.line));
      html[register] = written.html;
      texts.push({ step, register, text: written.text });
    }
    const own = {
      title: words(step.title),
      ...(step.chapter ? { chapter: words(step.chapter) } : {}),
      ...(step.notes ? { notes: words(step.notes) } : {}),
      ...(step.caveat ? { caveat: words(step.caveat) } : {}),
    };
    const written = step.alt ? words(step.alt) : null;
    if (!shown) return [];
    views.set(step.id, shown);
    for (const id of [shown.view.indicator, shown.view.second]) if (id) used.add(id);
    const highlight = highlighted(step, shown, world, faults);
    const play = played(step, shown, world, faults);
    return [
      {
        id: step.id,
        view: shown.query,
        hash: shown.hash,
        ...own,
        html: { it: html.it ?? '', en: html.en ?? '', ...(html.easy ? { easy: html.easy } : {}) },
        alt: written ?? altOf(shown, highlight, play, world),
        ...(written ? { altWritten: true as const } : {}),
        level: shown.view.level,
        highlight,
        play,
      },
    ];
  });
  if (faults.list.length > before || !cover) return null;

  const length = (lang: Lang) =>
    texts.filter(({ register }) => register === lang).reduce((n, { text }) => n + countWords(text), 0);
  const minutes = (lang: Lang) =>
    Math.max(1, Math.round(length(lang) / WORDS_PER_MINUTE[lang] + (steps.length * LOOK) / 60));
  return {
    story: {
      schemaVersion: STORY_VERSION,
      slug: raw.slug,
      title,
      summary,
      theme: raw.theme.value,
      authors: raw.authors.value,
      date: raw.date.value,
      edition: locked,
      minutes: { it: minutes('it'), en: minutes('en') },
      easy: raw.steps.every((step) => step.body.easy),
      steps,
      sources: sourcesOf(used, world),
    },
    cover,
    views,
    differences,
    figures,
    texts,
  };
}

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

function computed(run: () => Text): Text | string {
  try {
    return run();
  } catch (error) {
    if (error instanceof MissingFigure) return error.message;
    throw error;
  }
}

function sourcesOf(used: ReadonlySet<string>, world: World): StorySource[] {
  const found = new Map<string, StorySource>();
  for (const { id } of world.indicators) {
    if (!used.has(id)) continue;
    for (const { id: dataset, title, publisher, licence, landingPage, accessed } of world.table(id).datasets)
      found.set(dataset, {
        title,
        publisher,
        licence: { title: licence.title, url: licence.url },
        landingPage,
        accessed,
      });
  }
  return [...found.values()];
}
