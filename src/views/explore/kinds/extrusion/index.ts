import { metresPer, sampleValue } from '../../../../domain/relief';
import { formatPeriod, levelLabel } from '../../../../domain/format';
import { captionOf, pictureLegend } from '../../../../domain/picture-view';
import { reliefWords } from '../../../../i18n/relief';
import { PALETTES } from '../../../../map/palette';
import { isValue } from '../../../../model/cell';
import type { KindModule } from '../kind';
import Legend from './Legend.svelte';
import { reliefModel, reliefShown } from './model';
import { reliefOverlay } from './overlay';

/** Areas raised over a leaning map: as high as they are dense. Counts only per km², so that a large area gains nothing by its size. */
export const kind: KindModule<null> = {
  spec(atlas, base) {
    const model = reliefModel(atlas);
    if (!model) return base;
    const { relief, cells, colours, print } = model;
    const palette = PALETTES[atlas.dark ? 'dark' : 'light'];
    const metres = metresPer(relief);
    const heights = new Map(
      [...cells].flatMap(([code, cell]) => (isValue(cell) ? [[code, cell.value * metres]] : [])),
    );
    return {
      ...base,
      kind: 'choropleth',
      cells,
      breaks: relief.breaks,
      colours,
      heights,
      overlay: reliefOverlay(base.level, relief, print(sampleValue(relief)), {
        ink: palette.ink,
        halo: palette.halo,
        column: palette.faintInk,
        faded: palette.hairline,
        accent: palette.accent,
        hover: palette.mutedInk,
      }),
    };
  },
  shown: reliefShown,
  sentences(atlas) {
    const model = reliefModel(atlas);
    if (!model) return null;
    const { lang } = atlas.view;
    const place = atlas.selected ? `, ${atlas.selected.name}` : '';
    const title = `${model.head}${place}, ${formatPeriod(atlas.period, lang)}`;
    return {
      title,
      caption: `${title} · ${levelLabel(atlas.level, lang, { plural: true })}`,
    };
  },
  picture(atlas) {
    const model = reliefModel(atlas);
    const { summary, level } = atlas;
    if (!model || !summary) return null;
    const { relief, cells, colours, head } = model;
    const { lang } = atlas.view;
    const { breaks, extent, decimals, unit } = relief;
    const painting = { kind: 'choropleth', cells, breaks, colours, maxValue: 1 } as const;
    const by = captionOf(summary, level, lang).split(', ')[1];
    const caption = [head, by].filter(Boolean).join(', ');
    return {
      legend: pictureLegend({
        lang,
        level,
        summary: { ...summary, unit },
        table: { decimals },
        extent,
        painting,
        caption,
      }),
      note: reliefWords(lang).flat,
    };
  },
  Legend,
};
