import type { MapTheme } from './spec';

/** Colours of everything on the map that is not data. */
export interface Palette {
  /** Everything around the city; one tone, so that the 4 km² where city and comuni sources disagree show no gap. */
  land: string;
  /** Ground of the city below the data; areas without colour show it. */
  paper: string;
  ink: string;
  mutedInk: string;
  /** Names around the city. */
  faintInk: string;
  hairline: string;
  /** Between areas where circles stand on bare ground. */
  border: string;
  /** A dark edge shows on pale colours, a pale line on dark ones: together they show on any. */
  street: { edge: string; line: string; edgeOpacity: number; lineOpacity: number };
  accent: string;
  /** Around names and the selected outline. */
  halo: string;
  cycleway: string;
  ztl: string;
}

/** Light and dark flavour. Grounds and inks are those of the page, so that map and page are one sheet. */
export const PALETTES: Record<MapTheme, Palette> = {
  light: {
    land: '#F6F2EB',
    paper: '#FAF7F2',
    ink: '#1F1B16',
    mutedInk: '#4E463D',
    faintInk: '#736959',
    hairline: '#DDD4C6',
    border: '#B9AE9F',
    street: { edge: '#2A221B', line: '#FAF7F2', edgeOpacity: 0.2, lineOpacity: 0.28 },
    accent: '#B23A1E',
    halo: '#FAF7F2',
    cycleway: '#3B6E5A',
    ztl: '#6B6258',
  },
  dark: {
    land: '#121418',
    paper: '#14161A',
    ink: '#EFEAE2',
    mutedInk: '#D2CBC0',
    faintInk: '#857F76',
    hairline: '#2B2F36',
    border: '#4A4F58',
    street: { edge: '#0B0C0F', line: '#EFEAE2', edgeOpacity: 0.3, lineOpacity: 0.2 },
    accent: '#F0724F',
    halo: '#14161A',
    cycleway: '#8CC3AA',
    ztl: '#B8B0A5',
  },
};

/** Relative luminance of a hex colour (WCAG 2). */
export function luminance(hex: string): number {
  const n = Number.parseInt(hex.slice(1), 16);
  const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = [n >> 16, (n >> 8) & 255, n & 255].map((v) => linear(v / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio of two hex colours, 1–21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Lettering on a colour: ink or paper, whichever is easier to read. */
export const letterOn = (ground: string, { ink, paper }: Palette): string =>
  contrast(ground, ink) >= contrast(ground, paper) ? ink : paper;
