import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import {
  StoriesSchema,
  STORY_VERSION,
  StoryPicturesSchema,
  StorySchema,
  type Cover,
  type Stories,
  type Story,
  type StoryPictures,
} from '../../src/model/story';
import type { Points } from '../../src/model/points';
import { pointColumns } from '../bases/point-columns';
import { POINT_LAYERS } from '../bases/point-layers';
import { DEFAULT } from '../steps/plan';
import { coverOf } from '../stories/cover';
import { StoryError } from '../stories/fault';
import { openOutlines, type Outlines } from '../stories/outlines';
import { pictureOf } from '../stories/pictures';
import { inputsOf, inReadingOrder, readStory, slugOf, STORIES, storyFiles } from '../stories/library';
import { differenceLines } from '../stories/report';
import { openWorld } from '../stories/world-of-extra';
import type { PartedExtra, ExtraContext, ExtraFiles } from './extra';

const HERE = dirname(fileURLToPath(import.meta.url));
/** Which kinds of map fit an indicator depends on the layers of the other extras. */
const extras = readdirSync(HERE)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => join(HERE, name));

/** One story as its part leaves it; the next one to read is known when all are there. */
interface Told {
  file: string;
  order: number | null;
  story: Omit<Story, 'next'>;
  cover: Cover;
  pictures: StoryPictures;
}

const drawn = new Map<string, Outlines>();
/** Outlines are drawn once for all stories of an edition. */
function outlinesOf(edition: ExtraContext['edition']): Outlines {
  const key = edition.hash('geography');
  const outlines = drawn.get(key) ?? openOutlines(edition);
  drawn.set(key, outlines);
  return outlines;
}

async function tell(file: string, context: ExtraContext): Promise<ExtraFiles> {
  const world = { ...(await openWorld(context, DEFAULT)), points: openPoints(context) };
  const { read, faults } = readStory(file, world);
  if (!read) throw new StoryError(faults);
  for (const line of differenceLines(read)) console.warn(line);
  const outlines = outlinesOf(context.edition);
  const { story, cover, views } = read.assembled;
  const pictures = Object.fromEntries(
    story.steps.map((step) => [step.id, pictureOf(step, views.get(step.id)!.view, world, outlines)]),
  );
  const told: Told = {
    file: basename(file),
    order: read.order,
    story,
    cover: coverOf(cover, world, outlines),
    pictures: v.parse(StoryPicturesSchema, { schemaVersion: STORY_VERSION, pictures }),
  };
  return { [story.slug]: told };
}

function together(files: ReadonlyMap<string, unknown>): ExtraFiles {
  const told = inReadingOrder([...files.values()] as Told[], ({ file, order, story }) => ({
    file,
    order,
    date: story.date,
  }));
  const index: Stories = {
    schemaVersion: STORY_VERSION,
    stories: told.map(({ story, cover }) => ({
      slug: story.slug,
      title: story.title,
      summary: story.summary,
      theme: story.theme,
      date: story.date,
      minutes: story.minutes,
      steps: story.steps.length,
      easy: story.easy,
      cover,
    })),
  };
  const next = (i: number) => (told.length > 1 ? told[(i + 1) % told.length]!.story.slug : null);
  return {
    stories: v.parse(StoriesSchema, index),
    ...Object.fromEntries(
      told.flatMap(({ story, pictures }, i) => [
        [`stories.${story.slug}`, v.parse(StorySchema, { ...story, next: next(i) })],
        [`stories.${story.slug}.pictures`, pictures],
      ]),
    ),
  };
}

const parts = Object.fromEntries(
  storyFiles(STORIES).map((file) => [slugOf(file), (context: ExtraContext) => tell(file, context)]),
);

/** `stories`: the index; `stories.<slug>`: one story each, loaded when it is opened. Source: stories/*.md. */
export const extra: PartedExtra = {
  name: 'stories',
  datasets: ['geography', ...POINT_LAYERS.flatMap(({ datasets }) => datasets)],
  indicators: 'all',
  inputs: (slug) => [...inputsOf(STORIES, slug), ...extras],
  parts,
  join: together,
};

/** The layers of things, each read when a picture first needs it. */
function openPoints({ edition, geography }: ExtraContext): (file: string) => Points {
  const known = new Map<string, Points>();
  return (file) => {
    const layer = POINT_LAYERS.find(({ id }) => `points.${id}` === file);
    if (!layer) throw new RangeError(`no things in ${file}`);
    const found = known.get(file) ?? pointColumns(layer, edition, geography);
    known.set(file, found);
    return found;
  };
}
