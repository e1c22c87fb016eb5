import { getContext, setContext } from 'svelte';
import type { Capabilities } from '../../model/capabilities';
import type { AtlasState } from '../../state/atlas.svelte';
import { KindLoader } from './kind-loader.svelte';
import { OnScreen } from './on-screen.svelte';

/** What every part of the screen may read: the state, what this mode may do, and where the data root is. */
export interface AtlasContext {
  readonly atlas: AtlasState;
  readonly can: Capabilities;
  readonly dataUrl: string;
  /** The kind of map on screen, where it is neither areas nor circles. */
  readonly kind: KindLoader;
  readonly onScreen: OnScreen;
  /**
   * Shown beside a text: a chart takes the height there is and shows itself alone, without choices, table or notes, to be pointed at
   * and no more. What is left out is one link away, in Explore.
   */
  readonly fitted?: boolean;
}

const KEY = Symbol('atlas');
/** Call in a component's set-up: for all that stands below it, `atlas` is the one on screen. */
export const provideAtlas = (context: Omit<AtlasContext, 'kind' | 'onScreen'>): AtlasContext =>
  setContext(KEY, { ...context, kind: new KindLoader(context.atlas), onScreen: new OnScreen() });
export const useAtlas = (): AtlasContext => getContext<AtlasContext>(KEY);
