import type { Fault } from './fault';
import { countWords } from './assemble';
import { ROOT, type Read } from './library';
import type { Register } from './parse';
import { gulpease } from './readability';
import { relative } from 'node:path';

/** A step is read beside its map: more words than this and the map stands still too long. */
export const MOST_WORDS = 110;
export const MOST_TITLE = 60;
/** Lower secondary school reads easy text alone; upper secondary the rest. */
export const LEAST_GULPEASE: Partial<Record<Register, number>> = { it: 45, easy: 60 };
/** The index means little on fewer words. */
const ENOUGH_WORDS = 40;

const COLOURS =
  /\b(?:in (?:rosso|blu|verde|viola|giallo|arancione|red|blue|green|purple|yellow|orange)|(?:are[ae]|zon[ae]|quartier[ei]) (?:ross|verd|blu|viola|gial|scur|chiar)\p{L}*|(?:red|blue|green|purple|yellow|dark(?:er|est)?|light(?:er|est)?) (?:areas?|zones?|districts?))\b/giu;

/** What an editor would say: nothing here breaks the build. In the order of the file. */
export function adviceOn({ file, assembled }: Read): Fault[] {
  const name = relative(ROOT, file) || file;
  const advice: Fault[] = [];
  const say = (line: number, what: string) => advice.push({ file: name, line, what });
  const { texts, story } = assembled;
  for (const { step, register, text } of texts) {
    const line = step.body[register]!.line;
    const words = countWords(text);
    if (words > MOST_WORDS)
      say(line, `${words} words in "${register}": a step carries at most ${MOST_WORDS}, split it`);
    const index = gulpease(text);
    const least = LEAST_GULPEASE[register];
    if (least && index !== null && words >= ENOUGH_WORDS && index < least)
      say(
        line,
        `Gulpease ${index} in "${register}", aim at ${least} or more: shorter sentences, shorter words`,
      );
    for (const [colour] of text.matchAll(COLOURS))
      say(line, `"${colour}" names a colour: name the place instead, many readers do not see the colour`);
    for (const number of typed(step.body[register]!.value))
      say(line, `"${number}" is typed by hand: where the atlas has it, write it as a figure {{…}}`);
  }
  for (const { view, id } of new Set(texts.map(({ step }) => step))) {
    const said = new URLSearchParams(view.value.split('#')[0]!.replace(/^[^?]*/, ''));
    const left = ['i', 'l', 'p'].filter((key) => !said.has(key));
    if (left.length)
      say(
        view.line,
        `the view of "${id}" leaves ${left.join(', ')} to the defaults, which move with the edition: write them out`,
      );
  }
  for (const raw of new Set(texts.map(({ step }) => step))) {
    for (const lang of ['it', 'en'] as const)
      if (raw.title[lang].value.length > MOST_TITLE)
        say(
          raw.title[lang].line,
          `a title of ${raw.title[lang].value.length} characters; keep it under ${MOST_TITLE}`,
        );
  }
  story.steps.forEach((step, i) => {
    const before = story.steps[i - 1];
    const still = before && before.view === step.view && before.hash === step.hash;
    const marks = (s: typeof step) => JSON.stringify([s.highlight, s.play]);
    if (still && marks(before) === marks(step))
      say(
        lineOf(texts, step.id),
        `step "${step.id}" shows exactly what "${before.id}" shows: join them, or move the map`,
      );
  });
  if (!story.easy && story.steps.some((step) => step.html.easy))
    say(1, 'some steps have an easy text and some have none: readers are offered it only when all have');
  return advice.sort((a, b) => a.line - b.line);
}

const lineOf = (texts: Read['assembled']['texts'], id: string): number =>
  texts.find(({ step }) => step.id === id)?.step.line ?? 1;

/** Numbers of two digits or more outside figures, links and years. */
function typed(markdown: string): string[] {
  const bare = markdown.replace(/\{\{[^{}]*\}\}/g, ' ').replace(/\]\([^)]*\)/g, ' ');
  return (bare.match(/(?<![\p{L}\d.,/-])\d[\d.,]*\d(?![\p{L}\d/-])/gu) ?? []).filter(
    (n) => !/^(1[5-9]|20)\d\d$/.test(n),
  );
}
