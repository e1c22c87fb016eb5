import { otherSide } from '../../../domain/other-side';
import type { IndicatorSummary, Table } from '../../../model/manifest';
import type { ViewState } from '../../../model/view';
import type { AtlasState } from '../../../state/atlas.svelte';
import type { Whole } from './taken';

/** The other side of the comparison on screen, with its data. */
export interface Half {
  view: ViewState;
  summary: IndicatorSummary;
  table: Table;
}

/**
 * Fetches what the other side shows: its table may be one that the view itself never asks for. Make it in a component's set-up.
 */
export class OtherHalf {
  #fetched: { id: string; table: Table } | null = $state.raw(null);
  /** Why its table did not come. */
  trouble: unknown = $state.raw(null);
  #atlas: AtlasState;
  #whole: () => Whole;

  constructor(atlas: AtlasState, whole: () => Whole) {
    this.#atlas = atlas;
    this.#whole = whole;
    $effect(() => {
      const id = this.#summary?.id;
      if (!id || this.#table) return;
      let stale = false;
      this.trouble = null;
      atlas.tableOf(id).then(
        (table) => {
          if (!stale) this.#fetched = { id, table };
        },
        (error: unknown) => {
          if (!stale) this.trouble = error;
        },
      );
      return () => (stale = true);
    });
  }

  /** The view of the other side; null when nothing is compared, or when it is not published at the level on screen. */
  view: ViewState | null = $derived.by(() => otherSide(this.#atlas.view, this.#whole().manifest));
  #summary = $derived.by(
    () => this.#whole().manifest.indicators.find(({ id }) => id === this.view?.indicator) ?? null,
  );
  #table = $derived.by(() => {
    const { summary, table } = this.#whole();
    if (this.#summary?.id === summary.id) return table;
    return this.#fetched && this.#fetched.id === this.#summary?.id ? this.#fetched.table : null;
  });
  /** null while its table is on its way. */
  value: Half | null = $derived.by(() =>
    this.view && this.#summary && this.#table
      ? { view: this.view, summary: this.#summary, table: this.#table }
      : null,
  );
}
