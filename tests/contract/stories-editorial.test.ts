import { beforeAll, describe, expect, it } from 'vitest';
import { adviceOn } from '../../data-build/stories/advice';
import { readStories, STORIES, type Read } from '../../data-build/stories/library';
import { openCommitted } from '../../data-build/stories/open';
import { countText } from '../../data-build/stories/readability';
import type { World } from '../../data-build/stories/world';

/** What decision 043 asks of the stories of the atlas, beyond what breaks the build. */
const FEWEST_STEPS = 6;
const MOST_STEPS = 12;
/** Words of one language in one step: less says nothing, more leaves the map standing too long. */
const FEWEST_WORDS = 35;

let world: World;
let stories: Read[];
beforeAll(async () => {
  world = await openCommitted(() => undefined);
  stories = readStories(STORIES, world);
}, 180_000);

/** `slug/step` of every step for which `wrong` says so: a failure names the sentence to mend. */
const steps = (wrong: (step: Read['assembled']['story']['steps'][number]) => boolean): string[] =>
  stories.flatMap(({ assembled: { story } }) =>
    story.steps.filter(wrong).map((step) => `${story.slug}/${step.id}`),
  );

describe('the stories of the atlas', () => {
  it('are read in an order of their own, each place taken once', () => {
    const places = stories.map(({ order }) => order);
    expect(places).not.toContain(null);
    expect(new Set(places).size).toBe(places.length);
  });

  it('have six to twelve steps', () => {
    const wrong = stories
      .map(({ assembled: { story } }) => [story.slug, story.steps.length] as const)
      .filter(([, n]) => n < FEWEST_STEPS || n > MOST_STEPS);
    expect(wrong).toEqual([]);
  });

  it('leave an editor nothing to say', () => {
    expect(stories.flatMap(adviceOn).map(({ file, line, what }) => `${file}:${line}: ${what}`)).toEqual([]);
  });

  it('say enough in both languages, and all of it in easy Italian too', () => {
    const short = stories.flatMap(({ assembled: { story, texts } }) =>
      texts
        .filter(({ register, text }) => register !== 'easy' && countText(text).words < FEWEST_WORDS)
        .map(({ step, register }) => `${story.slug}/${step.id} ${register}`),
    );
    expect(short).toEqual([]);
    expect(stories.filter(({ assembled: { story } }) => !story.easy)).toEqual([]);
  });

  it('give the presenter a note for every step, in both languages', () => {
    expect(steps(({ notes }) => !notes)).toEqual([]);
  });

  it('end on what the data do not tell', () => {
    const last = new Set(
      stories.map(({ assembled: { story } }) => `${story.slug}/${story.steps.at(-1)!.id}`),
    );
    const without = steps(({ caveat, chapter }) => !caveat && !chapter);
    expect([...last].filter((id) => without.includes(id))).toEqual([]);
  });

  it('point at no place of a fragility index', () => {
    const fragile = world.indicators.filter(({ theme }) => theme === 'fragility').map(({ id }) => id);
    const shows = (view: string) => fragile.includes(new URLSearchParams(view).get('i') ?? '');
    expect(steps(({ view, highlight }) => shows(view) && highlight.length > 0)).toEqual([]);
  });
});
