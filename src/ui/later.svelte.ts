/**
 * A part of the screen in a chunk of its own, loaded when first wanted. `part` is null until it is there; `failed` when it did not
 * come, and the next `want` tries again.
 */
export class Later<T> {
  part: T | null = $state.raw(null);
  failed: boolean = $state(false);
  #asked = false;
  #load: () => Promise<{ default: T }>;
  #onfail: () => void;

  constructor(load: () => Promise<{ default: T }>, onfail: () => void = () => undefined) {
    this.#load = load;
    this.#onfail = onfail;
  }

  want(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.failed = false;
    this.#load().then(
      (module) => (this.part = module.default),
      () => {
        this.#asked = false;
        this.failed = true;
        this.#onfail();
      },
    );
  }
}
