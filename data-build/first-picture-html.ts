import { escapeXml } from '../src/domain/xml';
import { missingStyle, rampColours } from '../src/domain/colour';
import type { Missing } from '../src/model/cell';
import type { FirstPicture } from './steps/first-picture';
import type { Ramp } from '../src/model/manifest';

/** Class letters of the missing states in the picture. */
const MISSING_CLASS: Record<Missing, string> = {
  suppressed: 'ms',
  'not-available': 'mn',
  unreliable: 'mu',
  'not-applicable': 'mx',
};

/** Figures of the missing states on a 6 × 6 tile, as the map draws them once it is there. */
const FIGURE: Record<string, string> = {
  diagonal: '<path d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>',
  cross: '<path d="M0 0l6 6M6 0l-6 6"/>',
  dots: '<circle cx="1.5" cy="1.5" r=".92"/><circle cx="4.5" cy="4.5" r=".92"/>',
  blank: '',
};

/** One pattern per missing state that occurs; ground and ink are set by theme in the style sheet. */
function patterns(svg: string, scale: number): string {
  const found = Object.entries(MISSING_CLASS).filter(([, letter]) => svg.includes(`class="${letter}"`));
  return found
    .map(([why, letter]) => {
      const figure = FIGURE[missingStyle(why as Missing, 'light').pattern] ?? '';
      return (
        `<pattern id="p-${letter}" class="${letter}" width="6" height="6" patternUnits="userSpaceOnUse" ` +
        `patternTransform="scale(${scale})"><rect width="6" height="6"/>${figure}</pattern>`
      );
    })
    .join('');
}

/** The default view is no change: its classes are counted, not placed about zero. */
function coloursOfClasses(ramp: Ramp, classes: number, theme: 'light' | 'dark'): string[] {
  if (ramp === 'change') throw new RangeError('the default view cannot be a change between dates');
  return rampColours(ramp, classes, theme);
}

/** Fills of both themes: the ramp of the default indicator, and ground and ink of each missing state. */
export function firstPictureCss(ramp: Ramp, classes: number): string {
  const rules = (theme: 'light' | 'dark', root: string): string => {
    const colours = coloursOfClasses(ramp, classes, theme).map((c, i) => `${root} .b${i}{fill:${c}}`);
    const missing = Object.entries(MISSING_CLASS).map(([why, letter]) => {
      const { ground, ink } = missingStyle(why as Missing, theme);
      return (
        `${root} pattern.${letter} rect{fill:${ground};stroke:none}${root} pattern.${letter} circle{fill:${ink}}` +
        `${root} pattern.${letter} path{stroke:${ink};stroke-width:.75px;fill:none;vector-effect:none}`
      );
    });
    return [...colours, ...missing].join('');
  };
  const fills = Object.values(MISSING_CLASS).map((letter) => `#first path.${letter}{fill:url(#p-${letter})}`);
  return rules('light', '#first') + rules('dark', '[data-theme=dark] #first') + fills.join('');
}

/** The first picture as HTML in the app's own frame, so that the app takes its place without a jump. */
export function firstPictureHtml(picture: FirstPicture, question: string, ramp: Ramp): string {
  const { texts, legend } = picture;
  // Tiles of about six CSS pixels on a desktop, whatever unit the picture counts in.
  const svg = picture.svg.replace(
    /<svg[^>]*>/,
    (open) => `${open}<defs>${patterns(picture.svg, picture.width / 900)}</defs>`,
  );
  return (
    `<style>${firstPictureCss(ramp, legend.classes.length)}</style>` +
    '<div class="frame"><div class="column"><div class="first-text">' +
    `<h1 class="title">${escapeXml(question)}</h1><p class="first-what">${escapeXml(texts.it.title)}</p>` +
    `<p class="finding">${escapeXml(texts.it.finding)}</p>` +
    `</div></div><div class="room"><div class="fit-box">${svg}</div></div></div>`
  );
}
