import { htmlOf } from './register';
import type { Story, StoryStep } from '../../model/story';
import type { Lang } from '../../model/ids';

/** Slow enough for people who stop in front of a screen and read from the middle of a sentence. */
const WORDS_PER_MINUTE = 140;
const LOOK_MS = 5000;
const PLAY_MS = 5500;
const LEAST_MS = 9000;

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Milliseconds a step stays on an unattended screen: as long as its text takes, and a look at the map. */
export function stayOf(step: StoryStep, lang: Lang, easy: boolean): number {
  const html = htmlOf(step, lang, easy);
  const words = wordsIn(step.title[lang]) + wordsIn(html.replace(/<[^>]*>/g, ' '));
  return Math.max(LEAST_MS, LOOK_MS + (step.play ? PLAY_MS : 0) + (60_000 * words) / WORDS_PER_MINUTE);
}

/** The title page stays for its summary. */
export const openingStay = (story: Story, lang: Lang): number =>
  Math.max(LEAST_MS, 3000 + (60_000 * wordsIn(story.summary[lang])) / WORDS_PER_MINUTE);
