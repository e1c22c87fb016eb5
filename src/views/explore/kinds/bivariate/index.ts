import { bivariateSentences } from '../../../../domain/bivariate-sentence';
import { bivariateKey } from '../../../../domain/picture/kind-keys';
import { missingRows } from '../../missing-rows';
import type { KindModule } from '../kind';
import Controls from './Controls.svelte';
import Legend from './Legend.svelte';
import { bivariateModel, bivariateShown, secondOf, type Second } from './model';

/** Two indicators at once, three classes of each: where they go together and where they part. */
export const kind: KindModule<Second | null> = {
  key: (atlas) => secondOf(atlas)?.id ?? '',
  async load(atlas) {
    const summary = secondOf(atlas);
    return summary ? { summary, table: await atlas.tableOf(summary.id) } : null;
  },
  spec(atlas, base, loaded) {
    const model = bivariateModel(atlas, loaded);
    if (!model) return base;
    const { cells, breaks, colours } = model;
    return { ...base, kind: 'choropleth', cells, breaks, colours };
  },
  shown: bivariateShown,
  sentences(atlas, loaded) {
    const model = bivariateModel(atlas, loaded);
    const { geography, level, selected } = atlas;
    if (!model || !geography) return null;
    const { first, second } = model;
    const area = selected?.code ?? null;
    return bivariateSentences({ lang: atlas.view.lang, first, second, model, geography, level, area });
  },
  picture(atlas, loaded) {
    const model = bivariateModel(atlas, loaded);
    if (!model) return null;
    const { lang } = atlas.view;
    const rows = missingRows(model.cells.values(), atlas.level, atlas.dark ? 'dark' : 'light', lang);
    const missing = rows.map(({ key, label, count }) => ({ why: key, label: `${label} (${count})` }));
    const datasets = [model.first, model.second].flatMap(({ table }) => table.datasets);
    return { legend: bivariateKey(model.colours, model.names, missing, lang), datasets };
  },
  Legend,
  Controls,
};
