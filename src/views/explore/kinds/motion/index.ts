import { formatNumber } from '../../../../domain/format';
import { beadsOf, emptiestHalf, fullestHalf } from '../../../../domain/hours';
import { layerFor } from '../../../../domain/kinds';
import { halfHourLabel, sensorName } from '../../../../domain/traffic';
import { motionWords } from '../../../../i18n/motion';
import { MotionSchema } from '../../../../model/motion';
import { TrafficSchema } from '../../../../model/series';
import type { AtlasState } from '../../../../state/atlas.svelte';
import { deckEngine } from '../engine';
import type { KindModule } from '../kind';
import Legend from './Legend.svelte';
import { LoadedMotion, yearOf } from './loaded';
import { beadColour, motionOverlay } from './overlay';

const layerOf = (atlas: AtlasState, kind: 'motion' | 'day') =>
  atlas.manifest && atlas.summary ? layerFor(atlas.manifest, atlas.summary.id, kind) : undefined;

/** Traffic on the boulevards as points that run past the loops that counted it, half hour by half hour. */
export const kind: KindModule<LoadedMotion> = {
  key: (atlas) => layerOf(atlas, 'motion')?.file ?? '',

  async load(atlas) {
    const [stretches, series] = [layerOf(atlas, 'motion'), layerOf(atlas, 'day')];
    if (!stretches || !series) throw new RangeError('nothing moves for this indicator');
    const [motion, traffic] = await Promise.all([
      atlas.file(stretches.file, MotionSchema),
      atlas.file(series.file, TrafficSchema),
      deckEngine(),
    ]);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return new LoadedMotion(motion, traffic, fullestHalf, yearOf(atlas, traffic), calm);
  },

  spec(atlas, base, loaded) {
    const { lang } = atlas.view;
    const { clock, tracks, bounds } = loaded;
    const year = yearOf(atlas, loaded.traffic);
    const print = (n: number): string => formatNumber(n, 0, lang);
    return {
      ...base,
      kind: 'symbols',
      bare: true,
      bounds,
      overlay: motionOverlay(
        loaded.lines,
        loaded.marks(year, clock.half, print),
        atlas.dark ? 'dark' : 'light',
      ),
      deck: {
        kind: 'motion',
        tracks,
        counts: beadsOf(loaded.hours(year), clock.half),
        colour: beadColour(atlas.dark ? 'dark' : 'light'),
        moving: clock.moving,
      },
    };
  },

  sentences(atlas, loaded) {
    const { lang } = atlas.view;
    const t = motionWords(lang);
    const year = yearOf(atlas, loaded.traffic);
    const hours = loaded.hours(year);
    const print = (n: number): string => formatNumber(n, 0, lang);
    const [most, least] = [fullestHalf(hours), emptiestHalf(hours)];
    const title = t.title(year);
    const finding = t.finding({
      year,
      loops: hours.loops.filter(({ vehicles }) => vehicles).length,
      total: print(hours.totals.reduce((sum, n) => sum + n, 0)),
      most: print(hours.totals[most]!),
      mostAt: halfHourLabel(most, lang),
      least: print(hours.totals[least]!),
      leastAt: halfHourLabel(least, lang),
    });
    const atlasName = lang === 'it' ? 'Atlante urbano di Bologna' : 'Urban atlas of Bologna';
    return { title, finding, alt: t.alt(title, finding), documentTitle: `${title} · ${atlasName}` };
  },

  thing(atlas, properties, loaded) {
    const { lang } = atlas.view;
    const t = motionWords(lang);
    const year = yearOf(atlas, loaded.traffic);
    const { half } = loaded.clock;
    const loop = loaded.hours(year).loops[Number(properties['i'])];
    if (!loop) return null;
    const span = `${halfHourLabel(half, lang)}–${halfHourLabel(half + 1, lang)}`;
    return {
      title: sensorName(loop.sensor, lang),
      text: loop.vehicles ? t.thing(formatNumber(loop.vehicles[half]!, 0, lang), span) : t.notCounted(year),
    };
  },
  Legend,
};
