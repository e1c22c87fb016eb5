import type { Component } from 'svelte';
import type { PictureCell, PictureDots, PictureLegend } from '../../../domain/picture';
import type { Painting } from '../../../domain/picture-view';
import type { Sentences } from '../../../domain/sentence';
import type { MapSpec } from '../../../map/spec';
import type { Table } from '../../../model/manifest';
import type { AtlasState } from '../../../state/atlas.svelte';
import type { Camera } from '../../../model/view';
import type { Shown } from '../../../state/shown';

/** What a picture draws of a kind, beyond what its `spec` paints on the areas. */
export interface KindPicture {
  legend: PictureLegend;
  /** Data that lie on no area: one of these stands on bare ground. */
  grid?: readonly PictureCell[];
  dots?: PictureDots;
  /** Many small maps in place of one. */
  frames?: readonly { label: string; painting: Painting }[];
  /** Where the words beside the map on screen are not those of the picture. */
  sentences?: Partial<Sentences>;
  /** What the picture shows otherwise than the screen. */
  note?: string;
  /** Where the figures come from, where it is not the indicator's own datasets alone. */
  datasets?: Table['datasets'];
}

/**
 * A kind of map beyond areas and circles: a folder here whose `index.ts` exports it as `kind`; the folder's name is the kind's.
 * Nothing lists them; each loads when a view asks for it.
 */
export interface KindModule<Loaded = unknown> {
  /** Changes when `load` must run again; read in a reactive context. */
  key?(atlas: AtlasState): string;
  /** What it needs beyond the indicator's own table. A rejection is shown as trouble with the data, with a way to try again. */
  load?(atlas: AtlasState): Promise<Loaded>;
  /**
   * What the map paints. `base` paints the indicator its own way and stays on screen until the load is done. Called in a
   * reactive context: whatever it reads of the atlas, a change of it calls again.
   */
  spec(atlas: AtlasState, base: MapSpec, loaded: Loaded): MapSpec;
  /** Title, finding, alternative text where the kind says something else than the indicator's own map. */
  sentences?(atlas: AtlasState, loaded: Loaded): Partial<Sentences> | null;
  /** What it shows of each area, where that is not the indicator's own cell: for tooltip, card, table, voice and download. */
  shown?(atlas: AtlasState, loaded: Loaded): Shown | null;
  /** Words for the tooltip over a thing of the overlay; properties are the feature's own. */
  thing?(
    atlas: AtlasState,
    properties: Record<string, unknown>,
    loaded: Loaded,
  ): { title: string; text: string } | null;
  /** A click or tap on such a thing, where and at which zoom; true when it was for the thing alone and not for the area beneath. */
  press?(atlas: AtlasState, properties: Record<string, unknown>, at: Camera): boolean;
  /**
   * How it is taken away as a picture. A kind without it is refused there, with the ways on: nothing leaves the atlas that looks
   * otherwise than the screen. null = not with this view.
   */
  picture?(atlas: AtlasState, loaded: Loaded): KindPicture | null;
  /** Stands in the legend's place; `slim` on a phone and in an embed, where only the key itself has room. */
  Legend?: Component<{ loaded: Loaded; slim?: boolean }>;
  /** What the reader may set for this kind: the other date, the second indicator. Stands under the choice of kind. */
  Controls?: Component<{ loaded: Loaded | null }> | Component<Record<string, never>>;
  /** Fills the main room instead of the map: small multiples. */
  Room?: Component<{ loaded: Loaded }>;
}
