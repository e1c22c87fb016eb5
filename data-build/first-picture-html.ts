import { missingStyle, rampColours } from '../src/domain/colour';
import type { Missing } from '../src/model/cell';
import type { Lang } from '../src/model/ids';
import type { Ramp } from '../src/model/manifest';

/** What data-build/steps/first-picture.ts writes and the page's build inlines. */
export interface FirstPicture {
  svg: string;
  texts: Record<Lang, { title: string; finding: string }>;
  legend: { classes: readonly unknown[] };
}

const escape = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Class letters of the missing states in the picture. */
const MISSING_CLASS: Record<Missing, string> = {
  suppressed: 'ms',
  'not-available': 'mn',
  unreliable: 'mu',
  'not-applicable': 'mx',
};

/** Fills of both themes: the ramp of the default indicator, and the plain ground of each missing state. */
export function firstPictureCss(ramp: Ramp, classes: number): string {
  const rules = (theme: 'light' | 'dark', root: string): string => {
    const colours = rampColours(ramp, classes, theme).map((c, i) => `${root} .b${i}{fill:${c}}`);
    const missing = Object.entries(MISSING_CLASS).map(
      ([why, letter]) => `${root} .${letter}{fill:${missingStyle(why as Missing, theme).ground}}`,
    );
    return [...colours, ...missing].join('');
  };
  return rules('light', '#first') + rules('dark', '[data-theme=dark] #first');
}

/** The first picture as HTML in the app's own frame, so that the app takes its place without a jump. */
export function firstPictureHtml(picture: FirstPicture, question: string, ramp: Ramp): string {
  const { svg, texts, legend } = picture;
  return (
    `<style>${firstPictureCss(ramp, legend.classes.length)}</style>` +
    '<div class="frame"><div class="column"><div class="first-text">' +
    `<h1 class="title">${escape(question)}</h1><p class="first-what">${escape(texts.it.title)}</p>` +
    `<p class="finding">${escape(texts.it.finding)}</p>` +
    `</div></div><div class="room"><div class="fit-box">${svg}</div></div></div>`
  );
}
