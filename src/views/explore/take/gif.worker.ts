import { applyPalette, GIFEncoder, quantize } from 'gifenc';

/** One frame, RGBA; milliseconds it stands. The last one asks for the file. */
export interface GifFrame {
  data: ArrayBuffer;
  width: number;
  height: number;
  delay: number;
  last: boolean;
}

/** The last index is kept for "as before": what does not change is not written again. */
const COLOURS = 255;
const gif = GIFEncoder();
let palette: number[][] | null = null;
let before: Uint8Array | null = null;

self.onmessage = ({ data: frame }: MessageEvent<GifFrame>) => {
  const rgba = new Uint8ClampedArray(frame.data);
  // The legend shows every colour in the first picture already: one palette serves all.
  palette ??= quantize(rgba, COLOURS, { format: 'rgb565' });
  const now = applyPalette(rgba, palette, 'rgb565');
  const first = before === null;
  const written = before ? now.map((index, i) => (index === before![i] ? COLOURS : index)) : now;
  gif.writeFrame(written, frame.width, frame.height, {
    delay: frame.delay,
    dispose: 1,
    ...(first ? { palette: [...palette, [0, 0, 0]] } : { transparent: true, transparentIndex: COLOURS }),
  });
  before = now;
  if (!frame.last) {
    self.postMessage({ done: null });
    return;
  }
  gif.finish();
  const bytes = gif.bytes();
  self.postMessage({ done: bytes }, { transfer: [bytes.buffer] });
};
