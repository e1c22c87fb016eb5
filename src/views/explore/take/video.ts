import { momentOf, paceOf } from '../../../domain/time-lapse';

/** Frames per second: smooth enough for a dissolve, and what Italian television counts in. */
const FPS = 25;
/** Bits per pixel and second that flat colours need to stay clean. */
const BITS = 6;

/** What this browser can make; `none` with the reason: no WebCodecs at all, or not on a page without https. */
export type VideoOffer =
  | { container: 'MP4' | 'WebM'; codec: 'avc' | 'vp9' | 'vp8'; extension: 'mp4' | 'webm' }
  | { container: null; why: 'codec' | 'secure' };

/** MP4 first, since every phone and newsroom plays it. */
export async function videoOffer(width: number, height: number): Promise<VideoOffer> {
  if (!('VideoEncoder' in globalThis))
    return { container: null, why: globalThis.isSecureContext ? 'codec' : 'secure' };
  const { canEncodeVideo } = await import('mediabunny');
  const bitrate = width * height * BITS;
  for (const codec of ['avc', 'vp9', 'vp8'] as const) {
    if (!(await canEncodeVideo(codec, { width, height, bitrate }).catch(() => false))) continue;
    return codec === 'avc'
      ? { container: 'MP4', codec, extension: 'mp4' }
      : { container: 'WebM', codec, extension: 'webm' };
  }
  return { container: null, why: 'codec' };
}

/**
 * A film of `count` pictures that dissolve into each other, encoded by the browser. Never more than two pictures are held.
 * Rejects with `AbortError` when the signal says so.
 */
export async function makeVideo(
  offer: Extract<VideoOffer, { container: string }>,
  size: { width: number; height: number },
  count: number,
  draw: (i: number) => Promise<HTMLCanvasElement>,
  signal: AbortSignal,
  onframe: (done: number) => void,
): Promise<Blob> {
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, WebMOutputFormat } =
    await import('mediabunny');
  const stage = document.createElement('canvas');
  stage.width = size.width;
  stage.height = size.height;
  const context = stage.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const target = new BufferTarget();
  const output = new Output({
    format: offer.container === 'MP4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(stage, {
    codec: offer.codec,
    bitrate: size.width * size.height * BITS,
    contentHint: 'detail',
    keyFrameInterval: 2,
  });
  output.addVideoTrack(source, { frameRate: FPS });
  await output.start();
  try {
    const pace = paceOf(count);
    const total = Math.round(pace.total * FPS);
    let [index, before, now] = [-1, null as HTMLCanvasElement | null, null as HTMLCanvasElement | null];
    for (let i = 0; i < total; i++) {
      signal.throwIfAborted();
      const moment = momentOf(i / FPS, count, pace);
      while (index < moment.index) {
        [before, now] = [now, await draw(++index)];
        onframe(index + 1);
      }
      context.globalAlpha = 1;
      if (before && moment.share < 1) context.drawImage(before, 0, 0);
      context.globalAlpha = moment.share;
      if (now) context.drawImage(now, 0, 0);
      await source.add(i / FPS, 1 / FPS);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  if (!target.buffer) throw new Error('no film');
  return new Blob([target.buffer], { type: offer.container === 'MP4' ? 'video/mp4' : 'video/webm' });
}
