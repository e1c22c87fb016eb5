/** What a mode of the atlas may do. Views ask for one of these, never for a mode by name; the records are in app/modes.ts. */
export interface Capabilities {
  /** Which furniture stands around the map. */
  readonly layout: 'column' | 'compact';
  /** Writes decisions to the address bar and the history. */
  readonly urlWrites: boolean;
  /** May lead out of the page. */
  readonly externalLinks: boolean;
  readonly downloads: boolean;
  /** Topic, level and display can be changed. */
  readonly choices: boolean;
  /** Language and day/night can be changed. */
  readonly preferences: boolean;
  /** Shows a way to the full atlas with the same view. */
  readonly openInAtlas: boolean;
  /** Seconds without a touch after which the countdown starts; null = never. */
  readonly idleResetSeconds: number | null;
  /** Page scroll goes through the map; two fingers or Ctrl move it. */
  readonly cooperativeGestures: boolean;
  /** Shared screen: no context menu, no text selection, no page zoom. */
  readonly locked: boolean;
  /** Smallest touch target in CSS px at root size. */
  readonly target: 24 | 44 | 60;
}
