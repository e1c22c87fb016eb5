import { binOf } from '../../../domain/classify';
import type { ColourTheme } from '../../../domain/colour';
import type { ExportInput } from '../../../domain/export-rows';
import { unitLabel } from '../../../domain/format';
import { sourceLine } from '../../../domain/picture-words';
import { isValue } from '../../../model/cell';
import type { AtlasState } from '../../../state/atlas.svelte';
import type { KindLoader } from '../kind-loader.svelte';
import { citationOf, shortUrl, takenOf, type Whole } from './taken';

/** The figures of the view for a table or a file of geometry: those of the kind on screen where it shows others. */
export function figuresOf(
  atlas: AtlasState,
  kind: KindLoader,
  whole: Whole,
  theme: ColourTheme = 'light',
): ExportInput {
  const { summary, manifest } = whole;
  const { lang } = atlas.view;
  const { level, period, areas, shown } = atlas;
  const taken = takenOf(atlas, kind, whole, theme, true);
  const { painting, legend, sentences } = taken;
  const classes = legend.kind === 'classes' && painting.breaks.length > 0;
  const figures = shown && !taken.own ? shown.value : null;
  const cells = figures?.cells ?? painting.cells;
  const colours = new Map(
    areas.flatMap(({ code }) => {
      const cell = cells.get(code);
      if (!cell || !isValue(cell) || legend.kind === 'circles') return [];
      const colour = painting.fills?.get(code) ?? painting.colours[binOf(cell.value, painting.breaks)];
      return colour ? [[code, colour] as const] : [];
    }),
  );
  return {
    lang,
    level,
    period,
    areas,
    cells,
    breaks: classes ? painting.breaks : null,
    colours,
    head: figures?.head ?? `${summary.title[lang]} (${unitLabel(summary.unit, lang)})`,
    ...(figures && shown ? { beside: { head: shown.beside.head, cells: shown.beside.cells } } : {}),
    title: sentences.title,
    finding: sentences.finding,
    legend,
    source: sourceLine(taken, manifest.edition, lang).replaceAll('\u00a0', ' '),
    citation: citationOf(atlas, whole),
    url: shortUrl(atlas),
  };
}
