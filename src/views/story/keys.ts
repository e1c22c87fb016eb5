export type StoryMove = 'next' | 'previous' | 'first' | 'last';

const KEYS: Record<string, StoryMove> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** What a key asks of a story; null for what it leaves alone, and for every key with Ctrl, Alt or Meta. */
export function storyMove(
  e: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): StoryMove | null {
  if (e.ctrlKey || e.metaKey || e.altKey) return null;
  if (e.shiftKey) return e.key === ' ' ? 'previous' : null;
  return KEYS[e.key] ?? null;
}

/** Vertical keys also scroll a text longer than the screen; sideways ones always move. */
export const isVertical = (key: string): boolean => !['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);

/** Whether what has the focus wants the key for itself: a slider its arrows, a button its space bar. */
export function keyBelongsTo(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, [role="application"], dialog, [contenteditable]')) return true;
  return key === ' ' && target.closest('button, a, summary') !== null;
}

/** A sideways stroke of a finger: at least this many CSS pixels, and clearly more across than along. */
const SWIPE = 48;
export function swipeMove(dx: number, dy: number): StoryMove | null {
  if (Math.abs(dx) < SWIPE || Math.abs(dx) < 2 * Math.abs(dy)) return null;
  return dx < 0 ? 'next' : 'previous';
}
