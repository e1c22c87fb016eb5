import { changeClassLabels, changeTicks } from '../../../../domain/change-legend';
import { changeSentences } from '../../../../domain/change-sentence';
import { missingRows } from '../../missing-rows';
import type { KindModule } from '../kind';
import Controls from './Controls.svelte';
import Legend from './Legend.svelte';
import { changeModel, changeShown } from './model';

/** What became more and what less between two dates, in colours that part at zero. Counts too: their change has a base, itself. */
export const kind: KindModule<null> = {
  spec(atlas, base) {
    const model = changeModel(atlas);
    if (!model) return base;
    const { changes, scale, colours } = model;
    return { ...base, kind: 'choropleth', cells: changes, breaks: scale.breaks, colours };
  },
  shown: changeShown,
  sentences(atlas) {
    const model = changeModel(atlas);
    const { summary, table, geography, level, selected } = atlas;
    if (!model || !summary || !table || !geography) return null;
    return changeSentences({
      lang: atlas.view.lang,
      summary,
      table,
      geography,
      level,
      span: model.dates,
      mode: model.mode,
      decimals: model.scale.decimals,
      changes: model.changes,
      area: selected?.code ?? null,
    });
  },
  picture(atlas) {
    const model = changeModel(atlas);
    if (!model) return null;
    const { lang } = atlas.view;
    const input = {
      ...model.scale,
      mode: model.mode,
      unit: atlas.summary?.unit ?? 'index',
      lang,
    };
    const rows = missingRows(model.changes.values(), atlas.level, atlas.dark ? 'dark' : 'light', lang);
    return {
      legend: {
        kind: 'classes',
        caption: changeShown(atlas)?.value.head ?? '',
        missing: rows.map(({ key, label, count }) => ({ why: key, label: `${label} (${count})` })),
        classes: changeClassLabels(input).map((label, i) => ({ colour: model.colours[i] ?? '', label })),
        ticks: changeTicks(input),
      },
    };
  },
  Legend,
  Controls,
};
