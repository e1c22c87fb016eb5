import { PAGE_COLOURS } from './colour-page';
import type { Box } from './picture/ground';
import { keyBlock, type KeyForm } from './picture/key';
import { fitLines, fitSentences, wrap } from './picture/lines';
import { circleScale, drawMap } from './picture/map';
import { sharedLegend } from './picture/pair';
import { foot, head, svgDocument } from './picture/parts';
import type { PictureInput, PictureLegend, PictureMap, PictureWords } from './picture/types';
import { EMPTY, n, stack, textBlock, type Block } from './picture/xml';

/** One side of a comparison. */
export interface PictureSide {
  /** What it shows: its date, or its topic. */
  label: string;
  /** Under it: the value of the chosen area or of the city. */
  said: string;
  map: PictureMap;
  legend: PictureLegend;
}

export interface PairInput extends Omit<PictureInput, 'map' | 'legend'> {
  /** In the order of the screen: left and right, or above and below where there is more height. */
  sides: readonly [PictureSide, PictureSide];
  /** In place of the title, where that only names both sides: each says its own. */
  heading?: string;
}

/** A map smaller than this, px at 1×, is better off without names of places to find one's way by. */
const NAMED_FROM = 240;

/** Rows have room for words beside each map: they are taken as long as the maps are hardly smaller than in columns. */
const ROWS_FROM = 0.85;

/** Where the two maps stand, and the words about them, drawn. */
interface Laid {
  rooms: [Box, Box];
  words: string;
}
interface Sheet {
  input: PairInput;
  unit: number;
  margin: number;
  inner: number;
  /** Px between which there is room: under the head, over the source. */
  top: number;
  bottom: number;
  /** The legend of a side, where each has its own. */
  own: (side: 0 | 1, form: KeyForm, width: number) => Block;
}

/** Two maps of one make, each with its words; one legend where it serves both. Pure. */
export function drawPair(input: PairInput): string {
  const { width, height, theme, lang, sides } = input;
  const unit = Math.min(width, height) / 540;
  const colours = PAGE_COLOURS[theme];
  const margin = 24 * unit;
  const inner = width - 2 * margin;
  const wide = width / height > 1.25;
  const tall = height / width > 1.15;
  const shared = sharedLegend(sides[0].legend, sides[1].legend, lang);
  const below = foot(input, unit, inner);
  const beside = wide && shared ? inner * 0.58 : wide ? inner * 0.8 : inner;
  const most = wide ? { title: 2, finding: 2 } : { title: 3, finding: tall ? 4 : 2 };
  const sizes = wide ? [27, 25, 23, 21, 19] : [24, 22, 20, 18];
  const above = head(
    { theme, words: wordsOver(input, unit, beside, most.finding) },
    unit,
    beside,
    most,
    sizes,
  );
  const bottom = height - margin - below.height - 14 * unit;

  const lay = (rooms: readonly [Box, Box]): Laid => {
    const radius = (side: 0 | 1) => {
      const { circles } = sides[side].map;
      return circles ? circleScale(circles.radius, { box: cityIn(rooms[side], unit) }) : 0;
    };
    const key = (legend: PictureLegend, side: 0 | 1, form: KeyForm, room: number) =>
      keyBlock(legend, form, { theme, unit, width: room, radius: radius(side) });
    const one = shared ? key(shared, 0, 'bar', wide ? inner * 0.36 : inner) : EMPTY;
    const under = margin + above.height;
    const top = wide
      ? Math.max(under, margin + one.height) + 18 * unit
      : under + (one.height ? one.height + 12 * unit : 0) + 16 * unit;
    const at = wide
      ? ([width - margin - inner * 0.36, margin] as const)
      : ([margin, under + 12 * unit] as const);
    const own: Sheet['own'] = (side, form, room) =>
      shared ? EMPTY : key(sides[side].legend, side, form, room);
    const sheet = { input, unit, margin, inner, top, bottom, own };
    const [columns, rows] = [besideEachOther(sheet), tall ? oneAboveOther(sheet) : null];
    const high = rows && cityAcross(rows, input) > ROWS_FROM * cityAcross(columns, input);
    const laid = high ? rows : columns;
    return { ...laid, words: one.draw(...at) + laid.words };
  };
  // The circles of a legend are those of its map, whose room depends on the legend: the second time they agree.
  const guess: Box = { x: 0, y: 0, width: inner / 2, height: height / 2 };
  const { rooms, words } = lay(lay(lay([guess, guess]).rooms).rooms);
  const maps = rooms.map((room, i) => {
    const { x, y } = room;
    const city = cityIn(room, unit);
    const drawn = drawMap(withRoom(sides[i]!.map, room, unit), room, {
      theme,
      unit: unit * 0.88,
      lang,
      city,
      scaleBar: true,
    });
    return `<rect x="${n(x)}" y="${n(y)}" width="${n(room.width)}" height="${n(room.height)}" fill="${colours.land}"/>${drawn.svg}`;
  });
  const missing = sides.flatMap(({ legend }) => legend.missing);
  return svgDocument(
    { ...input, legend: { kind: 'none', caption: '', missing } },
    `<rect width="${n(width)}" height="${n(height)}" fill="${colours.paper}"/>` +
      maps.join('') +
      above.draw(margin, margin) +
      words +
      below.draw(margin, height - margin - below.height),
  );
}

