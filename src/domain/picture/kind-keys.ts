import type { Lang } from '../../model/ids';
import { PER_DEGREE, type Points } from '../../model/points';
import { categoryColours } from '../colour-categories';
import { PAGE_COLOURS } from '../colour-page';
import type { ColourTheme } from '../colour';
import { formatNumber } from '../format';
import type { PictureClass, PictureDots, PictureLegend } from './types';

/** Legends of kinds of map that app and build both draw. */

type Missing = PictureLegend['missing'];

/** The square of nine colours (`colours` run along its rows from low to high) with the names of its sides. */
export const bivariateKey = (
  colours: readonly string[],
  names: { first: string; second: string },
  missing: Missing,
  lang: Lang,
): PictureLegend => ({
  kind: 'grid',
  caption: lang === 'it' ? 'Tre classi per ciascun tema' : 'Three classes of each topic',
  missing,
  colours: [6, 3, 0].map((from) => colours.slice(from, from + 3)),
  across: names.first,
  up: names.second,
});

/** Things by kind, each with its number; `caption` what they are, left out where the one row says it. */
export const categoriesKey = (
  caption: string,
  rows: readonly PictureClass[],
  missing: Missing = [],
  note = '',
): PictureLegend => ({
  kind: 'categories',
  caption: rows.length > 1 ? caption : '',
  rows,
  missing,
  ...(note ? { note } : {}),
});

/** More things than this stand as smaller dots: nothing gathers in a picture. */
const MANY = 500;

/** Things where they stand, of the categories in `on`, each category with its number. */
export function pointsPicture(
  points: Points,
  on: readonly number[],
  lang: Lang,
  theme: ColourTheme,
): { dots: PictureDots; legend: PictureLegend } {
  const { categories, category, lon, lat, title } = points;
  const colours = categoryColours(categories.length, theme);
  const shown = category.flatMap((c, i) => (on.includes(c) ? [i] : []));
  const rows = on.map((c) => {
    const n = category.filter((other) => other === c).length;
    const name = categories.length > 1 ? categories[c]!.title : title;
    return { colour: colours[c]!, label: `${name[lang]} (${formatNumber(n, 0, lang)})` };
  });
  return {
    dots: {
      places: shown.flatMap((i) => [lon[i]! / PER_DEGREE, lat[i]! / PER_DEGREE]),
      classes: shown.map((i) => category[i]!),
      colours,
      radius: shown.length > MANY ? 2.2 : 3.2,
      ring: PAGE_COLOURS[theme].paper,
    },
    legend: categoriesKey(title[lang], rows),
  };
}
