import { readCamera, readShell, readView, type LinkManifest, type Parsed } from '../domain/link';
import type { Camera } from '../model/view';
import { migrate } from './migrations';

export { defaultLevel, defaultPeriod, printCamera, printView } from '../domain/link';
export type { LinkKey, LinkProblem, Parsed } from '../domain/link';

const queryOf = (search: string): URLSearchParams => migrate(new URLSearchParams(search));

/** Keys that need no manifest, so that language, theme and mode hold before any data has arrived. */
export const parseShell = (search: string) => readShell(queryOf(search));

/** Reads a whole view from a query string; what cannot be used is replaced by the default and reported. */
export const parseView = (search: string, manifest: LinkManifest) => readView(queryOf(search), manifest);

/** `#map=12.4/44.4949/11.3426`. */
export const parseCamera = (hash: string): Parsed<Camera> =>
  readCamera(new URLSearchParams(hash.replace(/^#/, '')));
