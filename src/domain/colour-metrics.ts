/**
 * How far colours lie apart and how they look to people with another colour vision: for the tests of ramps and patterns, and for
 * the preview of classes and colours.
 * Colours are hex `#rrggbb`, sRGB, white point D65.
 */
type Triple = readonly [number, number, number];

export const VISIONS = ['normal', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof VISIONS)[number];

/** Machado, Oliveira & Fernandes 2009, severity 1.0, rows applied to linear RGB. */
const SIMULATION: Record<Exclude<Vision, 'normal'>, readonly [Triple, Triple, Triple]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const byte = (v: number): string => {
  const encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, encoded)) * 255)
    .toString(16)
    .padStart(2, '0');
};

/** The colour as somebody with this vision sees it; `grey` is what a copying machine makes of it (relative luminance). */
export function simulated(hex: string, vision: Vision | 'grey'): string {
  if (vision === 'grey') return `#${byte(luminance(hex)).repeat(3)}`;
  return vision === 'normal' ? hex : `#${seen(hex, vision).map(byte).join('')}`;
}

/**
 * The same simulation as the values of an SVG `feColorMatrix` (4 rows of 5, row-major), for a filter whose
 * `color-interpolation-filters` is linearRGB; null for normal vision.
 */
export function visionMatrix(vision: Vision | 'grey'): string | null {
  if (vision === 'normal') return null;
  const luma: Triple = [0.2126, 0.7152, 0.0722];
  const rows = vision === 'grey' ? [luma, luma, luma] : SIMULATION[vision];
  return [...rows.map((row) => [...row, 0, 0].join(' ')), '0 0 0 1 0'].join(' ');
}

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const v = parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function seen(hex: string, vision: Vision): Triple {
  const rgb = linear(hex);
  if (vision === 'normal') return rgb;
  const clip = (v: number) => Math.min(1, Math.max(0, v));
  const [r, g, b] = SIMULATION[vision];
  return [clip(dot(r, rgb)), clip(dot(g, rgb)), clip(dot(b, rgb))];
}

/** Relative luminance, 0–1 (WCAG 2.2). */
export const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex));

/** Contrast ratio, 1–21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** CIELAB of a colour as somebody with this vision sees it. */
export function labOf(hex: string, vision: Vision = 'normal'): Triple {
  const rgb = seen(hex, vision);
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 colour difference of two CIELAB colours (Sharma, Wu & Dalal 2005); about 1 is just noticeable. */
export function deltaE(one: Triple, two: Triple): number {
  const rad = Math.PI / 180;
  const [L1, a1, b1] = one;
  const [L2, a2, b2] = two;
  const c7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 1.5 - 0.5 * Math.sqrt(c7 / (c7 + 25 ** 7));
  const C1 = Math.hypot(a1 * g, b1);
  const C2 = Math.hypot(a2 * g, b2);
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
  const h1 = hue(a1 * g, b1);
  const h2 = hue(a2 * g, b2);
  const grey = C1 * C2 === 0;
  const turn = h2 - h1;
  const dh = grey ? 0 : Math.abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360;
  const sum = h1 + h2;
  const h = grey ? sum : Math.abs(turn) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const L = (L1 + L2) / 2;
  const C = (C1 + C2) / 2;
  const cos = (degrees: number) => Math.cos(degrees * rad);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const dl = (L2 - L1) / sl;
  const dc = (C2 - C1) / (1 + 0.045 * C);
  const dH = (2 * Math.sqrt(C1 * C2) * Math.sin((dh * rad) / 2)) / (1 + 0.015 * C * t);
  const rt =
    -2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7)) * Math.sin(60 * rad * Math.exp(-(((h - 275) / 25) ** 2)));
  return Math.sqrt(dl ** 2 + dc ** 2 + dH ** 2 + rt * dc * dH);
}

/** CIEDE2000 between two hex colours under one vision. */
export const distance = (a: string, b: string, vision: Vision = 'normal'): number =>
  deltaE(labOf(a, vision), labOf(b, vision));
