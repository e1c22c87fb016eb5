import { MISSING, type Missing } from '../../model/cell';
import { missingStyle, type ColourTheme, type MissingStyle } from '../colour';
import { n } from './xml';

/** Side of a tile in px, and the figures on it: those of the map. */
const SIDE = 6;
const FIGURE: Record<MissingStyle['pattern'], (ink: string) => string> = {
  diagonal: (ink) => `<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="${ink}" stroke-width=".8" fill="none"/>`,
  cross: (ink) => `<path d="M0 0l6 6M6 0l-6 6" stroke="${ink}" stroke-width=".65" fill="none"/>`,
  dots: (ink) =>
    `<circle cx="1.5" cy="1.5" r=".92" fill="${ink}"/><circle cx="4.5" cy="4.5" r=".92" fill="${ink}"/>`,
  blank: () => '',
};

/** The same name for the same tile, so that several pictures may stand in one page. */
const idOf = (why: Missing, theme: ColourTheme, scale: number) =>
  `p-${why}-${theme}-${Math.round(scale * 1000)}`;
export const patternFill = (why: Missing, theme: ColourTheme, scale = 1): string =>
  `url(#${idOf(why, theme, scale)})`;

/** Patterns of the reasons that occur; `scale` undoes that of the group they fill. */
export function patternDefs(whys: Iterable<Missing>, theme: ColourTheme, scale = 1): string {
  const found = new Set(whys);
  return MISSING.filter((why) => found.has(why))
    .map((why) => {
      const { ground, ink, pattern } = missingStyle(why, theme);
      return (
        `<pattern id="${idOf(why, theme, scale)}" width="${SIDE}" height="${SIDE}" patternUnits="userSpaceOnUse"` +
        `${scale === 1 ? '' : ` patternTransform="scale(${n(scale)})"`}>` +
        `<rect width="${SIDE}" height="${SIDE}" fill="${ground}"/>${FIGURE[pattern](ink)}</pattern>`
      );
    })
    .join('');
}
