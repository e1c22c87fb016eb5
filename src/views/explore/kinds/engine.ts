/** Fetches deck.gl beside a kind's data, so that a failure is one trouble with one way to try again. */
export const deckEngine = (): Promise<unknown> => import('../../../map/DeckOverlay.svelte');
