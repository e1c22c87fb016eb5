import { binOf } from '../../src/domain/classify';
import { symbolRadius } from '../../src/domain/symbols';
import { layGround } from '../../src/domain/picture/ground';
import { isValue } from '../../src/model/cell';
import type { Cover } from '../../src/model/story';
import type { StepView } from './view';
import type { Outlines } from './outlines';
import { paint } from './painting';
import type { World } from './world';

/** Units across a cover: it is drawn some 300 to 600 pixels wide. */
const WIDTH = 400;
const LARGEST = 22;

/** The view as a small picture: outlines and classes only; colours are the page's. */
export function coverOf({ view }: StepView, world: World, outlines: Outlines): Cover {
  const { level } = view;
  // A cover's colours are those of one ramp: two numbers, or things, are shown by their indicator's own map.
  const plain = view.kind === 'change' ? view : { ...view, kind: null };
  const { painting, ramp } = paint(plain, world, view.period);
  const { cells, breaks } = painting;
  const counts = painting.kind === 'symbols';
  const drawn = outlines(level, WIDTH);
  const ground = layGround(drawn.bounds, { x: 0, y: 0, width: drawn.width, height: drawn.height });
  const circles = counts
    ? (world.geography.levels[level] ?? []).flatMap(({ code, point }): [number, number, number][] => {
        const cell = cells.get(code);
        if (!cell || !isValue(cell)) return [];
        const [x, y] = ground.project(point);
        return [[round(x), round(y), round(symbolRadius(cell.value, painting.maxValue, LARGEST))]];
      })
    : [];
  return {
    width: drawn.width,
    height: drawn.height,
    ramp,
    breaks: [...breaks],
    shapes: drawn.paths.map(({ code, d }) => {
      const cell = cells.get(code);
      return { d, bin: cell && isValue(cell) && !counts ? binOf(cell.value, breaks) : null };
    }),
    circles: circles.sort((a, b) => b[2] - a[2]),
  };
}

const round = (n: number): number => Math.round(n * 10) / 10;
