import { circleScale, drawMap } from '../../src/domain/picture/map';
import { boundsOfCamera } from '../../src/domain/picture/ground';
import { keyBlock } from '../../src/domain/picture/key';
import { patternDefs } from '../../src/domain/picture/patterns';
import type { PictureLegend } from '../../src/domain/picture/types';
import { pictureMap } from '../../src/domain/picture-view';
import { sourceLine } from '../../src/domain/picture-words';
import { LANGS, type Lang, type Text } from '../../src/model/ids';
import type { StoryPictures, StoryStep } from '../../src/model/story';
import { readCamera } from '../../src/domain/link';
import { otherSide } from '../../src/domain/other-side';
import type { ViewState } from '../../src/model/view';
import type { Outlines } from './outlines';
import { paint } from './painting';
import type { World } from './world';

/** Pixels of a picture at 1×: half a page, or a column on a screen. Its letters are still read at two thirds of that. */
export const PICTURE = { width: 460, height: 400 };
const UNIT = 1.15;
/** What a camera shows on the stage of a desktop; the picture shows the same ground. */
const STAGE = { width: 800, height: 640 };
const LEGEND_WIDTH = 420;
/** Two maps share the column: letters that are to be read must be drawn larger, a legend for each narrower. */
const HALF = { unit: 1.8, legend: 265 };

type Picture = StoryPictures['pictures'][string];
const both = (make: (lang: Lang) => string): Text =>
  Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Text;

/** The picture of one step for paper, both halves of it where it compares two maps. */
export function pictureOf(step: StoryStep, view: ViewState, world: World, outlines: Outlines): Picture {
  const beside = view.display === 'map' ? otherSide(view, world) : null;
  if (!beside) return drawnAs(step, view, world, outlines, { unit: UNIT, legend: LEGEND_WIDTH });
  const halves = (legend: number) => {
    const look = { unit: HALF.unit, legend };
    const still = { ...step, play: null };
    return [
      drawnAs(step, view, world, outlines, look),
      drawnAs(still, beside, world, outlines, look),
    ] as const;
  };
  const alike = ([a, b]: ReturnType<typeof halves>) =>
    LANGS.every((lang) => a.legend[lang] === b.legend[lang]);
  const wide = halves(LEGEND_WIDTH);
  const same = alike(wide);
  const [one, two] = same ? wide : halves(HALF.legend);
  return {
    ...one,
    source: LANGS.every((lang) => two.source[lang] === one.source[lang])
      ? one.source
      : both((lang) => `${one.source[lang]} ${two.source[lang]}`),
    other: { map: two.map, legend: same ? both(() => '') : two.legend, title: two.title },
  };
}

/** One map: its map at the end of a play, the highlighted areas outlined and named, and its legend. */
function drawnAs(
  step: StoryStep,
  view: ViewState,
  world: World,
  outlines: Outlines,
  look: { unit: number; legend: number },
): Picture {
  const { level } = view;
  const period = step.play?.[1] ?? view.period;
  const { painting, datasets, legend, sentences } = paint(view, world, period);
  const camera = readCamera(new URLSearchParams(step.hash.replace(/^#/, '')));
  const map = pictureMap({
    level,
    geography: world.geography,
    shapes: { [level]: outlines(level, PICTURE.width), citta: outlines('citta', PICTURE.width) },
    painting,
    area: view.area,
    picked: step.highlight.map(({ code }) => code),
    frame: camera.kind === 'valid' ? boundsOfCamera(camera.value, STAGE.width, STAGE.height) : null,
  });
  // Without the neighbours' outlines their names would float.
  const near = { ...map, names: map.names.filter(({ rank }) => rank !== 'around') };
  const box = { x: 0, y: 0, ...PICTURE };
  const { svg } = drawMap(near, box, { theme: 'light', unit: look.unit, lang: 'it' });
  const radius = map.circles ? circleScale(map.circles.radius, { box }) : 0;
  return {
    map: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}">${svg}</svg>`,
    legend: both((lang) => legendSvg(legend(lang), radius, look.legend)),
    title: both((lang) => sentences(lang).title),
    source: both((lang) => sourceLine({ datasets }, world.edition, lang)),
  };
}

function legendSvg(legend: PictureLegend, radius: number, width: number): string {
  const block = keyBlock(legend, 'bar', { theme: 'light', unit: 1.1, width, radius });
  if (block.height <= 0) return '';
  const defs = patternDefs(
    legend.missing.map(({ why }) => why),
    'light',
  );
  const height = Math.ceil(block.height + 4);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `${defs ? `<defs>${defs}</defs>` : ''}${block.draw(0, 2)}</svg>`
  );
}
