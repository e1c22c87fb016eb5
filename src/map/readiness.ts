import type { Map as MapLibre } from 'maplibre-gl';
import type { ArchiveState } from '../data/archive';
import { AREAS } from './layers/context';

/** What readiness needs of an archive. */
export interface Watched {
  readonly state: ArchiveState;
  onState(listener: (state: ArchiveState) => void): () => void;
}

export interface ReadinessHandlers {
  /** First time that everything in view, but for what a failing archive withholds, is drawn. Never without areas. */
  onready: () => void;
  /** An archive fails (the first of the list that does), or none any more. */
  ontrouble: (state: ArchiveState | null) => void;
}

const failing = (archive: Watched): boolean => archive.state.kind === 'trouble';

/**
 * Says on the root element whether the map can be believed: `data-map` is `ready` when everything in view is drawn,
 * `trouble` while an archive fails. `archives` by source id.
 */
export function watchReadiness(
  map: MapLibre,
  archives: Readonly<Record<string, Watched>>,
  handlers: ReadinessHandlers,
): () => void {
  const root = document.documentElement;
  const list = Object.entries(archives);
  let announced = false;
  let troubled = false;

  const announce = (): void => {
    if (announced) return;
    announced = true;
    handlers.onready();
  };
  const onState = (): void => {
    const first = list.find(([, archive]) => failing(archive));
    if (!first && !troubled) return;
    troubled = first !== undefined;
    if (first) root.dataset['map'] = 'trouble';
    handlers.ontrouble(first ? first[1].state : null);
    map.triggerRepaint();
  };
  const onIdle = (): void => {
    if (troubled || !map.style || !map.areTilesLoaded()) return;
    root.dataset['map'] = 'ready';
    announce();
  };
  // With one archive failing the engine never comes to rest: what the others have must show all the same.
  const onRender = (): void => {
    if (announced || !troubled || failing(archives[AREAS]!)) return;
    if (map.isSourceLoaded(AREAS)) announce();
  };
  const onError = (event: { error?: unknown }): void => console.error(event.error);

  const stops = list.map(([, archive]) => archive.onState(onState));
  map.on('idle', onIdle);
  map.on('render', onRender);
  map.on('error', onError);
  return () => {
    for (const stop of stops) stop();
    map.off('idle', onIdle);
    map.off('render', onRender);
    map.off('error', onError);
    delete root.dataset['map'];
  };
}
