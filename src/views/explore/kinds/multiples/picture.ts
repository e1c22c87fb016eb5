import { missingLabel } from '../../../../domain/format';
import { captionOf, pictureLegend, type Painting } from '../../../../domain/picture-view';
import { kindsWords } from '../../../../i18n/kinds';
import { MISSING } from '../../../../model/cell';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { KindPicture } from '../kind';
import { multiplesOf, type Loaded } from './model';

/** The small maps on one sheet under one key, as on screen. */
export function multiplesPicture(atlas: AtlasState, loaded: Loaded): KindPicture | null {
  const model = multiplesOf(atlas, loaded);
  const { summary, table, level, levelTable, ownKind, sentences } = atlas;
  if (!model || !summary || !table || !levelTable) return null;
  const { lang } = atlas.view;
  const { breaks, colours, extent, largest } = model;
  const look = { kind: ownKind, breaks, colours, maxValue: largest };
  const painted = (cells: Painting['cells']): Painting => ({ ...look, cells });
  const found = new Set(model.missing.flatMap((cell) => ('missing' in cell ? [cell.missing] : [])));
  const title = sentences?.caption ?? '';
  const t = kindsWords(lang).multiples;
  const marks = model.panels.some(({ broken }) => broken)
    ? table.seriesBreaks.filter(({ period }) => levelTable.periods.includes(period))
    : [];
  const finding = marks.map(({ period, note }) => `${t.newSeries(period)} ${note[lang]}`).join(' ');
  return {
    legend: {
      ...pictureLegend({
        lang,
        level,
        summary,
        table,
        extent,
        painting: painted(new Map()),
        caption: `${captionOf(summary, level, lang)}: ${t.oneKey.charAt(0).toLowerCase()}${t.oneKey.slice(1)}`,
      }),
      // How many areas it concerns changes from map to map.
      missing: MISSING.filter((why) => found.has(why)).map((why) => ({
        why,
        label: `${missingLabel(why, lang)}, ${t.somewhere}`,
      })),
    },
    ...(model.by === 'sisters'
      ? { datasets: [table, ...loaded.tables.values()].flatMap(({ datasets }) => datasets) }
      : {}),
    frames: model.panels.map(({ title: label, cells }) => ({ label, painting: painted(cells) })),
    sentences: { title, finding, alt: `${title}. ${model.panels.map((panel) => panel.title).join(', ')}.` },
  };
}
