import { getContext, setContext } from 'svelte';
import type { Capabilities } from '../../model/capabilities';
import type { AtlasState } from '../../state/atlas.svelte';

/** What every part of the screen may read: the state, what this mode may do, and where the data root is. */
export interface AtlasContext {
  readonly atlas: AtlasState;
  readonly can: Capabilities;
  readonly dataUrl: string;
}

const KEY = Symbol('atlas');
export const provideAtlas = (context: AtlasContext): AtlasContext => setContext(KEY, context);
export const useAtlas = (): AtlasContext => getContext<AtlasContext>(KEY);
