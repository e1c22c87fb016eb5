/** The part of gifenc 1 that is used here; the package ships no types. */
declare module 'gifenc' {
  /** RGB triples, 0–255. */
  type Palette = number[][];
  interface FrameOptions {
    /** Needed on the first frame, where it serves all later ones that bring none. */
    palette?: Palette;
    /** Milliseconds. */
    delay?: number;
    /** 1 = leave the frame in place. */
    dispose?: number;
    transparent?: boolean;
    transparentIndex?: number;
  }
  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options?: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }
  export function GIFEncoder(): Encoder;
  export function quantize(
    rgba: Uint8ClampedArray,
    colours: number,
    options?: { format: 'rgb565' | 'rgb444' | 'rgba4444' },
  ): Palette;
  export function applyPalette(
    rgba: Uint8ClampedArray,
    palette: Palette,
    format?: 'rgb565' | 'rgb444' | 'rgba4444',
  ): Uint8Array;
}
