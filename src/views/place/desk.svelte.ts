import { areaOf } from '../../domain/profile';
import type { Level } from '../../model/ids';
import type { IndicatorSummary, Manifest } from '../../model/manifest';
import { isPlaceLevel, PLACE_LEVELS, type PlaceLevel } from '../../model/place';
import type { ViewState } from '../../model/view';
import type { AtlasState } from '../../state/atlas.svelte';
import { printView } from '../../state/url';
import type { Target } from './suggest';

/** Where the reader starts walking: an address or the device's position, and the area it stands in. Never written to the link. */
export interface Origin {
  title: string;
  lon: number;
  lat: number;
  area: string;
}

/** What the parts of the neighbourhood page share: where one is, how one gets elsewhere, and the address in hand. */
export class PlaceDesk {
  origin: Origin | null = $state.raw(null);
  /** Several places are being chosen, even while none is. */
  joining: boolean = $state(false);
  /** Raised with every way taken: the heading then takes the focus. */
  arrivals: number = $state(0);

  constructor(readonly atlas: AtlasState) {}

  spot: { level: PlaceLevel; code: string } | null = $derived.by(() => {
    const { level, area } = this.atlas.view;
    return area !== null && isPlaceLevel(level) && areaOf(this.atlas.geography!, level, area)
      ? { level, code: area }
      : null;
  });

  /** Codes taken together that exist at the level of the view. */
  picked: readonly string[] = $derived.by(() => {
    const { level, picked } = this.atlas.view;
    return picked.filter((code) => areaOf(this.atlas.geography!, level, code));
  });

  go(target: Target): void {
    const { spot, level, code } = target;
    // Walking to the zone around one's area keeps the address; another area drops it.
    if (spot) this.origin = { ...spot, area: code };
    else if (!this.#holds(level, code)) this.origin = null;
    this.arrivals += 1;
    this.joining = false;
    void this.atlas.decide({ ...this.#at(level), area: code, picked: [] });
  }

  /** Back to the empty field. */
  leave(): void {
    this.origin = null;
    this.joining = false;
    this.arrivals += 1;
    void this.atlas.decide({ area: null, picked: [] });
  }

  pick(level: PlaceLevel, codes: readonly string[]): void {
    if (!this.joining && this.picked.length === 0) this.arrivals += 1;
    this.joining = true;
    void this.atlas.decide({ ...this.#at(level), area: null, picked: [...new Set(codes)].sort() });
  }

  hrefOf(level: PlaceLevel, code: string): string {
    return this.#href({ ...this.#at(level), page: 'place', area: code, picked: [] });
  }

  /** The map of an indicator with a place chosen on it. */
  mapView(id: string, level: PlaceLevel, code: string | null): Partial<ViewState> {
    const summary = this.summaryOf(id);
    const at: Level = summary?.levels.includes(level) ? level : (summary?.levels.at(-1) ?? level);
    return {
      page: 'explore',
      indicator: id,
      level: at,
      period: summary?.periods.at(-1) ?? '',
      area: at === level ? code || null : null,
      picked: [],
      display: 'map',
      kind: null,
    };
  }

  mapHref(id: string, level: PlaceLevel, code: string | null): string {
    return this.#href(this.mapView(id, level, code));
  }

  summaryOf(id: string): IndicatorSummary | undefined {
    return this.#manifest.indicators.find((summary) => summary.id === id);
  }

  /** The level, with a topic that has it: a link's level is read in the light of its topic. */
  #at(level: PlaceLevel): Pick<ViewState, 'page' | 'level' | 'indicator'> {
    const summary = this.summaryOf(this.atlas.view.indicator);
    const fits = summary && PLACE_LEVELS.every((l) => summary.levels.includes(l));
    return {
      page: 'place',
      level,
      indicator: fits ? summary.id : this.#manifest.defaultView.indicator,
    };
  }

  #href(change: Partial<ViewState>): string {
    return printView({ ...this.atlas.view, ...change }, this.#manifest) || './';
  }

  #holds(level: PlaceLevel, code: string): boolean {
    const area = this.origin && areaOf(this.atlas.geography!, 'area', this.origin.area);
    if (!area) return false;
    return level === 'area' ? area.code === code : area.parents[level] === code;
  }

  get #manifest(): Manifest {
    return this.atlas.manifest!;
  }
}
