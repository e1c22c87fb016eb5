import { untrack } from 'svelte';

/** Longer than a burst of layout (fonts, a table that brings one row after another), shorter than a wait. */
const STILL_MS = 160;

/**
 * A measured length in px that something large is fitted to. The first measure counts at once; another one only once it has stood
 * still, and not while it is `held`. null measures nothing and changes nothing. Make it in a component's set-up.
 */
export class Settled {
  /** 0 before the first measure. */
  value: number = $state(0);

  constructor(measure: () => number | null, held: () => boolean = () => false) {
    $effect(() => {
      const next = measure();
      if (next === null || Math.abs(next - this.value) < 1) return;
      if (untrack(() => this.value) === 0) {
        this.value = next;
        return;
      }
      if (held()) return;
      const timer = setTimeout(() => (this.value = next), STILL_MS);
      return () => clearTimeout(timer);
    });
  }
}

/** A length on a screen, both in px. */
interface On {
  readonly screen: number;
  readonly tall: number;
}
/** The longer of two lengths on one screen; on another one the former says nothing. */
export const most = (before: On, now: On): On =>
  before.screen === now.screen && before.tall > now.tall ? before : now;
