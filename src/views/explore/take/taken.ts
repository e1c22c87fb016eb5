import type { ColourTheme } from '../../../domain/colour';
import { classColours } from '../../../domain/colour';
import { citation } from '../../../domain/citation';
import { isCityOnly } from '../../../domain/display';
import { drawFigure, drawPicture, type PictureLegend } from '../../../domain/picture';
import { drawStrip } from '../../../domain/picture-strip';
import {
  pictureLegend,
  pictureMap,
  pictureOfView,
  type Painting,
  type ShapesByLevel,
} from '../../../domain/picture-view';
import type { Bounds } from '../../../domain/picture/ground';
import { cellsAt } from '../../../domain/cells';
import { sentencesOf, type Sentences } from '../../../domain/sentence';
import { maxSymbolRadius } from '../../../domain/symbols';
import { kindsWords } from '../../../i18n/kinds';
import { takeWords } from '../../../i18n/take';
import type { MapSpec } from '../../../map/spec';
import type { Lang, Level } from '../../../model/ids';
import type { Geography, IndicatorSummary, Manifest, Table } from '../../../model/manifest';
import { ShapesSchema } from '../../../model/shapes';
import type { AtlasState } from '../../../state/atlas.svelte';
import { shortQuery } from '../../../state/short';
import { printCamera } from '../../../state/url';
import type { KindLoader } from '../kind-loader.svelte';
import type { KindPicture } from '../kinds/kind';

/** All the data of a view; what leaves the atlas needs every part of it. */
export interface Whole {
  manifest: Manifest;
  geography: Geography;
  table: Table;
  summary: IndicatorSummary;
}

/** null while anything is still on its way. */
export function wholeOf({ manifest, geography, table, summary }: AtlasState): Whole | null {
  return manifest && geography && table && summary ? { manifest, geography, table, summary } : null;
}

/** Address of the view for somebody else: short, and with the camera if the reader has moved it. */
export function shortUrl(atlas: AtlasState): string {
  const { origin, pathname } = location;
  const query = atlas.manifest ? shortQuery(atlas.view, atlas.manifest) : '';
  return `${origin}${pathname.replace(/index\.html$/, '')}${query}${printCamera(atlas.camera)}`;
}

/** Outlines a picture of the level needs: its own, the coarser ones over it, the comuni around. Rejects as the data floor does. */
export async function loadShapes(atlas: AtlasState, level: Level): Promise<ShapesByLevel> {
  const wanted: Level[] =
    level === 'comune' ? ['comune'] : [...new Set<Level>([level, 'zona', 'quartiere', 'citta', 'comune'])];
  const have = wanted.filter((l) => l === level || atlas.manifest?.files[`shapes.${l}`]);
  const shapes = await Promise.all(have.map((l) => atlas.file(`shapes.${l}`, ShapesSchema)));
  return Object.fromEntries(have.map((l, i) => [l, shapes[i]]));
}

/** The view as something to be taken away. */
export interface Taken {
  painting: Painting;
  legend: PictureLegend;
  sentences: Sentences;
  theme: ColourTheme;
  /** The kind of map on screen is another: this is the indicator's own map, for its numbers. */
  own: boolean;
  /** Many small maps in place of the one. */
  frames?: KindPicture['frames'];
  /** Where its figures come from. */
  datasets: Table['datasets'];
  /** What the picture shows otherwise than the screen. */
  note?: string;
  /** There is no picture that looks as the screen does: why, in words. */
  refused?: string;
}

/** Why no picture can be taken of a view; null = one can. */
function refusal(atlas: AtlasState, kind: KindLoader, { summary }: Whole, drawn: boolean): string | null {
  const { lang } = atlas.view;
  const t = takeWords(lang);
  const { name } = kindsWords(lang).kinds[atlas.mapKind];
  if (atlas.mapKind === 'motion') return t.refusedMotion;
  if (isCityOnly(summary)) return t.refusedCity;
  if (drawn || atlas.mapKind === atlas.ownKind) return null;
  return kind.ready || kind.error ? t.refusedKind(name) : t.preparing;
}

/** How the indicator itself is painted at a period, in the classes and colours on screen. */
export function ownPainting(atlas: AtlasState, whole: Whole, theme: ColourTheme, period: string): MapSpec {
  const { table, geography, summary } = whole;
  const { level, breaks } = atlas;
  return {
    level,
    kind: atlas.ownKind,
    cells: cellsAt(table, geography, level, period),
    breaks,
    colours: classColours(atlas.view.ramp ?? summary.ramp, breaks, theme),
    // Circles compare over all periods.
    maxValue: Math.max(1, table.levels[level]?.extent[1] ?? 1),
    maxRadius: maxSymbolRadius(level),
  };
}

/**
 * The state as it would be in another theme or language: kinds of map ask it when they choose their colours and words. Everything
 * else is the state itself.
 */
