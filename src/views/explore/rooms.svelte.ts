import type { Component } from 'svelte';
import type { Display } from '../../model/view';
import type { AtlasState } from '../../state/atlas.svelte';

/** What can fill the main room beside the map: `rooms/<display>.svelte`, loaded when first asked for. */
const FOUND = import.meta.glob<{ default: Component }>('./rooms/*.svelte');

export const roomExists = (display: Display): boolean =>
  display === 'map' || `./rooms/${display}.svelte` in FOUND;

/**
 * The room of the display on screen; null for the map, and until the room has arrived. One that does not come leaves the map, which
 * holds the same figures. Make it in a component's set-up.
 */
export class RoomLoader {
  room: Component | null = $state.raw(null);

  constructor(atlas: AtlasState) {
    // Every decision makes a new view; only another display makes another room.
    const display = $derived(atlas.view.display);
    $effect(() => {
      const wanted = display;
      this.room = null;
      const find = FOUND[`./rooms/${wanted}.svelte`];
      if (wanted === 'map') return;
      (find ? find() : Promise.reject(new RangeError(`there is no room "${wanted}"`))).then(
        (module) => {
          if (wanted === display) this.room = module.default;
        },
        () => void atlas.decide({ display: 'map' }, true),
      );
    });
  }
}
