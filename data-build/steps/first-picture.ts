import { escapeXml } from '../../src/domain/xml';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Polygon as ArcPolygon, Topology } from 'topojson-specification';
import { binOf } from '../../src/domain/classify';
import { cellsAt, valuesOf } from '../../src/domain/cells';
import { legendOf } from '../../src/domain/legend';
import { sentencesOf } from '../../src/domain/sentence';
import { isValue, MISSING, packCell, type Cell, type Missing } from '../../src/model/cell';
import { LANGS, type Lang, type Level } from '../../src/model/ids';
import type { Geography, IndicatorSummary, Table } from '../../src/model/manifest';
import { bboxOf, polygonsOf } from './geography-measure';
import type { LevelShapes } from './geography';

/** Units across the picture: two per pixel of a 900-pixel map. */
const WIDTH = 1800;
/** Triangles below this many square units go (Visvalingam): about two thirds of a pixel. */
const MIN_TRIANGLE = 3;

export interface FirstPicture {
  /** Paths with class b0…b4 or ms mn mu mx; colours come from the page's style, so both themes work. */
  svg: string;
  width: number;
  height: number;
  /** [west, south, east, north] in degrees: the picture's edges, to fit the map to. */
  bounds: [number, number, number, number];
  view: { indicator: string; level: Level; period: string };
  texts: Record<Lang, { title: string; finding: string; alt: string }>;
  /** Class labels by language, low to high. */
  legend: { classes: Record<Lang, string>[]; missing: Missing[] };
}

/** Class of a shape: `b` and the bin, or `m` and the letter of the reason. */
export const classOf = (cell: Cell, breaks: readonly number[]): string =>
  isValue(cell) ? `b${binOf(cell.value, breaks)}` : `m${packCell(cell)}`;

/** The default view, drawn at build time in Web Mercator: what stands on the page before any script runs. */
export function buildFirstPicture(input: {
  shapes: LevelShapes;
  summary: IndicatorSummary;
  table: Table;
  geography: Geography;
  period: string;
}): FirstPicture {
  const { shapes, summary, table, geography, period } = input;
  const { level } = shapes;
  const { breaks, extent } = table.levels[level]!;
  const cells = cellsAt(table, geography, level, period);
  const drawing = draw(shapes);
  const texts = byLang((lang) => {
    const { title, finding, alt } = sentencesOf({
      lang,
      summary,
      table,
      geography,
      level,
      period,
      area: null,
    });
    return { title, finding, alt };
  });
  const paths = drawing.paths.map(
    ({ code, d }) => `<path class="${classOf(cells.get(code)!, breaks)}" data-code="${code}" d="${d}"/>`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" class="first-picture" viewBox="0 0 ${WIDTH} ${drawing.height}" ` +
    `role="img" aria-label="${escapeXml(texts.it.alt)}">${paths.join('')}</svg>`;
  const values = valuesOf(cells.values());
  const labels = byLang((lang) => {
    const { unit } = summary;
    const colours = [...breaks, 0].map(() => '');
    return legendOf({
      values,
      breaks,
      extent,
      colours,
      unit,
      decimals: table.decimals,
      lang,
      missing: new Map(),
    }).classes;
  });
  return {
    svg,
    width: WIDTH,
    height: drawing.height,
    bounds: drawing.bounds,
    view: { indicator: summary.id, level, period },
    texts,
    legend: {
      classes: labels.it.map((_, i) => byLang((lang) => labels[lang][i]!.label)),
      missing: MISSING.filter((why) =>
        [...cells.values()].some((cell) => !isValue(cell) && cell.missing === why),
      ),
    },
  };
}

const byLang = <T>(make: (lang: Lang) => T): Record<Lang, T> =>
  Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, T>;

/** Web Mercator with the earth one unit around, y downwards. */
const mercator = ([lon, lat]: readonly number[]): [number, number] => [
  lon! / 360 + 0.5,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat! * Math.PI) / 360)) / (2 * Math.PI),
];

/** Paths in units of the picture. Simplified by topology, so neighbours still touch. */
export function draw({ topology, places }: LevelShapes) {
  const all = places.flatMap(({ shape }) => polygonsOf(geometry(topology, shape)));
  const bounds = bboxOf(all);
  const [x0, y0] = mercator([bounds[0], bounds[3]]);
  const [x1, y1] = mercator([bounds[2], bounds[1]]);
  const scale = WIDTH / (x1 - x0);
  const { scale: [sx, sy] = [1, 1], translate: [tx, ty] = [0, 0] } = topology.transform ?? {};
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((position) => {
      [x, y] = topology.transform ? [x + position[0]!, y + position[1]!] : [position[0]!, position[1]!];
      const [mx, my] = mercator([x * sx + tx, y * sy + ty]);
      return [(mx - x0) * scale, (my - y0) * scale];
    });
  });
  const projected: Topology = { type: 'Topology', arcs, objects: topology.objects };
  const simple = simplify(presimplify(projected as never), MIN_TRIANGLE) as unknown as Topology;
  const paths = places.map(({ code, shape }) => ({
    code,
    d: polygonsOf(geometry(simple, shape))
      .flat()
      .map((ring) => ringPath(ring as [number, number][]))
      .join(''),
  }));
  return { bounds, width: WIDTH, height: Math.round((y1 - y0) * scale), paths };
}

const geometry = (topology: Topology, shape: unknown) =>
  (feature(topology, shape as ArcPolygon) as Feature<Polygon | MultiPolygon>).geometry;

/** `M10 10l5 0…z` in whole units, relative; '' for a ring too small to see. */
function ringPath(ring: readonly [number, number][]): string {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const steps = points.slice(1).map(([x, y], i) => [x - points[i]![0], y - points[i]![1]] as const);
  const moves = steps.slice(0, -1).filter(([dx, dy]) => dx !== 0 || dy !== 0);
  if (moves.length < 2) return '';
  const relative = moves.map(([dx, dy], i) => `${i > 0 && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`);
  return `M${points[0]!.join(' ')}l${relative.join('')}z`;
}
