import { CITY_CODE } from '../../model/ids';
import type { Shapes } from '../../model/shapes';
import type { ColourTheme } from '../colour';
import { PAGE_COLOURS, type PageColours } from '../colour-page';
import { symbolRadius } from '../symbols';
import { contrast } from '../colour-metrics';
import { dotBoxes, drawDots } from './dots';
import { holds } from './inside';
import { layGround, type Affine, type Box, type Ground } from './ground';
import { textWidth } from './lines';
import { placeNames, type PlacedName } from './names';
import { patternDefs, patternFill } from './patterns';
import type { PictureMap } from './types';
import { n, textAt } from './xml';

export interface MapDrawing {
  svg: string;
  ground: Ground;
  names: PlacedName[];
}

/** Smallest circle that can be seen, px; and the widths of lines, px. */
const SMALLEST = 1.2;
const LINE = { area: 0.5, over: [0.9, 1.6], city: 0.8, around: 0.7, chosen: 2, picked: 1.5 } as const;

/**
 * The map in `room`: the ground fills all of it, the city stands in `city` (the room itself when left out). Boxes in `taken` are
 * kept free of names.
 */
export function drawMap(
  map: PictureMap,
  room: Box,
  o: {
    theme: ColourTheme;
    unit: number;
    city?: Box;
    taken?: readonly Box[];
    scaleBar?: boolean;
    lang: 'it' | 'en';
  },
): MapDrawing {
  const colours = PAGE_COLOURS[o.theme];
  const ground = layGround(map.frame ?? map.shapes.bounds, o.city ?? room, 6 * o.unit);
  const place = ground.placeOf(map.shapes);
  const scale = place.k || 1;
  const bar = o.scaleBar ? scaleBar(ground, room, colours, o.unit, o.taken ?? []) : { svg: '', box: null };
  const names = placeNames(
    map.names.map((name) => ({ ...name, at: ground.project(name.at) })),
    inset(room, 4 * o.unit),
    [...(o.taken ?? []), ...(bar.box ? [bar.box] : [])],
    [...circleBoxes(map, ground), ...dotBoxes(map.dots, ground, o.unit)],
    o.unit,
  );
  // Named by what it is, so that several pictures may stand in one page.
  const clip = `c-${[room.x, room.y, room.width, room.height].map(Math.round).join('-')}`;
  const svg = [
    `<clipPath id="${clip}"><rect x="${n(room.x)}" y="${n(room.y)}" width="${n(room.width)}" height="${n(room.height)}"/></clipPath>`,
    `<defs>${patternDefs(map.missing.values(), o.theme, 1 / scale)}</defs>`,
    `<g clip-path="url(#${clip})">`,
    map.around ? aroundLines(map.around, ground, colours, o.unit) : '',
    areas(map, place, colours, o),
    ...(map.over ?? []).map((shapes, i) =>
      outlines(shapes, ground.placeOf(shapes), {
        stroke: isBare(map) ? colours.strongLine : colours.paper,
        width: (LINE.over[i] ?? 1.6) * (isBare(map) ? 0.6 : 1) * o.unit,
      }),
    ),
    map.outline ? cityLine(map.outline, ground, colours, o.unit) : '',
    cells(map, ground, colours, o.unit),
    circles(map, ground, colours, o.unit),
    drawDots(map.dots, ground, room, o.unit),
    marks(map, place, colours, o.unit),
    '</g>',
    bar.svg,
    ...names.map((name) => nameText(name, lettering(name, map, place, colours), o.unit)),
  ].join('');
  return { svg, ground, names };
}

const inset = (box: Box, by: number): Box => ({
  x: box.x + by,
  y: box.y + by,
  width: box.width - 2 * by,
  height: box.height - 2 * by,
});

const moved = ({ k, x, y }: Affine) => `transform="translate(${n(x)} ${n(y)}) scale(${k.toPrecision(6)})"`;

