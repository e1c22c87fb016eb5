import { categoryColours } from '../../../../domain/categories';
import { dotsIn, layDots, withheldIn } from '../../../../domain/dots';
import { formatNumber, levelLabel } from '../../../../domain/format';
import { layerFor } from '../../../../domain/kinds';
import { thinDots } from '../../../../domain/picture/dots';
import { categoriesKey } from '../../../../domain/picture/kind-keys';
import { dotWords } from '../../../../i18n/dots';
import { dotsOverlay } from '../../../../map/dots';
import { DotsSchema } from '../../../../model/dots';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { KindModule } from '../kind';
import Legend from './Legend.svelte';
import { dotRows, dotSentences } from './sentences';
import { dotPeriod, type LoadedDots } from './loaded';

const layerOf = (atlas: AtlasState) =>
  atlas.manifest && atlas.summary ? layerFor(atlas.manifest, atlas.summary.id, 'dots') : undefined;

/** People or households as dots: which set, the indicator says; the year is the view's own or the nearest there is. */
export const kind: KindModule<LoadedDots> = {
  key: (atlas) => layerOf(atlas)?.file ?? '',

  async load(atlas) {
    const layer = layerOf(atlas);
    if (!layer) throw new RangeError('no dots for this indicator');
    const dots = await atlas.file(layer.file, DotsSchema);
    const laid = layDots(dots);
    // Equal arrays mean an unchanged picture: the last period is kept as it is.
    let kept: { period: string | null; shown: ReturnType<typeof dotsIn> } | null = null;
    return {
      title: layer.title,
      dots,
      at(period) {
        if (kept?.period !== period) kept = { period, shown: dotsIn(laid, period ?? '') };
        return kept.shown;
      },
    };
  },

  spec(atlas, base, { dots, at }) {
    const period = dotPeriod(atlas, dots);
    const colours = categoryColours(dots.classes.length, atlas.dark ? 'dark' : 'light');
    const overlay = dotsOverlay(at(period), colours, atlas.highlightedBin);
    const withheld = base.level === 'area' ? { withheld: withheldIn(dots, period ?? '') } : {};
    return { ...base, kind: 'symbols', bare: true, ...withheld, overlay };
  },

  sentences: (atlas, loaded) => dotSentences(atlas, loaded),
  picture(atlas, loaded) {
    const { dots, at } = loaded;
    const { lang } = atlas.view;
    const t = dotWords(lang);
    const theme = atlas.dark ? 'dark' : 'light';
    const period = dotPeriod(atlas, dots);
    const { dots: shown, of } = thinDots(at(period));
    const colours = categoryColours(dots.classes.length, theme);
    const print = (n: number) => formatNumber(n, 0, lang);
    const worth = t.oneDot(print(dots.each * of), t.unit[dots.unit]);
    const withheld = atlas.level === 'area' ? [...withheldIn(dots, period ?? '').values()] : [];
    const missing = (['suppressed', 'unreliable'] as const).flatMap((why) => {
      const n = withheld.filter((other) => other === why).length;
      return n
        ? [{ why, label: `${t.withheld[why]} (${n} ${levelLabel('area', lang, { plural: n !== 1 })})` }]
        : [];
    });
    const rows = dotRows(atlas, loaded).map(({ title, share }, i) => ({
      colour: colours[i]!,
      label: `${title} ${share}`,
    }));
    return {
      dots: { ...shown, colours, radius: 1 },
      legend: categoriesKey(worth, rows, missing, t.where),
      // In the legend stands what a drawn dot is worth; here, why.
      ...(of > 1 ? { note: t.thinned(print(shown.classes.length), print(of), worth) } : {}),
    };
  },
  Legend,
};
