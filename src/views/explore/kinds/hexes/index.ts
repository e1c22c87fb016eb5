import { halfHeldBy } from '../../../../domain/concentration';
import { formatNumber, formatPeriod } from '../../../../domain/format';
import { layerFor } from '../../../../domain/kinds';
import { kindsWords } from '../../../../i18n/kinds';
import { PALETTES } from '../../../../map/palette';
import { HexesSchema } from '../../../../model/hexes';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { KindModule } from '../kind';
import { gridOf, gridOverlay, hexColours, type Grid } from './grid';
import Legend from './Legend.svelte';

const layerOf = (atlas: AtlasState) =>
  atlas.manifest && atlas.summary ? layerFor(atlas.manifest, atlas.summary.id, 'hexes') : undefined;

/** Counts in equal cells, whatever the boundaries of areas: where things crowd. */
export const kind: KindModule<Grid> = {
  key: (atlas) => layerOf(atlas)?.id ?? '',
  async load(atlas) {
    const layer = layerOf(atlas);
    if (!layer) throw new RangeError('no layer of hexagons for this indicator');
    return gridOf(layer.id, await atlas.file(layer.file, HexesSchema));
  },
  spec(atlas, base, grid) {
    const line = PALETTES[atlas.dark ? 'dark' : 'light'].halo;
    const overlay = gridOverlay(grid, hexColours(atlas, grid), line, atlas.highlightedBin);
    return { ...base, kind: 'symbols', bare: true, overlay };
  },
  sentences(atlas, { hexes }) {
    const { lang } = atlas.view;
    const t = kindsWords(lang).hexes;
    const print = (n: number) => formatNumber(n, 0, lang);
    const title = t.title(hexes.title[lang], formatPeriod(hexes.period, lang));
    const total = hexes.count.reduce((a, b) => a + b, 0);
    const finding = t.half(print(total), print(halfHeldBy(hexes.count)), print(hexes.count.length));
    return {
      title,
      finding,
      alt: `${t.map}. ${title}. ${finding}`,
      caption: title,
      documentTitle: `${title} · ${t.atlas}`,
    };
  },
  thing(atlas, properties, { hexes }) {
    const { lang } = atlas.view;
    return {
      title: formatNumber(Number(properties['n']), 0, lang),
      text: `${hexes.title[lang]}, ${kindsWords(lang).hexes.metres(hexes.width)}`,
    };
  },
  picture(atlas, grid) {
    const { lang } = atlas.view;
    const { breaks, count, title, width } = grid.hexes;
    const print = (n: number) => formatNumber(n, 0, lang);
    const edges = [Math.min(...count), ...breaks, Math.max(...count)];
    const colours = hexColours(atlas, grid);
    const classes = colours.map((colour, i) => {
      // Whole things: a class ends one below where the next begins.
      const [from, to] = [
        Math.ceil(edges[i]!),
        i < breaks.length ? Math.ceil(edges[i + 1]!) - 1 : edges[i + 1]!,
      ];
      return { colour, label: from === to ? print(from) : `${print(from)}–${print(to)}` };
    });
    const caption = `${title[lang]}, ${kindsWords(lang).hexes.metres(width)}`;
    return {
      grid: grid.shapes.features.map(({ geometry, properties }) => ({
        ring: (geometry.coordinates[0] ?? []).map(([lon = 0, lat = 0]) => [lon, lat] as const),
        fill: colours[properties.bin] ?? '',
      })),
      legend: { kind: 'classes', caption, missing: [], classes, ticks: edges.map(print) },
    };
  },
  Legend,
};