function outlines(
  shapes: Shapes,
  place: Affine,
  o: { stroke: string; width: number; skip?: string },
): string {
  const d = shapes.paths.filter((p) => p.code !== o.skip).map((p) => p.d);
  return (
    `<path ${moved(place)} d="${d.join('')}" fill="none" stroke="${o.stroke}"` +
    ` stroke-width="${n(o.width / place.k)}" stroke-linejoin="round"/>`
  );
}

const cityLine = (shapes: Shapes, ground: Ground, { muted }: PageColours, unit: number) =>
  outlines(shapes, ground.placeOf(shapes), { stroke: muted, width: LINE.city * unit });
const aroundLines = (shapes: Shapes, ground: Ground, { hairline }: PageColours, unit: number) =>
  outlines(shapes, ground.placeOf(shapes), { stroke: hairline, width: LINE.around * unit, skip: CITY_CODE });

function areas(
  map: PictureMap,
  place: Affine,
  colours: PageColours,
  o: { theme: ColourTheme; unit: number },
): string {
  const line = isBare(map) ? colours.strongLine : colours.paper;
  const paths = map.shapes.paths.map(({ code, d }) => {
    const why = map.missing.get(code);
    const fill =
      map.fills.get(code) ??
      (why && !map.circles ? patternFill(why, o.theme, 1 / (place.k || 1)) : colours.paper);
    return `<path data-code="${code}" d="${d}" fill="${fill}"/>`;
  });
  return (
    `<g ${moved(place)} stroke="${line}" stroke-width="${n((LINE.area * o.unit) / place.k)}" stroke-linejoin="round">` +
    `${paths.join('')}</g>`
  );
}

/** Areas without a fill of their own need lines that are seen on paper. */
const isBare = (map: PictureMap): boolean => Boolean(map.circles ?? map.grid ?? map.dots);

function cells({ grid = [] }: PictureMap, ground: Ground, { paper }: PageColours, unit: number): string {
  const paths = grid.map(({ ring, fill }) => {
    const corners = ring.map((at) => ground.project(at).map(n).join(' '));
    return `<path d="M${corners.join('L')}Z" fill="${fill}"/>`;
  });
  return paths.length
    ? `<g fill-opacity="0.92" stroke="${paper}" stroke-width="${n(0.5 * unit)}">${paths.join('')}</g>`
    : '';
}

function circles({ circles }: PictureMap, ground: Ground, { paper }: PageColours, unit: number): string {
  if (!circles) return '';
  const radius = circleScale(circles.radius, ground);
  // The largest first, so that none hides a smaller one.
  const sorted = [...circles.all].sort((a, b) => b.value - a.value);
  return sorted
    .filter(({ value }) => value > 0)
    .map(({ at, value }) => {
      const [x, y] = ground.project(at);
      const r = Math.max(SMALLEST * unit, symbolRadius(value, circles.max, radius));
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${circles.colour}" fill-opacity="0.82" stroke="${paper}" stroke-width="${n(0.8 * unit)}"/>`;
    })
    .join('');
}

/** Circles large enough for a name to be in their way. */
const circleBoxes = ({ circles }: PictureMap, ground: Ground): Box[] =>
  (circles?.all ?? []).flatMap(({ at, value }) => {
    const r = symbolRadius(value, circles!.max, circleScale(circles!.radius, ground));
    const [x, y] = ground.project(at);
    return r > 3 ? [{ x: x - r, y: y - r, width: 2 * r, height: 2 * r }] : [];
  });

/** Radius of the largest circle on this map: `radius` is meant for a city 700 px wide, as the interactive map shows it. */
export const circleScale = (radius: number, { box }: Pick<Ground, 'box'>): number =>
  radius * Math.min(1.5, Math.max(0.25, Math.min(box.width, box.height * 1.08) / 700));

/** Outline of the chosen area in accent, of those taken together in ink, both on a line of paper. */
function marks(map: PictureMap, place: Affine, colours: PageColours, unit: number): string {
  const draw = (codes: readonly string[], stroke: string, width: number) => {
    const d = map.shapes.paths
      .filter((p) => codes.includes(p.code))
      .map((p) => p.d)
      .join('');
    if (!d) return '';
    const line = (colour: string, w: number) =>
      `<path ${moved(place)} d="${d}" fill="none" stroke="${colour}" stroke-width="${n((w * unit) / place.k)}" stroke-linejoin="round"/>`;
    return line(colours.paper, width + 2.2) + line(stroke, width);
  };
  return (
    draw(map.picked, colours.ink, LINE.picked) +
    draw(map.selected ? [map.selected] : [], colours.accent, LINE.chosen)
  );
}

