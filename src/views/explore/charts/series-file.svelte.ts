import type { GenericSchema, InferOutput } from 'valibot';
import { layerFor } from '../../../domain/kinds';
import type { Layer } from '../../../model/manifest';
import type { AtlasState } from '../../../state/atlas.svelte';

/** Name of the file behind a kind of chart for the indicator on show. */
export const layerFile = (atlas: AtlasState, kind: Layer['kind']) => (): string | null =>
  atlas.manifest && atlas.summary ? (layerFor(atlas.manifest, atlas.summary.id, kind)?.file ?? null) : null;

/**
 * A file of the manifest for a chart: null while it is on its way, `failed` when it did not come. Asked for again when its name
 * changes; the old one stays until the new one is there. Call in a component's set-up.
 */
export class SeriesFile<const S extends GenericSchema> {
  value: InferOutput<S> | null = $state.raw(null);
  /** Name of the file in `value`. */
  name: string | null = $state(null);
  failed = $state(false);
  #turn = 0;

  constructor(atlas: AtlasState, name: () => string | null, schema: S) {
    $effect(() => {
      const wanted = name();
      const turn = ++this.#turn;
      this.failed = false;
      if (wanted === null) return;
      atlas.file(wanted, schema).then(
        (value) => {
          if (turn !== this.#turn) return;
          this.value = value;
          this.name = wanted;
        },
        () => {
          if (turn === this.#turn) this.failed = true;
        },
      );
    });
  }
}
