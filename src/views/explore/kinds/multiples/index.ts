import { formatPeriod, levelLabel } from '../../../../domain/format';
import { kindsWords } from '../../../../i18n/kinds';
import { ShapesSchema } from '../../../../model/shapes';
import type { KindModule } from '../kind';
import Controls from './Controls.svelte';
import Legend from './Legend.svelte';
import { byOf, multiplesOf, sistersHere, type Loaded } from './model';
import { multiplesPicture } from './picture';
import { PanelSize } from './panel-size.svelte';
import Room from './Room.svelte';

/** Many small maps with one key: the years of an indicator, or the indicators beside it. */
export const kind: KindModule<Loaded> = {
  key: (atlas) => `${atlas.level} ${byOf(atlas) === 'sisters' ? (atlas.summary?.id ?? '') : ''}`,
  async load(atlas) {
    const { level, summary } = atlas;
    const wanted = byOf(atlas) === 'sisters' ? sistersHere(atlas).filter((s) => s.id !== summary?.id) : [];
    const whole = level === 'comune' ? null : atlas.file('shapes.citta', ShapesSchema);
    const [shapes, outline, ...tables] = await Promise.all([
      atlas.file(`shapes.${level}`, ShapesSchema),
      whole,
      ...wanted.map((s) => atlas.tableOf(s.id)),
    ]);
    return {
      shapes,
      outline,
      size: new PanelSize(),
      tables: new Map(tables.map((table) => [table.indicator, table])),
    };
  },
  // The large map waits unseen behind the small ones.
  spec: (_atlas, base) => base,
  sentences(atlas, loaded) {
    const { summary } = atlas;
    const model = multiplesOf(atlas, loaded);
    if (!model || !summary) return null;
    const { lang } = atlas.view;
    const t = kindsWords(lang).multiples;
    const level = levelLabel(atlas.level, lang);
    const [first, last] = [model.panels[0], model.panels.at(-1)];
    const caption =
      model.by === 'years'
        ? t.years(summary.title[lang], model.panels.length, first?.title ?? '', last?.title ?? '', level)
        : t.sisters(model.panels.length, formatPeriod(atlas.period, lang), level);
    return { caption, alt: caption };
  },
  picture: multiplesPicture,
  Legend,
  Controls,
  Room,
};