interface Lettering {
  letter: string;
  halo: string;
  line: string;
}

/** Ink or paper, whichever is easier to read on the colour under the name, and that colour around it, as on the interactive map. */
function lettering(name: PlacedName, map: PictureMap, place: Affine, colours: PageColours): Lettering {
  const { ink, paper, muted, land } = colours;
  if (name.rank === 'around') return { letter: muted, halo: land, line: ink };
  const middle = [name.box.x + name.box.width / 2, name.box.y + name.box.height / 2] as const;
  const at: [number, number] = [(middle[0] - place.x) / place.k, (middle[1] - place.y) / place.k];
  const under = map.circles ? undefined : map.shapes.paths.find(({ d }) => holds(d, at));
  const ground = (under && map.fills.get(under.code)) ?? paper;
  return { letter: contrast(ground, ink) >= contrast(ground, paper) ? ink : paper, halo: ground, line: ink };
}

/** Letters twice, the first time as a halo: drawing programs do not all know `paint-order`. */
function nameText(name: PlacedName, { letter, halo, line }: Lettering, unit: number): string {
  const around =
    ` text-anchor="middle" aria-hidden="true" stroke="${halo}" stroke-width="${n(3 * unit)}"` +
    ` stroke-linejoin="round" stroke-opacity="0.9"`;
  const set = (extra: string) =>
    name.lines
      .map((text, i) =>
        textAt(
          text,
          name.x,
          name.y + i * name.leading,
          { face: name.face, size: name.size, fill: letter },
          extra,
        ),
      )
      .join('');
  return leaderLine(name, halo, line, unit) + set(around) + set(' text-anchor="middle"');
}

function leaderLine({ leader }: PlacedName, halo: string, line: string, unit: number): string {
  if (!leader) return '';
  const [x1, y1, x2, y2] = leader.map(n);
  const stroke = (colour: string, width: number) =>
    `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${n(width * unit)}" fill="none"/>`;
  return (
    stroke(halo, 3) + stroke(line, 1) + `<circle cx="${x1}" cy="${y1}" r="${n(1.8 * unit)}" fill="${line}"/>`
  );
}

/** A round number of kilometres, about a sixth of the room, at its lower right. */
function scaleBar(
  ground: Ground,
  room: Box,
  colours: PageColours,
  unit: number,
  taken: readonly Box[],
): { svg: string; box: Box | null } {
  const km = [20, 10, 5, 2, 1, 0.5, 0.2].find((k) => k * ground.perKm < Math.max(room.width / 5, 40 * unit));
  if (!km) return { svg: '', box: null };
  const width = km * ground.perKm;
  const label = km < 1 ? `${km * 1000} m` : `${km} km`;
  const size = 10 * unit;
  const x = room.x + room.width - 12 * unit - width;
  const y = room.y + room.height - 12 * unit;
  const box = { x: x - 4 * unit, y: y - size - 6 * unit, width: width + 8 * unit, height: size + 10 * unit };
  if (
    taken.some(
      (t) =>
        t.x < box.x + box.width &&
        box.x < t.x + t.width &&
        t.y < box.y + box.height &&
        box.y < t.y + t.height,
    )
  )
    return { svg: '', box: null };
  return {
    box,
    svg:
      `<path d="M${n(x)} ${n(y - 3 * unit)}v${n(3 * unit)}h${n(width)}v${n(-3 * unit)}" fill="none" stroke="${colours.muted}" stroke-width="${n(unit)}"/>` +
      textAt(label, x + width / 2 - textWidth(label, 'sans', size) / 2, y - 5 * unit, {
        face: 'sans',
        size,
        fill: colours.muted,
      }),
  };
}
