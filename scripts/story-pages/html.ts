import { escapeXml } from '../../src/domain/xml';

export interface Head {
  lang: 'it' | 'en';
  title: string;
  description: string;
  /** Path of the page below the site, e.g. `storie/redditi.html`. */
  path: string;
  /** The same page in the other language. */
  other: string;
  /** Path of its picture for social networks, if it has one. */
  image?: string;
  type: 'article' | 'website';
  /** schema.org, as JSON-LD. */
  data: object;
}

/** Way from a page back to the root of the site: `../` for each folder it stands in. */
export const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1);

/**
 * A whole page that needs no script. Addresses are absolute where the atlas knows its own (`base`, with its last slash), else
 * relative: better than none on a host not yet chosen.
 */
export function page(head: Head, body: string, base: string | null): string {
  const root = rootOf(head.path);
  const at = (path: string) => escapeXml(base ? base + path : root + path);
  const [it, en] = head.lang === 'it' ? [head.path, head.other] : [head.other, head.path];
  const meta = (property: string, content: string) =>
    `<meta property="${property}" content="${escapeXml(content)}" />`;
  return `<!doctype html>
<html lang="${head.lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeXml(head.title)}</title>
    <meta name="description" content="${escapeXml(head.description)}" />
    <link rel="canonical" href="${at(head.path)}" />
    <link rel="alternate" hreflang="it" href="${at(it)}" />
    <link rel="alternate" hreflang="en" href="${at(en)}" />
    <link rel="alternate" hreflang="x-default" href="${at(it)}" />
    ${meta('og:type', head.type)}
    ${meta('og:title', head.title)}
    ${meta('og:description', head.description)}
    ${meta('og:locale', head.lang === 'it' ? 'it_IT' : 'en_GB')}
    <meta property="og:url" content="${at(head.path)}" />
    ${head.image ? `<meta property="og:image" content="${at(head.image)}" />\n    <meta name="twitter:card" content="summary_large_image" />` : ''}
    <link rel="icon" href="${root}favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${root}page.css" />
    <link rel="stylesheet" href="${root}storie/fonts.css" />
    <link rel="stylesheet" href="${root}story.css" />
    <script type="application/ld+json">${JSON.stringify(head.data).replaceAll('<', '\\u003c')}</script>
  </head>
  <body>
${body}
  </body>
</html>
`;
}
