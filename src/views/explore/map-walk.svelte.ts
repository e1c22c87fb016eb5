import type MapCanvas from '../../map/MapCanvas.svelte';
import type { AtlasState } from '../../state/atlas.svelte';
import { mapKey } from './keys';
import type { Playback } from './playback.svelte';

/** What a key on the map may reach. */
export interface Around {
  readonly atlas: AtlasState;
  readonly playback: Playback;
  /** Undefined until the engine is there. */
  canvas(): MapCanvas | undefined;
  /** Whether the map can lean at all. */
  raised(): boolean;
  onhelp(): void;
}

const loadActs = () => import('./map-act');

/** The map walked by keyboard, what is said aloud on the way, and where the pointer is. */
export class MapWalk {
  /** Words for the screen reader, once an area. */
  spoken: string = $state('');
  /** A map in relief may be laid flat for a while. */
  flat: boolean = $state(false);
  /** Where the pointer rests, in CSS px of the room; null for areas reached by key. */
  point: { x: number; y: number } | null = $state.raw(null);
  #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** What keys do comes after the map's first frames, so that nothing competes with them, or with the first key. */
  prepare(): void {
    setTimeout(() => void loadActs().catch(() => undefined), 600);
  }

  /** For `onkeydown` of the region. */
  key(e: KeyboardEvent): void {
    const key = e.target === e.currentTarget && mapKey(e);
    if (!key) return;
    e.preventDefault();
    const region = e.currentTarget as HTMLElement;
    loadActs().then(
      ({ act }) => act(key, this, this.#around, region),
      () => undefined,
    );
  }
}
