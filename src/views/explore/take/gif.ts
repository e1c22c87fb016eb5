import { paceOf } from '../../../domain/time-lapse';
import type { GifFrame } from './gif.worker';

/**
 * An animated GIF of `count` pictures, made in a worker. `draw` gives the picture of a frame; one is drawn while the one before is
 * written. Rejects with `AbortError` when the signal says so.
 */
export async function makeGif(
  count: number,
  draw: (i: number) => Promise<HTMLCanvasElement>,
  signal: AbortSignal,
  onframe: (done: number) => void,
): Promise<Blob> {
  const worker = new Worker(new URL('./gif.worker.ts', import.meta.url), { type: 'module' });
  const pace = paceOf(count);
  try {
    let waiting: Promise<Uint8Array<ArrayBuffer> | null> = Promise.resolve(null);
    for (let i = 0; i < count; i++) {
      const canvas = await draw(i);
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      await waiting;
      signal.throwIfAborted();
      const last = i === count - 1;
      const frame: GifFrame = {
        data: data.buffer,
        width,
        height,
        delay: 1000 * (last ? pace.last : pace.step),
        last,
      };
      waiting = answerOf(worker, signal);
      worker.postMessage(frame, [frame.data]);
      onframe(i + 1);
    }
    const bytes = await waiting;
    if (!bytes) throw new Error('the worker gave no file');
    return new Blob([bytes], { type: 'image/gif' });
  } finally {
    worker.terminate();
  }
}

/** The worker's next word; an error or an abort ends the waiting. */
const answerOf = (worker: Worker, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> => {
  const answer = new Promise<Uint8Array<ArrayBuffer> | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<{ done: Uint8Array<ArrayBuffer> | null }>) =>
      resolve(data.done);
    worker.onerror = (event) => reject(new Error(event.message));
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  // It may be refused before anybody waits for it.
  answer.catch(() => undefined);
  return answer;
};
