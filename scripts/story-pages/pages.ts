import { formatPeriod } from '../../src/domain/format';
import { storyWords } from '../../src/i18n/stories';
import type { Lang } from '../../src/model/ids';
import type { Theme } from '../../src/model/manifest';
import type { Stories, Story, StoryCard } from '../../src/model/story';
import { escapeXml as e } from '../../src/domain/xml';
import { page, rootOf } from './html';

export interface Site {
  /** Address of the site with its last slash; null where it is not known yet. */
  base: string | null;
  edition: string;
  themes: readonly Theme[];
}

/** The picture of a step in the language of its page. */
export interface StepPicture {
  kind: 'map' | 'chart';
  /** SVG markup. */
  svg: string;
  legend: string;
  head: string;
  /** What a chart says; a map's sentence is its text alternative. */
  sentence?: string;
  /** Where the picture is not what the step shows on a screen. */
  alt?: string;
  source: string;
  /** The other half of a comparison; its legend is empty where one serves both. */
  other?: { svg: string; legend: string; head: string };
}

const FOLDER: Record<Lang, string> = { it: 'storie', en: 'en/stories' };
const NAME: Record<Lang, string> = { it: 'Atlante urbano di Bologna', en: 'Urban atlas of Bologna' };
const OTHER: Record<Lang, Lang> = { it: 'en', en: 'it' };

export const indexPath = (lang: Lang): string => `${FOLDER[lang]}/index.html`;
export const storyPath = (slug: string, lang: Lang): string => `${FOLDER[lang]}/${slug}.html`;
export const imagePath = (slug: string): string => `storie/${slug}.png`;

const WORDS = {
  it: {
    interactive: 'Leggila con le mappe interattive',
    chart: 'Esplora questo grafico',
    other: 'English',
    legal: ['Accessibilità', 'Privacy', 'Note legali e licenza'],
  },
  en: {
    interactive: 'Read it with its interactive maps',
    chart: 'Explore this chart',
    other: 'Italiano',
    legal: ['Accessibility', 'Privacy', 'Legal notes and licence'],
  },
} as const;

function frame(lang: Lang, path: string, other: string, inside: string): string {
  const root = rootOf(path);
  const w = WORDS[lang];
  const files = ['accessibilita.html', 'privacy.html', 'note-legali.html'];
  const kinds = ['accessibility-link', 'privacy-policy-link', 'legal-notes'];
  return `    <header class="top">
      <a href="${root}${lang === 'en' ? '?lang=en' : ''}">← ${e(NAME[lang])}</a>
      <a href="${root}${other}" lang="${OTHER[lang]}" hreflang="${OTHER[lang]}">${w.other}</a>
    </header>
    <main>
${inside}
    </main>
    <footer class="top">${w.legal.map((words, i) => `<a href="${root}${files[i]}" data-element="${kinds[i]}">${words}</a>`).join('')}</footer>`;
}

/** The query of an interactive view in the page's language. */
const viewHref = (root: string, query: string, hash: string, lang: Lang): string =>
  e(`${root}${query}${lang === 'en' ? `${query ? '&' : '?'}lang=en` : ''}${hash}`);

/** One map or chart with its legend, or two maps beside each other under their titles and dates. */
function inside({ svg, legend, head, other }: StepPicture): string {
  if (!other) return svg + legend;
  const half = (title: string, drawn: string) => `<div><p class="half">${e(title)}</p>${drawn}</div>`;
  return other.legend
    ? `<div class="halves">${half(head, svg + legend)}${half(other.head, other.svg + other.legend)}</div>`
    : `<div class="halves">${half(head, svg)}${half(other.head, other.svg)}</div>${legend}`;
}

