import type { Map as MapLibre } from 'maplibre-gl';
import type { ArchiveState } from '../data/archive';

/** What readiness needs of an archive. */
export interface Watched {
  readonly state: ArchiveState;
  onState(listener: (state: ArchiveState) => void): () => void;
}

export interface ReadinessHandlers {
  /** First time everything in view is drawn. */
  onready: () => void;
  /** An archive fails (the first of the list that does), or none any more. */
  ontrouble: (state: ArchiveState | null) => void;
}

const failing = (archive: Watched): boolean => archive.state.kind === 'trouble';

/**
 * Says on the root element whether the map can be believed: `data-map` is `ready` when everything in view is drawn,
 * `trouble` while an archive fails. Tiles that failed are asked for again as soon as their archive has healed.
 */
export function watchReadiness(
  map: MapLibre,
  archives: Readonly<Record<string, Watched>>,
  handlers: ReadinessHandlers,
): () => void {
  const root = document.documentElement;
  const list = Object.entries(archives);
  const broken = new Set<string>();
  let announced = false;

  const onState = (source: string, archive: Watched): void => {
    const was = broken.has(source);
    if (failing(archive)) broken.add(source);
    else if (was) {
      broken.delete(source);
      if (map.style) map.refreshTiles(source);
    }
    if (!was && !broken.has(source)) return;
    const first = list.find(([, other]) => failing(other));
    if (first) root.dataset['map'] = 'trouble';
    handlers.ontrouble(first ? first[1].state : null);
  };
  const onIdle = (): void => {
    if (broken.size > 0 || !map.style || !map.areTilesLoaded()) return;
    root.dataset['map'] = 'ready';
    if (announced) return;
    announced = true;
    handlers.onready();
  };
  const onError = (event: { error?: unknown }): void => {
    // What an archive says of itself reaches the reader through ontrouble; anything else is a fault of ours.
    if (broken.size === 0) console.error(event.error);
  };

  const stops = list.map(([source, archive]) => archive.onState(() => onState(source, archive)));
  map.on('idle', onIdle);
  map.on('error', onError);
  return () => {
    for (const stop of stops) stop();
    map.off('idle', onIdle);
    map.off('error', onError);
    delete root.dataset['map'];
  };
}
