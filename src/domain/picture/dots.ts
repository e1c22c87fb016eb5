import type { Box, Ground } from './ground';
import type { PictureDots } from './types';
import { n } from './xml';

/** A vector picture with more circles than this opens slowly in drawing programs. */
export const MOST_DOTS = 25_000;

/** Dots mixed in one group: few enough that no class covers the others, enough that a group's colour is not said at every dot. */
const MIXED = 1000;
/** Pixels to a kilometre where the whole city fills a picture 540 px high; closer in, dots grow as they do on screen. */
const WHOLE_CITY = 30;
/** Things beyond which names lie over them, as on the interactive map. */
const MOST_KEPT_FREE = 150;

/**
 * At most `most` dots of a set, one in `of`: places and classes come in an order that mixes areas and classes evenly, so that the first
 * part of them is a fair sample.
 */
export function thinDots<T extends Pick<PictureDots, 'places' | 'classes'>>(
  dots: T,
  most = MOST_DOTS,
): { dots: T; of: number } {
  const all = dots.classes.length;
  const of = Math.max(1, Math.ceil(all / most));
  if (of === 1) return { dots, of };
  const keep = Math.round(all / of);
  const first = (list: ArrayLike<number>, length: number) => Array.from({ length }, (_, i) => list[i]!);
  return { dots: { ...dots, places: first(dots.places, keep * 2), classes: first(dots.classes, keep) }, of };
}

/** Single things that names keep off: a halo over one would hide it. Of many the names would all be gone. */
export function dotBoxes(dots: PictureDots | undefined, ground: Ground, unit: number): Box[] {
  if (!dots?.ring || dots.classes.length > MOST_KEPT_FREE) return [];
  const r = radiusOf(dots, ground, unit);
  return Array.from({ length: dots.classes.length }, (_, i) => {
    const [x, y] = ground.project([dots.places[i * 2]!, dots.places[i * 2 + 1]!]);
    return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
  });
}

function radiusOf({ radius }: PictureDots, ground: Ground, unit: number): number {
  const closer = Math.min(2.2, Math.max(1, Math.sqrt(ground.perKm / (WHOLE_CITY * unit))));
  return radius * unit * closer;
}

/** The dots that lie in `room`, as circles; in the order given but for groups of one colour. */
export function drawDots(dots: PictureDots | undefined, ground: Ground, room: Box, unit: number): string {
  if (!dots) return '';
  const { places, classes, colours, ring } = dots;
  const r = radiusOf(dots, ground, unit);
  const tenth = (value: number) => String(Math.round(value * 10) / 10);
  let groups: string[][] = colours.map(() => []);
  let [drawn, svg] = [0, ''];
  const flush = () => {
    svg += groups
      .map((circles, c) => (circles.length ? `<g fill="${colours[c]}">${circles.join('')}</g>` : ''))
      .join('');
    groups = colours.map(() => []);
  };
  for (let i = 0; i < classes.length; i++) {
    const [x, y] = ground.project([places[i * 2]!, places[i * 2 + 1]!]);
    if (x < room.x - r || x > room.x + room.width + r || y < room.y - r || y > room.y + room.height + r)
      continue;
    groups[classes[i]!]?.push(`<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${n(r)}"/>`);
    if (++drawn % MIXED === 0) flush();
  }
  flush();
  const line = ring ? ` stroke="${ring}" stroke-width="${n(0.6 * unit)}"` : '';
  return svg && `<g${line}>${svg}</g>`;
}
