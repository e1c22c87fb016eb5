import { followedLevel } from '../../domain/follow';
import { fitCamera, unionBox } from '../../map/camera';
import type { Level } from '../../model/ids';
import type { IndicatorSummary } from '../../model/manifest';
import type { Camera } from '../../model/view';
import type { AtlasState } from '../../state/atlas.svelte';

const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** The other half of a pair: the same measure for the 55 comuni, or for the parts of the city. */
export const twinOf = ({ table, manifest }: AtlasState): IndicatorSummary | null =>
  manifest?.indicators.find(({ id }) => id === table?.twin) ?? null;

/** Changes level as the map is zoomed. Nothing of it is a step in the history: Back returns to what was chosen. */
export class LevelFollower {
  /** What changed last, for the screen reader; null before anything has. */
  said: { level: Level; title: string | null } | null = $state.raw(null);

  constructor(
    private readonly atlas: AtlasState,
    /** Box in which the whole city is fitted, CSS px; null while there is no map. */
    private readonly box: () => { width: number; height: number } | null,
  ) {
    $effect(() => this.#follow());
  }

  /** Places are chosen at a level; a change of it would let them go. */
  get held(): boolean {
    return this.atlas.view.area !== null || this.atlas.view.picked.length > 0;
  }

  /** Levels between which it can change, those of the twin with them. */
  get offered(): Level[] {
    return [...(this.atlas.summary?.levels ?? []), ...(twinOf(this.atlas)?.levels ?? [])];
  }

  #follow(): void {
    const { atlas } = this;
    const { view, geography, summary, level, camera } = atlas;
    if (!view.follow || view.display !== 'map' || !geography || !summary || atlas.pending || this.held)
      return;
    const fitted = camera === null ? this.#fitted(level) : camera;
    if (!fitted) return;
    // A map that is fitted has been moved by nobody: it keeps to city or comuni, whichever it shows.
    const offered = camera
      ? this.offered
      : this.offered.filter((l) => (l === 'comune') === (level === 'comune'));
    const next = followedLevel(level, offered, geography, fitted);
    if (!next) return;
    const twin = summary.levels.includes(next) ? null : twinOf(atlas);
    this.said = { level: next, title: twin?.title[view.lang] ?? null };
    void atlas.decide({ level: next, ...(twin ? { indicator: twin.id } : {}) }, true);
  }

  #fitted(level: Level): Camera | null {
    const { geography } = this.atlas;
    const bounds = unionBox(geography?.levels[level === 'comune' ? 'comune' : 'citta'] ?? []);
    const box = this.box();
    return bounds && box && box.width > 0 ? fitCamera(bounds, box, NO_PADDING) : null;
  }
}
