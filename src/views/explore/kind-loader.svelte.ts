import type { AtlasState } from '../../state/atlas.svelte';
import type { KindModule } from './kinds/kind';

const FOUND = import.meta.glob<{ kind: KindModule }>('./kinds/*/index.ts');
const BUILT_IN = ['choropleth', 'symbols'];

/** Whether a kind can be shown at all in this build of the atlas. */
export const kindExists = (kind: string): boolean =>
  BUILT_IN.includes(kind) || `./kinds/${kind}/index.ts` in FOUND;

/**
 * The module of the kind on screen and what it has loaded. Both are null for areas and circles, and until the files of another
 * kind have arrived: then the indicator's own map stands in. Make it in a component's set-up.
 */
export class KindLoader {
  #have: { name: string; module: KindModule } | null = $state.raw(null);
  #got: { name: string; key: string; loaded: unknown } | null = $state.raw(null);
  error: unknown = $state.raw(null);
  #attempt = $state(0);
  #atlas: AtlasState;

  constructor(atlas: AtlasState) {
    this.#atlas = atlas;
    $effect(() => {
      const name = atlas.mapKind;
      const find = FOUND[`./kinds/${name}/index.ts`];
      void this.#attempt;
      this.error = null;
      if (!find) return;
      find().then(
        ({ kind }) => (this.#have = { name, module: kind }),
        (error: unknown) => (this.error = error),
      );
    });
    $effect(() => {
      const have = this.#have;
      void this.#attempt;
      if (!have || have.name !== atlas.mapKind || !atlas.table) return;
      const key = have.module.key?.(atlas) ?? '';
      if (!have.module.load) {
        this.#got = { name: have.name, key, loaded: null };
        return;
      }
      let stale = false;
      have.module.load(atlas).then(
        (loaded) => {
          if (!stale) this.#got = { name: have.name, key, loaded };
        },
        (error: unknown) => {
          if (!stale) this.error = error;
        },
      );
      return () => (stale = true);
    });
    $effect(() => {
      const { module, ready } = this;
      atlas.told = (module && ready ? module.sentences?.(atlas, this.loaded) : null) ?? null;
      atlas.shown = (module && ready ? module.shown?.(atlas, this.loaded) : null) ?? null;
    });
  }

  /** The module once it has come, whether or not its data have. */
  module: KindModule | null = $derived.by(() =>
    this.#have?.name === this.#atlas.mapKind ? this.#have.module : null,
  );
  /** Module and data are there, and are those of the view on screen. */
  ready: boolean = $derived.by(() => {
    const { module } = this;
    return (
      module !== null &&
      this.#got?.name === this.#atlas.mapKind &&
      this.#got.key === (module.key?.(this.#atlas) ?? '')
    );
  });
  loaded: unknown = $derived.by(() => (this.ready ? this.#got?.loaded : null));

  retry(): void {
    this.#attempt += 1;
  }
}
