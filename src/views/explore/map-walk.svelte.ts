import type MapCanvas from '../../map/MapCanvas.svelte';
import { announce } from '../../domain/sentence';
import { neighbourTowards } from '../../domain/traverse';
import type { AtlasState } from '../../state/atlas.svelte';
import { mapKey } from './keys';
import type { Playback } from './playback.svelte';
import { shownLine } from './shown';

interface Around {
  readonly atlas: AtlasState;
  readonly playback: Playback;
  /** Null until the engine is there. */
  canvas(): MapCanvas | undefined;
  /** Whether the map can lean at all. */
  raised(): boolean;
  onhelp(): void;
}

/** The map walked by keyboard, and what is said aloud on the way. */
export class MapWalk {
  /** Words for the screen reader, once an area. */
  spoken: string = $state('');
  /** A map in relief may be laid flat for a while. */
  flat: boolean = $state(false);
  /** Where the pointer rests, in CSS px of the room; null for areas reached by key. */
  point: { x: number; y: number } | null = $state.raw(null);

  constructor(private readonly around: Around) {}

  /** For `onkeydown` of the region. */
  key(e: KeyboardEvent): void {
    if (e.target !== e.currentTarget) return;
    const key = mapKey(e);
    if (!key) return;
    const { atlas, playback, onhelp } = this.around;
    const canvas = this.around.canvas();
    const here = atlas.hovered ?? atlas.selected?.code ?? null;
    if (key.do === 'move') this.#move(here, key.direction);
    else if (key.do === 'select') {
      if (here) void atlas.decide({ area: here });
    } else if (key.do === 'leave') {
      if (atlas.hovered) atlas.hovered = null;
      else if (atlas.selected) void atlas.decide({ area: null });
      else (e.currentTarget as HTMLElement).blur();
    } else if (key.do === 'zoom-in') canvas?.zoomIn();
    else if (key.do === 'zoom-out') canvas?.zoomOut();
    else if (key.do === 'fit') atlas.setCamera(null);
    else if (key.do === 'previous') playback.step(-1);
    else if (key.do === 'next') playback.step(1);
    else if (key.do === 'play') playback.toggle();
    else if (key.do === 'help') onhelp();
    else if (key.do === 'lean') this.flat = !this.flat;
    else if (key.do === 'turn' && this.around.raised() && !this.flat) canvas?.turn(key.by);
    e.preventDefault();
  }

  #move(here: string | null, direction: Parameters<typeof neighbourTowards>[3]): void {
    const { atlas } = this.around;
    if (!atlas.geography) return;
    const start = atlas.areas.find((a) => a.code === atlas.selected?.code) ?? atlas.areas[0];
    const next =
      here === null ? start?.code : neighbourTowards(atlas.geography, atlas.level, here, direction);
    if (!next) return;
    atlas.hovered = next;
    this.point = null;
    this.around.canvas()?.reveal?.(next);
    this.#speak(next);
  }

  #speak(code: string): void {
    const { atlas } = this.around;
    const { lang } = atlas.view;
    const area = atlas.areas.find((a) => a.code === code);
    const cell = atlas.cells.get(code);
    if (!area || !cell || !atlas.summary || !atlas.table) return;
    this.spoken = atlas.shown
      ? shownLine(atlas.shown, area, atlas.level, lang)
      : announce({
          lang,
          name: area.name,
          level: atlas.level,
          cell,
          summary: atlas.summary,
          table: atlas.table,
          ...(atlas.cityCell ? { cityCell: atlas.cityCell } : {}),
        });
  }
}
