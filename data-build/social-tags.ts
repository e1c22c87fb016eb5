import { escapeXml } from '../src/domain/xml';
import type { FirstPicture } from './steps/first-picture';

/** Pixels of the picture networks show beside a link; public/social-card.png is made by scripts/social-card.ts. */
export const CARD = { width: 1200, height: 630, file: 'social-card.png' } as const;

/**
 * What a network reads of the page. All views are one HTML file, so that the card is that of the default view; stories have pages of
 * their own. `site`: address of the page ending in a slash, null while nobody knows it; then the picture's address is relative, which
 * some networks do not follow.
 */
export function socialTags(picture: Pick<FirstPicture, 'texts'>, site: string | null): string {
  const { title, finding, alt } = picture.texts.it;
  const tag = (property: string, content: string) =>
    `<meta property="og:${property}" content="${escapeXml(content)}" />`;
  return [
    tag('type', 'website'),
    tag('site_name', 'Atlante urbano di Bologna'),
    tag('locale', 'it_IT'),
    tag('locale:alternate', 'en_GB'),
    tag('title', title),
    tag('description', finding),
    ...(site ? [tag('url', site)] : []),
    tag('image', `${site ?? './'}${CARD.file}`),
    tag('image:type', 'image/png'),
    tag('image:width', String(CARD.width)),
    tag('image:height', String(CARD.height)),
    tag('image:alt', alt),
    '<meta name="twitter:card" content="summary_large_image" />',
  ].join('\n    ');
}
