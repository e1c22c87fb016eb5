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

/** Every map on the page, with how it stands: the page is believed when all of them are. */
const standing = new Map<symbol, 'waiting' | 'ready' | 'trouble'>();
function proclaim(): void {
  const all = [...standing.values()];
  const { dataset } = document.documentElement;
  if (all.includes('trouble')) dataset['map'] = 'trouble';
  else if (all.length > 0 && all.every((s) => s === 'ready')) dataset['map'] = 'ready';
  else delete dataset['map'];
}

const failing = (archive: Watched): boolean => archive.state.kind === 'trouble';

/**
 * Says on the root element whether the maps can be believed: `data-map` is `ready` when everything in view of all of them is drawn,
 * `trouble` while an archive of one fails. `archives` by source id.
 */
export function watchReadiness(
  map: MapLibre,
  archives: Readonly<Record<string, Watched>>,
  handlers: ReadinessHandlers,
): () => void {
  const own = Symbol('map');
  const stands = (how: 'waiting' | 'ready' | 'trouble'): void => {
    standing.set(own, how);
    proclaim();
  };
  stands('waiting');
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
    if (first) stands('trouble');
    handlers.ontrouble(first ? first[1].state : null);
    map.triggerRepaint();
  };
  const onIdle = (): void => {
    if (troubled || !map.style || !map.areTilesLoaded()) return;
    stands('ready');
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
    standing.delete(own);
    proclaim();
  };
}
