import { PAGE_COLOURS } from './colour-page';
import { keyBlock, type KeyForm } from './picture/key';
import type { Box } from './picture/ground';
import { circleScale, drawMap } from './picture/map';
import { foot, head, svgDocument, wordsColumn } from './picture/parts';
import type { PictureInput } from './picture/types';
import { EMPTY, n, textBlock, type Block } from './picture/xml';

export type * from './picture/types';

/** The shapes a picture is taken away in: pixels at 1×; a bitmap is drawn at twice that, which is what networks ask for. */
export const FORMATS = {
  wide: { width: 960, height: 540 },
  square: { width: 540, height: 540 },
  tall: { width: 540, height: 675 },
  story: { width: 540, height: 960 },
} as const;
export type Format = keyof typeof FORMATS;

interface Arranged {
  /** Everything but the map. */
  svg: string;
  /** All the ground to be filled, and where the city stands in it. */
  room: Box;
  city: Box;
}

/**
 * A whole map as one SVG document with real text: title, finding, map, legend, source, address. Pure: the same input gives the
 * same bytes, in the build, in the page and in a worker. Words that would not fit are set smaller, then shortened; nothing runs out
 * of its box.
 */
export function drawPicture(input: PictureInput): string {
  const { width, height, theme, lang } = input;
  const unit = Math.min(width, height) / 540;
  const colours = PAGE_COLOURS[theme];
  const at = width / height > 1.25 ? arrangeWide(input, unit) : arrangeTall(input, unit);
  const map = drawMap(input.map, at.room, {
    theme,
    unit,
    lang,
    city: at.city,
    scaleBar: true,
  });
  return svgDocument(
    input,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>` +
      `<rect x="${n(at.room.x)}" y="${n(at.room.y)}" width="${n(at.room.width)}" height="${n(at.room.height)}" fill="${colours.land}"/>` +
      map.svg +
      at.svg,
  );
}

/**
 * Legend and map without title and source, on clear ground: for a page that says the words itself, on paper too. The map keeps the
 * proportions of the city within `width` × `height`.
 */
export function drawFigure(input: PictureInput): string {
  const { width, height, theme, lang, legend } = input;
  const look = { theme, unit: 1, width: width * 0.62 };
  const radius = (box: Box) => (input.map.circles ? circleScale(input.map.circles.radius, { box }) : 0);
  const whole: Box = { x: 0, y: 0, width, height };
  const key = legend ? keyBlock(legend, 'bar', { ...look, radius: radius(whole) }) : EMPTY;
  const top = key.height ? key.height + 10 : 0;
  const room: Box = { x: 0, y: top, width, height: height - top };
  const map = drawMap(input.map, room, { theme, unit: 1, lang, scaleBar: true });
  return svgDocument(input, key.draw(0, 0) + map.svg);
}

/** The map alone on a clear ground, for small multiples, filmstrips and places where the page itself says the words. */
export function drawPlainMap(
  input: Pick<PictureInput, 'lang' | 'theme' | 'width' | 'height' | 'map' | 'css' | 'ids'> & {
    words: Pick<PictureInput['words'], 'title' | 'alt'>;
  },
): string {
  const box = { x: 0, y: 0, width: input.width, height: input.height };
  const unit = Math.min(1, Math.max(0.6, Math.min(input.width, input.height) / 400));
  const { svg } = drawMap(input.map, box, { theme: input.theme, unit, lang: input.lang });
  return svgDocument({ ...input, legend: null }, svg);
}

/** The date of a frame, large: the one thing that moves besides the map, always in the same place. */
function stamp({ words, theme }: PictureInput, unit: number): Block {
  const { ink } = PAGE_COLOURS[theme];
  return textBlock(words.stamp ? [words.stamp] : [], { face: 'serif', size: 38 * unit, fill: ink });
}

// ——— the arrangements ———

/** A column of words at the left, the map to the edges at the right. */
function arrangeWide(input: PictureInput, unit: number): Arranged {
  const { width, height, legend, theme } = input;
  const margin = 24 * unit;
  const column = Math.min(300 * unit, width * 0.36);
  const room: Box = {
    x: margin + column + 20 * unit,
    y: 0,
    width: width - margin - column - 20 * unit,
    height,
  };
  const city = {
    x: room.x + 14 * unit,
    y: 14 * unit,
    width: room.width - 28 * unit,
    height: height - 28 * unit,
  };
  const year = stamp(input, unit);
  const below = foot(input, unit, column);
  const free = height - 2 * margin - below.height - 16 * unit;
  const look = {
    theme,
    unit,
    width: column,
    radius: input.map.circles ? circleScale(input.map.circles.radius, { box: city }) : 0,
  };
  const keys = (form: KeyForm) => (legend ? keyBlock(legend, form, look) : EMPTY);
  const words = wordsColumn(input, unit, column, free, keys, year);
  return {
    svg: words.draw(margin, margin) + below.draw(margin, height - margin - below.height),
    room,
    city,
  };
}

/** Words above, map below them to both edges, source at the foot; the legend where it leaves the map largest. */
function arrangeTall(input: PictureInput, unit: number): Arranged {
  const { width, height, legend, theme } = input;
  const margin = 22 * unit;
  const inner = width - 2 * margin;
  const below = foot(input, unit, inner);
  const tall = height / width;
  const above = head(input, unit, inner, { title: 3, finding: tall > 1.15 ? 5 : 3 }, [26, 24, 22, 20, 18]);
  const top = margin + above.height + 12 * unit;
  const bottom = height - margin - below.height - 10 * unit;
  const aspect = ratioOf(input);
  const radiusIn = (city: Box) =>
    input.map.circles ? circleScale(input.map.circles.radius, { box: city }) : 0;
  const look = { theme, unit };

  const listWidth = Math.min(150 * unit, inner * 0.34);
  const beside: Box = {
    x: margin + listWidth + 8 * unit,
    y: top,
    width: width - margin - listWidth - 8 * unit - 8 * unit,
    height: bottom - top,
  };
  const list = legend
    ? keyBlock(legend, 'list', { ...look, width: listWidth, radius: radiusIn(beside) })
    : EMPTY;
  const year = stamp(input, unit);
  const aside = year.width ? year.width + 16 * unit : 0;
  const bar = legend
    ? keyBlock(legend, 'bar', {
        ...look,
        width: inner - aside,
        radius: radiusIn({ ...beside, width: inner }),
      })
    : EMPTY;
  const row = Math.max(bar.height, year.height);
  const under: Box = {
    x: 8 * unit,
    y: top + (row ? row + 10 * unit : 0),
    width: width - 16 * unit,
    height: bottom - top - (row ? row + 10 * unit : 0),
  };
  const size = (box: Box) => Math.min(box.width, box.height * aspect);
  const fits = list.height + (year.height ? year.height + 10 * unit : 0) <= bottom - top;
  const atSide = fits && size(beside) > size(under) * 0.98;
  const city = atSide ? beside : under;
  const room: Box = atSide ? { ...city, width: width - city.x } : { ...city, x: 0, width };
  return {
    svg:
      above.draw(margin, margin) +
      (atSide
        ? year.draw(margin, top) + list.draw(margin, bottom - list.height)
        : bar.draw(margin, top) + year.draw(width - margin - year.width, top)) +
      below.draw(margin, height - margin - below.height),
    room,
    city,
  };
}

/** Width of the ground over its height, as drawn. */
function ratioOf({ map: { shapes } }: PictureInput): number {
  return shapes.width / shapes.height;
}