/** One story as a plain page: its texts, its pictures, the way to the interactive maps. */
export function storyPage(
  story: Story,
  pictures: Readonly<Record<string, StepPicture>>,
  next: StoryCard | null,
  lang: Lang,
  site: Site,
): string {
  const t = storyWords(lang);
  const path = storyPath(story.slug, lang);
  const root = rootOf(path);
  const read = viewHref(root, `?page=story&story=${story.slug}`, '', lang);
  const theme = site.themes.find(({ id }) => id === story.theme)?.title[lang] ?? '';
  const steps = story.steps.map((step) => {
    const picture = pictures[step.id];
    const figure = picture
      ? `        <figure>
          <div class="picture ${picture.kind}" role="img" aria-label="${e(picture.alt ?? step.alt[lang])}">${inside(picture)}</div>
          <figcaption>${picture.kind === 'map' && !picture.other ? `<strong>${e(picture.head)}.</strong> ` : ''}${picture.sentence ? `<span class="says">${e(picture.sentence)}</span> ` : ''}${e(picture.source)} <a href="${viewHref(root, step.view, step.hash, lang)}">${picture.kind === 'chart' ? WORDS[lang].chart : t.explore}</a></figcaption>
        </figure>\n`
      : '';
    return `      <section id="${step.id}">
${step.chapter ? `        <p class="chapter">${e(step.chapter[lang])}</p>\n` : ''}        <h2>${e(step.title[lang])}</h2>
${figure}        <div class="prose">${step.html[lang].replaceAll('href="./', `href="${root}`)}</div>
${step.caveat ? `        <p class="caveat">${e(t.caveat)}. ${e(step.caveat[lang])}</p>\n` : ''}      </section>`;
  });
  const sources = story.sources.map(
    ({ title, publisher, licence, landingPage, accessed }) =>
      `          <li><a href="${e(landingPage)}">${e(title[lang])}</a>. ${e(publisher)}, <a href="${e(licence.url)}">${e(licence.title)}</a>, ${t.consulted(formatPeriod(accessed, lang))}.</li>`,
  );
  const body = `      <article>
        <p class="kicker">${e(theme)}</p>
        <h1>${e(story.title[lang])}</h1>
        <p class="summary">${e(story.summary[lang])}</p>
        <p class="meta">${t.by} ${e(story.authors.join(', '))} · <time datetime="${story.date}">${formatPeriod(story.date, lang)}</time> · ${t.minutes(story.minutes[lang])}</p>
        <p><a class="main" href="${read}">${WORDS[lang].interactive}</a></p>
${steps.join('\n')}
      <section class="sources">
        <h2>${t.sources}</h2>
        <ul>
${sources.join('\n')}
        </ul>
        <p>${t.figuresOf(formatPeriod(story.edition, lang))}</p>
      </section>
      </article>
      <nav>
${next ? `        <p>${t.nextStory}: <a href="${next.slug}.html">${e(next.title[lang])}</a></p>\n` : ''}        <p><a href="index.html">${t.all}</a></p>
      </nav>`;
  const other = storyPath(story.slug, OTHER[lang]);
  return page(
    {
      lang,
      title: `${story.title[lang]} · ${NAME[lang]}`,
      description: story.summary[lang],
      path,
      other,
      image: imagePath(story.slug),
      type: 'article',
      data: {
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: story.title[lang],
        description: story.summary[lang],
        inLanguage: lang,
        datePublished: story.date,
        author: story.authors.map((name) => ({ '@type': 'Organization', name })),
        publisher: { '@type': 'Organization', name: NAME[lang] },
        image: `${site.base ?? root}${imagePath(story.slug)}`,
        mainEntityOfPage: `${site.base ?? root}${path}`,
        isBasedOn: story.sources.map(({ title, landingPage, licence }) => ({
          '@type': 'Dataset',
          name: title[lang],
          url: landingPage,
          license: licence.url,
        })),
      },
    },
    frame(lang, path, other, body),
    site.base,
  );
}

/** The contents page, `covers` by slug as SVG. */
export function indexPage(
  { stories }: Stories,
  covers: Readonly<Record<string, string>>,
  lang: Lang,
  site: Site,
): string {
  const t = storyWords(lang);
  const path = indexPath(lang);
  const root = rootOf(path);
  const items = stories.map(
    (story) => `        <li>
          ${covers[story.slug] ?? ''}
          <div>
            <p class="kicker">${e(site.themes.find(({ id }) => id === story.theme)?.title[lang] ?? '')}</p>
            <h2><a href="${story.slug}.html">${e(story.title[lang])}</a></h2>
            <p>${e(story.summary[lang])}</p>
            <p class="meta">${t.minutes(story.minutes[lang])}</p>
          </div>
        </li>`,
  );
  const other = indexPath(OTHER[lang]);
  return page(
    {
      lang,
      title: `${t.stories} · ${NAME[lang]}`,
      description: t.storiesDeck,
      path,
      other,
      type: 'website',
      data: {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: t.stories,
        inLanguage: lang,
        hasPart: stories.map(({ slug, title }) => ({
          '@type': 'Article',
          headline: title[lang],
          url: `${site.base ?? root}${storyPath(slug, lang)}`,
        })),
      },
    },
    frame(
      lang,
      path,
      other,
      `      <h1>${t.stories}</h1>
      <p class="summary">${e(t.storiesDeck)}</p>
      <ul class="contents">
${items.join('\n')}
      </ul>`,
    ),
    site.base,
  );
}

/** Every address a reader may enter by (sitemaps.org), the languages of a page beside each other. */
export function sitemap(slugs: readonly string[], { base, edition }: Site): string {
  const url = (path: string, other: Record<Lang, string> | null) =>
    `  <url><loc>${e((base ?? '') + path)}</loc><lastmod>${edition}</lastmod>` +
    (other
      ? (['it', 'en'] as const)
          .map(
            (lang) =>
              `<xhtml:link rel="alternate" hreflang="${lang}" href="${e((base ?? '') + other[lang])}"/>`,
          )
          .join('')
      : '') +
    '</url>';
  const pair = (of: (lang: Lang) => string) => {
    const both = { it: of('it'), en: of('en') };
    return [url(both.it, both), url(both.en, both)];
  };
  const note = base
    ? ''
    : '<!-- Addresses must be absolute: set baseUrl in data-build/editions.json before publishing. -->\n';
  return `<?xml version="1.0" encoding="UTF-8"?>
${note}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[url('', null), ...pair(indexPath), ...slugs.flatMap((slug) => pair((lang) => storyPath(slug, lang)))].join('\n')}
</urlset>
`;
}
