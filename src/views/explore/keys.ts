import type { Direction } from '../../domain/traverse';

/** What a key does on the map; the same list is shown to the reader (i18n keyList). */
export type MapKey =
  | { do: 'move'; direction: Direction }
  | { do: 'turn'; by: 1 | -1 }
  | { do: 'lean' }
  | { do: 'select' | 'leave' | 'zoom-in' | 'zoom-out' | 'fit' | 'previous' | 'next' | 'play' | 'help' };

const KEYS: Record<string, MapKey> = {
  ArrowUp: { do: 'move', direction: 'up' },
  ArrowDown: { do: 'move', direction: 'down' },
  ArrowLeft: { do: 'move', direction: 'left' },
  ArrowRight: { do: 'move', direction: 'right' },
  Enter: { do: 'select' },
  Escape: { do: 'leave' },
  '+': { do: 'zoom-in' },
  '=': { do: 'zoom-in' },
  '-': { do: 'zoom-out' },
  '0': { do: 'fit' },
  ',': { do: 'previous' },
  '.': { do: 'next' },
  ' ': { do: 'play' },
  v: { do: 'lean' },
  '<': { do: 'turn', by: -1 },
  '>': { do: 'turn', by: 1 },
  '?': { do: 'help' },
};

/** Null for a key the map leaves alone, and for every key with Ctrl, Alt or Meta: those belong to the browser. */
export function mapKey(e: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): MapKey | null {
  return e.ctrlKey || e.metaKey || e.altKey ? null : (KEYS[e.key] ?? null);
}
