import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PackedPart } from './part';
import type { Part } from './parts';
import type { SharedStore } from './store';

/**
 * Below this many features threads save nothing: one thread cuts while zlib's pool compresses. Measured on two processors up to
 * 150,000 features, where two threads took as long as one and a quarter more processor time.
 */
const WORTH_THREADS = 200_000;
/** More would hold more memory and wait for the disk. */
const MOST_THREADS = 4;

export const threadsFor = (features: number): number =>
  features < WORTH_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism());

interface Deferred<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
}
/** Promise.withResolvers, which Node 20 does not have. */
function deferred<T>(): Deferred<T> {
  const made = {} as Deferred<T>;
  made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/** Threads that pack parts. They load their code while the features are still coming, so that nobody waits for them. */
export class TilingThreads {
  private readonly workers: Worker[];
  private fail: (error: unknown) => void = (error) => (this.fault ??= error);
  private fault: unknown;

  constructor(threads: number) {
    this.workers = Array.from({ length: threads }, () => {
      const worker = new Worker(new URL('./part-thread.mjs', import.meta.url), { execArgv: [] });
      worker.on('error', (error) => this.fail(error));
      worker.on('exit', (code) => {
        if (code !== 0) this.fail(new Error(`a tiling thread ended with code ${code}`));
      });
      return worker;
    });
  }

  /**
   * Packs parts and yields them in their own order, whichever is done first. At most one finished part per thread waits for its turn.
   * The first fault is thrown.
   */
  async *pack(
    store: SharedStore,
    parts: readonly Part[],
  ): AsyncGenerator<{ part: Part; packed: PackedPart }> {
    const results = parts.map(() => deferred<PackedPart>());
    for (const { promise } of results) promise.catch(() => undefined); // awaited in order below
    this.fail = (error) => results.forEach(({ reject }) => reject(error));
    if (this.fault !== undefined) this.fail(this.fault);
    let next = 0;
    let taken = 0;
    const idle = [...this.workers];
    const given = new Map<Worker, number>();
    /** How far ahead of the written parts the threads may run. */
    const ahead = this.workers.length * 2;
    const feed = (): void => {
      while (idle.length > 0 && next < parts.length && next - taken < ahead) {
        const worker = idle.shift()!;
        given.set(worker, next);
        worker.postMessage(parts[next++]);
      }
    };
    for (const worker of this.workers) {
      worker.on('message', (packed: PackedPart) => {
        results[given.get(worker)!]!.resolve(packed);
        idle.push(worker);
        feed();
      });
      worker.postMessage(store);
    }
    feed();
    for (const [i, part] of parts.entries()) {
      yield { part, packed: await results[i]!.promise };
      taken += 1;
      feed();
    }
  }

  async end(): Promise<void> {
    this.fail = () => undefined;
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
