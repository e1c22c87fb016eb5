/** A file on its way: nothing yet, there, or the reason it is not. An answer overtaken by a later question is dropped. */
export class Fetched<T> {
  value: T | null = $state.raw(null);
  error: unknown = $state.raw(null);
  #turn = 0;
  #ask: (() => Promise<T>) | null = null;

  /** Asks; what was there before goes, so that nothing old stands under a new heading. */
  async ask(task: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.#ask = task;
    this.value = null;
    this.error = null;
    try {
      const value = await task();
      if (turn === this.#turn) this.value = value;
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    }
  }

  again(): void {
    if (this.#ask) void this.ask(this.#ask);
  }
}
