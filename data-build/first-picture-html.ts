import type { Lang } from '../src/model/ids';

/** What data-build/steps/first-picture.ts writes and the page's build inlines. */
export interface FirstPicture {
  svg: string;
  texts: Record<Lang, { title: string; finding: string }>;
}

const escape = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The first picture as HTML in the app's own frame, so that the app takes its place without a jump. */
export function firstPictureHtml({ svg, texts }: FirstPicture): string {
  return (
    '<div class="frame"><div class="column"><div class="first-text">' +
    `<h1 class="title">${escape(texts.it.title)}</h1><p class="finding">${escape(texts.it.finding)}</p>` +
    `</div></div><div class="room"><div class="fit-box">${svg}</div></div></div>`
  );
}
