/**
 * Runs before the page's own scripts, the same on every page measured. Looks at what the map's canvas holds at the end of
 * every animation frame that drew: nine rows of its pixels, read back, so that the frame is painted when its time is taken.
 */
export interface Frame {
  /** Milliseconds since navigation, after the pixels were read. */
  at: number;
  hash: number;
}
export interface Probe {
  /** Event times since navigation as the browser stamped them; null until they happen. */
  input: number | null;
  frames: Frame[];
  /** Hash of the last frame read. */
  last: number | null;
  /** First frame of the map's canvas with one of the view's colours in it. */
  mapColoured: number | null;
  /** Frame in which the coloured picture of the page itself stands in the document, and the beginning of the next one. */
  pictureFrame: number | null;
  afterPicture: number | null;
  /** `data-map` says ready for the first time. */
  ready: number | null;
  arm(event: 'click' | 'keydown'): void;
  disarm(): void;
}
declare global {
  interface Window {
    probe: Probe;
    /** The same: on a page with deck.gl a library of its own takes the name `probe`. */
    frameProbe: Probe;
    /** Colours of the first view as 0xRRGGBB. */
    probeColours: number[];
  }
}

const ROWS = 9;
let armed: 'click' | 'keydown' | null = null;
/** From the first input measured on, so that what stood before the next one is known. */
let reading = false;
let drawn: WebGL2RenderingContext | null = null;
const frameOf = window.requestAnimationFrame.bind(window);

const probe: Probe = {
  input: null,
  frames: [],
  last: null,
  mapColoured: null,
  pictureFrame: null,
  afterPicture: null,
  ready: null,
  arm(event) {
    armed = event;
    reading = true;
    probe.input = null;
    probe.frames = [];
  },
  disarm() {
    armed = null;
  },
};
window.probe = window.frameProbe = probe;

function rowsOf(gl: WebGL2RenderingContext): Uint32Array {
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * ROWS * 4);
  const bound = gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  for (let i = 0; i < ROWS; i++) {
    const y = Math.floor(((i + 1) * height) / (ROWS + 1));
    gl.readPixels(0, y, width, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixels, i * width * 4);
  }
  gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
  return new Uint32Array(pixels.buffer);
}

/** FNV-1a over 32-bit words. */
const hashOf = (words: Uint32Array): number => {
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
};
/** Little-endian RGBA word → 0xRRGGBB. */
const rgb = (word: number): number => ((word & 0xff) << 16) | (word & 0xff00) | ((word >>> 16) & 0xff);

function look(gl: WebGL2RenderingContext): void {
  const rows = rowsOf(gl);
  const at = performance.now();
  if (probe.mapColoured === null && rows.some((word) => window.probeColours.includes(rgb(word))))
    probe.mapColoured = at;
  probe.last = hashOf(rows);
  if (armed) probe.frames.push({ at, hash: probe.last });
}

const noted = (gl: WebGL2RenderingContext): void => void (drawn = gl);
for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const) {
  const draw = WebGL2RenderingContext.prototype[name] as (...args: unknown[]) => void;
  WebGL2RenderingContext.prototype[name] = function (this: WebGL2RenderingContext, ...args: unknown[]): void {
    noted(this);
    draw.apply(this, args);
  };
}
window.requestAnimationFrame = (callback) =>
  frameOf((time) => {
    drawn = null;
    callback(time);
    if (drawn && (reading || probe.mapColoured === null)) look(drawn);
  });

for (const name of ['click', 'keydown'] as const)
  addEventListener(
    name,
    (event) => {
      if (armed === name) probe.input ??= event.timeStamp;
    },
    true,
  );

/** The page's own picture: the paths of its SVG in at least four fills. */
function watchPicture(): void {
  const paths = [...document.querySelectorAll('#first svg path')];
  if (new Set(paths.map((path) => getComputedStyle(path).fill)).size >= 4) {
    probe.pictureFrame = performance.now();
    return void frameOf(() => (probe.afterPicture = performance.now()));
  }
  if (probe.ready === null) frameOf(watchPicture);
}
frameOf(watchPicture);

const root = new MutationObserver(() => {
  if (document.documentElement?.dataset['map'] !== 'ready') return;
  probe.ready = performance.now();
  root.disconnect();
});
root.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-map'] });
