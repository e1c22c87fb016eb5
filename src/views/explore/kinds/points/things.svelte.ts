import type { FeatureCollection, Point } from 'geojson';
import { SvelteSet } from 'svelte/reactivity';
import { PER_DEGREE, type Points } from '../../../../model/points';
import type { Geography } from '../../../../model/manifest';
import type { Lang, Level } from '../../../../model/ids';

/** Fewer things than this never hide each other: each stands for itself at every zoom. */
const CROWD = 60;

/** The things of one layer and which categories of them are on; the switches are nobody else's business and stay out of the link. */
export class Things {
  readonly off = new SvelteSet<number>();

  constructor(
    /** Id of the manifest's layer. */
    readonly id: string,
    readonly points: Points,
    indicator: string,
  ) {
    const about = points.focus[indicator];
    if (about) points.categories.forEach((_, i) => about.includes(i) || this.off.add(i));
  }

  get clustered(): boolean {
    return this.points.lon.length > CROWD;
  }

  toggle(category: number): void {
    if (!this.off.delete(category)) this.off.add(category);
  }

  /** Category indices that are on. */
  readonly on: number[] = $derived.by(() =>
    this.points.categories.flatMap((_, i) => (this.off.has(i) ? [] : [i])),
  );

  /** What the map draws: one feature per thing that is on, `i` its place in the columns, `c` its category. */
  readonly data: FeatureCollection<Point, { i: number; c: number }> = $derived.by(() => ({
    type: 'FeatureCollection',
    features: this.points.lon.flatMap((lon, i) => {
      const c = this.points.category[i] ?? 0;
      return this.off.has(c)
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { i, c },
              geometry: {
                type: 'Point' as const,
                coordinates: [lon / PER_DEGREE, (this.points.lat[i] ?? 0) / PER_DEGREE],
              },
            },
          ];
    }),
  }));

  /** Places in the columns of the things within an area of a level, in the order of the columns. */
  within(geography: Geography, level: Level, code: string): number[] {
    const inside = new Set(
      (geography.levels.area ?? []).flatMap((area, i) =>
        (level === 'area' ? area.code : (area.parents as Partial<Record<Level, string>>)[level]) === code
          ? [i]
          : [],
      ),
    );
    return this.points.area.flatMap((area, i) => (inside.has(area) ? [i] : []));
  }

  /** Name, or the category where the source gives none. */
  nameOf(i: number, lang: Lang): string {
    return this.points.name[i] || this.categoryOf(i, lang);
  }

  categoryOf(i: number, lang: Lang): string {
    return this.points.categories[this.points.category[i] ?? 0]?.title[lang] ?? '';
  }

  /** "comunale", "posti: 12", what else is known of it; without the category where the name already says it. */
  detailOf(i: number, lang: Lang): string {
    const { remarks, details, name } = this.points;
    const remark = remarks?.list[remarks.of[i] ?? -1]?.[lang];
    const rest = details.flatMap(({ title, values }) => (values[i] ? [`${title[lang]}: ${values[i]}`] : []));
    const category = name[i] && this.points.categories.length > 1 ? this.categoryOf(i, lang) : '';
    return [category, remark ?? '', ...rest].filter(Boolean).join(' · ');
  }
}
