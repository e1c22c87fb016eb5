import type { AddressBook, AddressHit } from '../../data/addresses';
import type { FileRef } from '../../model/manifest';

/** Letters before a street is looked for, and how long the hand must rest. */
const LEAST = 3;
const REST_MS = 160;

/** Asks the address book while someone types; the book and its code arrive with the first question. */
export class AddressSearch {
  hits: AddressHit[] = $state.raw([]);
  busy: boolean = $state(false);
  failed: boolean = $state(false);
  #book: Promise<AddressBook> | null = null;
  #turn = 0;
  #where: () => { ref: FileRef | null; dataUrl: string };

  constructor(where: () => { ref: FileRef | null; dataUrl: string }) {
    this.#where = where;
  }

  /** Starts a look-up; returns what cancels it, for an effect. An answer overtaken by a later question is dropped. */
  ask(query: string): () => void {
    const turn = ++this.#turn;
    const { ref, dataUrl } = this.#where();
    if (!ref || query.trim().length < LEAST) {
      this.hits = [];
      this.busy = false;
      return () => undefined;
    }
    this.busy = true;
    const timer = setTimeout(() => void this.#find(query, turn, ref, dataUrl), REST_MS);
    return () => clearTimeout(timer);
  }

  async #find(query: string, turn: number, ref: FileRef, dataUrl: string): Promise<void> {
    try {
      this.#book ??= import('../../data/addresses').then((m) => new m.AddressBook(dataUrl, ref));
      const hits = await (await this.#book).find(query);
      if (turn !== this.#turn) return;
      [this.hits, this.failed] = [hits, false];
    } catch {
      if (turn !== this.#turn) return;
      [this.hits, this.failed, this.#book] = [[], true, null];
    }
    this.busy = false;
  }
}
