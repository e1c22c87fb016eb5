import { withNotes } from '../../../domain/png-text';

/** Some engines set the fonts of a picture a moment after they call it decoded. */
const SETTLE_MS = 60;
let settled = false;

/** A picture drawn by the browser's own renderer, `scale` device pixels per unit. Rejects when it cannot be decoded. */
export async function rasterise(
  svg: string,
  { width, height }: { width: number; height: number },
  scale: number,
): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.width = width * scale;
    image.height = height * scale;
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (!settled) {
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      settled = true;
    }
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A PNG of the canvas with notes of what it shows and where it comes from. */
export async function pngOf(canvas: HTMLCanvasElement, notes: Record<string, string>): Promise<Blob> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('no picture');
  return new Blob([withNotes(new Uint8Array(await blob.arrayBuffer()), notes)], { type: 'image/png' });
}