const cityIn = ({ x, y, width, height }: Box, unit: number): Box => ({
  x: x + 6 * unit,
  y: y + 6 * unit,
  width: width - 12 * unit,
  height: height - 12 * unit,
});

/** Under a heading that names neither side the finding names both: told whole or not at all. */
function wordsOver({ words, heading }: PairInput, unit: number, width: number, most: number): PictureWords {
  if (!heading) return words;
  const { finding = '', ...rest } = words;
  const sizes = [14, 13, 12.5].map((s) => s * unit);
  const { lines } = fitSentences(finding, 'sans', { sizes, width, most });
  const whole = !lines.at(-1)?.endsWith('…');
  return { ...rest, ...(whole ? { finding } : {}), title: heading };
}

/** Width of the city in the rooms of a layout. */
const cityAcross = ({ rooms: [room] }: Laid, { sides: [{ map }] }: PairInput): number =>
  Math.min(room.width, (room.height * map.shapes.width) / map.shapes.height);

/** Names that would crowd a small map are left out, but for those of what was chosen. */
function withRoom(map: PictureMap, { width, height }: Box, unit: number): PictureMap {
  if (Math.min(width, height * 1.2) >= NAMED_FROM * unit) return map;
  return { ...map, names: map.names.filter(({ rank }) => rank === 'selected' || rank === 'picked') };
}

function caption({ label, said }: PictureSide, { input, unit }: Sheet, width: number): Block {
  const { ink, muted } = PAGE_COLOURS[input.theme];
  const { lines, size } = fitLines(label, 'serif', {
    sizes: [17, 15.5, 14, 13, 12].map((s) => s * unit),
    width,
    most: 4,
  });
  const small = 12 * unit;
  return stack([
    textBlock(lines, { face: 'serif', size, fill: ink }, 1.18),
    [3 * unit, textBlock(wrap(said, 'sans', small, width), { face: 'sans', size: small, fill: muted }, 1.25)],
  ]);
}

/** Two columns: words, map, legend; the maps on one line. */
function besideEachOther(sheet: Sheet): Laid {
  const { input, unit, margin, inner, top, bottom, own } = sheet;
  const gap = 20 * unit;
  const width = (inner - gap) / 2;
  const captions = input.sides.map((side) => caption(side, sheet, width));
  const keys = ([0, 1] as const).map((side) => own(side, 'bar', width));
  const tallest = (blocks: readonly Block[]) => Math.max(...blocks.map(({ height }) => height));
  const y = top + tallest(captions) + 8 * unit;
  const foot = tallest(keys) ? tallest(keys) + 10 * unit : 0;
  const rooms = [0, 1].map((i) => ({
    x: margin + i * (width + gap),
    y,
    width,
    height: Math.max(1, bottom - foot - y),
  })) as [Box, Box];
  const words = rooms.map(
    ({ x }, i) => captions[i]!.draw(x, top) + keys[i]!.draw(x, bottom - foot + 10 * unit),
  );
  return { rooms, words: words.join('') };
}

/** Two rows: words and legend at the left, the map at the right; null where the words are higher than their map. */
function oneAboveOther(sheet: Sheet): Laid | null {
  const { input, unit, margin, inner, top, bottom, own } = sheet;
  const gap = 14 * unit;
  const height = (bottom - top - gap) / 2;
  const column = (width: number) =>
    input.sides.map((side, i) =>
      stack([caption(side, sheet, width), [14 * unit, own(i as 0 | 1, 'list', width)]]),
    );
  // Words that would be higher than their map take more width from it, up to a limit.
  const widths = [0.29, 0.36, 0.42].map((share) => inner * share);
  const width = widths.find((w) => column(w).every((block) => block.height <= height)) ?? null;
  if (width === null) return null;
  const rooms = [0, 1].map((i) => ({
    x: margin + width + gap,
    y: top + i * (height + gap),
    width: inner - width - gap,
    height,
  })) as [Box, Box];
  const words = column(width).map((block, i) => block.draw(margin, rooms[i]!.y));
  return { rooms, words: words.join('') };
}
