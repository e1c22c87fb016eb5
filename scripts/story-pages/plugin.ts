import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { classColours } from '../../src/domain/colour';
import type { Lang } from '../../src/model/ids';
import type { Ramp } from '../../src/model/manifest';
import {
  StoriesSchema,
  StoryPicturesSchema,
  StorySchema,
  type Cover,
  type Story,
  type StoryPictures,
} from '../../src/model/story';
import type { ChartDrawer } from './charts';
import {
  indexPage,
  indexPath,
  sitemap,
  storyPage,
  storyPath,
  imagePath,
  type Site,
  type StepPicture,
} from './pages';
import { Published } from './published';
import { cardPng } from './raster';

const LANGS = ['it', 'en'] as const;
/** Faces the pages use, by the file's beginning. */
const FONTS = [
  ['Titillium Web', 400, 'titillium-web-latin-400-normal'],
  ['Titillium Web', 600, 'titillium-web-latin-600-normal'],
  ['Lora', 400, 'lora-latin-400-normal'],
  ['Lora', 600, 'lora-latin-600-normal'],
] as const;

/**
 * Every story as a page of its own in both languages, a contents page, pictures for social networks and a site map, from what the
 * data build has published in `data`. Returns path → content.
 */
export async function storyPages(
  data: string,
  fonts: readonly string[],
  base: string | null,
): Promise<Map<string, string | Buffer>> {
  const published = new Published(data);
  const { manifest } = published;
  const stories = manifest.files['stories']
    ? published.file(StoriesSchema, 'stories')
    : { schemaVersion: 1 as const, stories: [] };
  const site: Site = { base, edition: manifest.edition, themes: manifest.themes };
  const out = new Map<string, string | Buffer>();
  // Loaded here: a dev server reads this file too and draws no pages.
  const { ChartDrawer } = await import('./charts');
  const drawer = new ChartDrawer(published);
  const covers = Object.fromEntries(stories.stories.map(({ slug, cover }) => [slug, coverSvg(cover)]));
  for (const lang of LANGS) out.set(indexPath(lang), indexPage(stories, covers, lang, site));
  for (const card of stories.stories) {
    const story = published.file(StorySchema, `stories.${card.slug}`);
    const { pictures } = published.file(StoryPicturesSchema, `stories.${card.slug}.pictures`);
    const next = stories.stories.find(({ slug }) => slug === story.next) ?? null;
    for (const lang of LANGS)
      out.set(
        storyPath(card.slug, lang),
        storyPage(story, withCharts(story, pictures, drawer, lang), next, lang, site),
      );
    out.set(imagePath(card.slug), cardPng(card.cover));
  }
  out.set('storie/fonts.css', fontsCss(fonts));
  out.set(
    'sitemap.xml',
    sitemap(
      stories.stories.map(({ slug }) => slug),
      site,
    ),
  );
  return out;
}

/** The pictures of a story in a language, with the charts of its steps in place of the maps that stood in for them. */
function withCharts(
  story: Story,
  pictures: StoryPictures['pictures'],
  drawer: ChartDrawer,
  lang: Lang,
): Record<string, StepPicture> {
  return Object.fromEntries(
    story.steps.flatMap((step) => {
      const map = pictures[step.id];
      if (!map) return [];
      const chart = drawer.picture(step, map, lang);
      const picture: StepPicture = chart
        ? { ...chart, kind: 'chart', source: map.source[lang] }
        : {
            kind: 'map',
            svg: map.map,
            legend: map.legend[lang],
            head: map.title[lang],
            source: map.source[lang],
            ...(map.other
              ? {
                  other: {
                    svg: map.other.map,
                    legend: map.other.legend[lang],
                    head: map.other.title[lang],
                  },
                }
              : {}),
          };
      return [[step.id, picture]];
    }),
  );
}

function fontsCss(assets: readonly string[]): string {
  const faces = FONTS.flatMap(([family, weight, start]) => {
    const found = assets.find((name) => name.includes(start) && name.endsWith('.woff2'));
    return found
      ? [
          `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url('../${found}') format('woff2')}`,
        ]
      : [];
  });
  return `${faces.join('\n')}\n`;
}

/** Fills of both themes cannot be told apart inside a page without scripts: the covers stand on light paper. */
function coverSvg(cover: Cover): string {
  const colours = classColours(cover.ramp as Ramp, cover.breaks, 'light');
  const shapes = cover.shapes.map(
    ({ d, bin }) => `<path d="${d}" fill="${bin === null ? '#f3ede3' : colours[bin]}"/>`,
  );
  const circles = cover.circles.map(
    ([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colours.at(-2)}"/>`,
  );
  return (
    `<svg class="cover" viewBox="0 0 ${cover.width} ${cover.height}" aria-hidden="true">` +
    `<g stroke="#faf7f2" stroke-linejoin="round">${shapes.join('')}${circles.join('')}</g></svg>`
  );
}

/** Writes the pages beside the app once it is built. */
export function storyPagesPlugin(): Plugin {
  return {
    name: 'story-pages',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (!dir || !existsSync('public/data/manifest.json')) return;
      const { baseUrl } = JSON.parse(readFileSync('data-build/editions.json', 'utf8')) as {
        baseUrl: string | null;
      };
      // The keepers say where the data root stands; the pages stand one folder above it.
      const site = baseUrl ? new URL('..', baseUrl).href : null;
      for (const [path, content] of await storyPages('public/data', Object.keys(bundle), site)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content);
      }
    },
  };
}
