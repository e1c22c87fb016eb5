import type { Level } from '../../model/ids';
import type { AreaChanges, Changes, EditionChanges } from '../../model/trust';

/** What the reader wants the news about; null = everything. */
export interface Wanted {
  dataset: string | null;
  /** Indicators that rest on the dataset; only asked when there is one. */
  indicators: readonly string[];
  place: { level: Level; area: string } | null;
}

/** A change of class of one area at one indicator. */
export type ClassChange = AreaChanges['levels'][string][string][number];

export interface Told {
  edition: EditionChanges;
  datasets: EditionChanges['datasets'];
  methods: EditionChanges['methods'];
  classes: EditionChanges['classes'];
  /** Of the wanted place, in this edition. */
  own: readonly ClassChange[];
}

/** What of each edition answers the reader; an edition that has nothing to say of it stays, and says so. */
export function tell(changes: Changes, areas: AreaChanges | null, wanted: Wanted): Told[] {
  const rests = (indicator: string): boolean =>
    wanted.dataset === null || wanted.indicators.includes(indicator);
  const { place } = wanted;
  const ofPlace = place ? (areas?.levels[place.level]?.[place.area] ?? []) : [];
  return changes.editions.map((edition) => ({
    edition,
    datasets: edition.datasets.filter(({ id }) => wanted.dataset === null || id === wanted.dataset),
    methods: edition.methods.filter(({ indicator }) => rests(indicator)),
    classes: edition.classes.filter(({ indicator }) => rests(indicator)),
    own: ofPlace.filter((one) => one.edition === edition.id && rests(one.indicator)),
  }));
}

/** Areas that changed class at one indicator in one edition, by code. */
export function areasOf(
  areas: AreaChanges | null,
  edition: string,
  { indicator, level, period }: { indicator: string; level: Level; period: string },
): { code: string; change: ClassChange }[] {
  return Object.entries(areas?.levels[level] ?? {}).flatMap(([code, list]) => {
    const change = list.find(
      (one) => one.edition === edition && one.indicator === indicator && one.period === period,
    );
    return change ? [{ code, change }] : [];
  });
}

/** Datasets by theme: that of the first indicator resting on them; those of none come last, under null. */
export function byTheme<T extends { id: string }>(
  datasets: readonly T[],
  themes: readonly string[],
  themeOf: (id: string) => string | undefined,
): { theme: string | null; datasets: T[] }[] {
  return [...themes, null]
    .map((theme) => ({ theme, datasets: datasets.filter(({ id }) => (themeOf(id) ?? null) === theme) }))
    .filter((group) => group.datasets.length > 0);
}
