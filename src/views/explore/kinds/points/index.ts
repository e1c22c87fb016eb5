import { formatPeriod } from '../../../../domain/format';
import { layerFor } from '../../../../domain/kinds';
import { pointsPicture } from '../../../../domain/picture/kind-keys';
import { kindsWords } from '../../../../i18n/kinds';
import { PointsSchema } from '../../../../model/points';
import type { AtlasState } from '../../../../state/atlas.svelte';
import type { KindModule } from '../kind';
import Legend from './Legend.svelte';
import { pointOverlay } from './layers';
import { pointSentences } from './sentences';
import { Things } from './things.svelte';

const layerOf = (atlas: AtlasState) =>
  atlas.manifest && atlas.summary ? layerFor(atlas.manifest, atlas.summary.id, 'points') : undefined;

/** Each thing where it stands: schools, stops, racks, proposals. */
export const kind: KindModule<Things> = {
  key: (atlas) => `${layerOf(atlas)?.id ?? ''} ${atlas.summary?.id ?? ''}`,
  async load(atlas) {
    const layer = layerOf(atlas);
    if (!layer) throw new RangeError('no layer of points for this indicator');
    const indicator = atlas.summary?.id ?? '';
    return new Things(layer.id, await atlas.file(layer.file, PointsSchema), indicator);
  },
  spec: (atlas, base, things) => ({
    ...base,
    // Bare ground: a dot's colour says its kind, and a shade beneath would say something else.
    kind: 'symbols',
    bare: true,
    overlay: pointOverlay(things, atlas.dark ? 'dark' : 'light'),
  }),
  sentences: pointSentences,
  thing(atlas, properties, things) {
    const { lang } = atlas.view;
    const count = properties['point_count'];
    if (typeof count === 'number') {
      const t = kindsWords(lang).points;
      const parts = things.points.categories.flatMap(({ title }, c) => {
        const n = Number(properties[`c${c}`] ?? 0);
        return n > 0 && things.points.categories.length > 1 ? [`${title[lang]}: ${n}`] : [];
      });
      return { title: t.together(count), text: [...parts, t.pressToOpen].join(' · ') };
    }
    const i = Number(properties['i']);
    const detail = things.detailOf(i, lang);
    return { title: things.nameOf(i, lang), text: detail || formatPeriod(things.points.period, lang) };
  },
  press(atlas, properties, { lon, lat, zoom }) {
    if (!('point_count' in properties)) return false;
    atlas.setCamera({ zoom: zoom + 1.6, lon, lat });
    return true;
  },
  picture(atlas, { points, on, off }) {
    const { lang } = atlas.view;
    return {
      ...pointsPicture(points, on, lang, atlas.dark ? 'dark' : 'light'),
      ...(off.size ? { note: kindsWords(lang).points.onlyOn } : {}),
    };
  },
  Legend,
};