const seenAs = (atlas: AtlasState, as: { theme?: ColourTheme; lang?: Lang }): AtlasState =>
  new Proxy(atlas, {
    get(target, key) {
      if (key === 'dark' && as.theme) return as.theme === 'dark';
      if (key === 'view' && as.lang) return { ...target.view, lang: as.lang };
      return Reflect.get(target, key, target) as unknown;
    },
  });

/** Title of the view in another language. */
export function titleIn(screen: AtlasState, kind: KindLoader, whole: Whole, lang: Lang): string {
  const { summary, table, geography } = whole;
  const { level, period } = screen;
  const area = screen.selected?.code ?? null;
  const { module, ready, loaded } = kind;
  const told = module && ready ? module.sentences?.(seenAs(screen, { lang }), loaded) : null;
  return told?.title ?? sentencesOf({ lang, summary, table, geography, level, period, area }).title;
}

/** `figures`: for numbers of the areas, which a kind that lies on no area has none of. */
export function takenOf(
  screen: AtlasState,
  kind: KindLoader,
  whole: Whole,
  theme: ColourTheme,
  figures = false,
): Taken {
  const atlas = seenAs(screen, { theme });
  const { summary, table, geography } = whole;
  const { level, period } = atlas;
  const { lang } = atlas.view;
  const base = ownPainting(atlas, whole, theme, period);
  const { module, ready, loaded } = kind;
  const picture = module && ready ? module.picture?.(atlas, loaded) : null;
  const refused = refusal(atlas, kind, whole, Boolean(picture));
  if (module && picture && atlas.sentences) {
    const spec = module.spec(atlas, base, loaded);
    const { legend, grid, dots, frames, note, datasets = table.datasets } = picture;
    if (!figures || !(spec.bare || frames))
      return {
        painting: { ...spec, ...(grid ? { grid } : {}), ...(dots ? { dots } : {}) },
        legend,
        sentences: { ...atlas.sentences, ...picture.sentences },
        theme,
        datasets,
        own: false,
        ...(frames ? { frames } : {}),
        ...(note ? { note } : {}),
        ...(refused ? { refused } : {}),
      };
  }
  return {
    painting: base,
    legend: pictureLegend({
      lang,
      level,
      summary,
      table,
      extent: table.levels[level]?.extent ?? [0, 0],
      painting: base,
    }),
    sentences: sentencesOf({
      lang,
      summary,
      table,
      geography,
      level,
      period,
      area: atlas.selected?.code ?? null,
    }),
    theme,
    datasets: table.datasets,
    own: atlas.mapKind !== atlas.ownKind,
    ...(refused ? { refused } : {}),
  };
}

export interface PictureOrder {
  width: number;
  height: number;
  shapes: ShapesByLevel;
  css?: string;
  frame?: Bounds | null;
  /** For a page that says title, finding and source itself. */
  plain?: boolean;
  /** In front of the ids of its patterns, where several pictures stand in one page. */
  ids?: string;
}

/** What has been taken as one picture. */
export function drawTaken(atlas: AtlasState, whole: Whole, taken: Taken, order: PictureOrder): string {
  const { plain = false, ids } = order;
  const input = { ...pictureInput(atlas, whole, taken, order), ...(ids ? { ids } : {}) };
  if (!taken.frames) return plain ? drawFigure(input) : drawPicture(input);
  const { map: _map, ...rest } = input;
  const { geography } = whole;
  const { level, selected, view } = atlas;
  const frames = taken.frames.map(({ label, painting }) => ({
    label,
    map: pictureMap({
      level,
      geography,
      shapes: order.shapes,
      painting,
      area: selected?.code ?? null,
      picked: view.picked,
      names: false,
    }),
  }));
  return drawStrip({ ...rest, frames, plain });
}

/** Input of a picture of what has been taken. */
export function pictureInput(atlas: AtlasState, whole: Whole, taken: Taken, order: PictureOrder) {
  const { manifest, geography, table, summary } = whole;
  const { lang } = atlas.view;
  return pictureOfView({
    lang,
    theme: taken.theme,
    width: order.width,
    height: order.height,
    shapes: order.shapes,
    ...(order.css ? { css: order.css } : {}),
    ...(order.frame ? { frame: order.frame } : {}),
    summary,
    table: { ...table, datasets: taken.datasets },
    geography,
    level: atlas.level,
    period: atlas.period,
    area: atlas.selected?.code ?? null,
    picked: atlas.view.picked,
    painting: taken.painting,
    legend: taken.legend,
    sentences: taken.sentences,
    kicker: manifest.themes.find((t) => t.id === summary.theme)?.title[lang] ?? '',
    edition: manifest.edition,
    url: shortUrl(atlas),
  });
}

/** A ready citation of the view at its short address. */
export function citationOf(atlas: AtlasState, { manifest, table, summary }: Whole): string {
  const { lang } = atlas.view;
  const { level, period } = atlas;
  return citation({ lang, table, summary, edition: manifest.edition, level, period, url: shortUrl(atlas) });
}
