import type { MapTheme } from './spec';

/** Colours of everything on the map that is not data. */
export interface Palette {
  /** Beyond the metropolitan city. */
  background: string;
  /** Ground of the comuni around. */
  land: string;
  /** Ground of the city below the data; areas without colour show it. */
  paper: string;
  ink: string;
  mutedInk: string;
  /** Names around the city. */
  faintInk: string;
  hairline: string;
  street: string;
  streetOpacity: number;
  accent: string;
  /** Around names and the selected outline. */
  halo: string;
  cycleway: string;
  ztl: string;
}

/** Light and dark flavour. Grounds and inks are those of the page, so that map and page are one sheet. */
export const PALETTES: Record<MapTheme, Palette> = {
  light: {
    background: '#F1ECE3',
    land: '#F6F2EB',
    paper: '#FAF7F2',
    ink: '#1F1B16',
    mutedInk: '#4E463D',
    faintInk: '#736959',
    hairline: '#DDD4C6',
    street: '#3A3129',
    streetOpacity: 0.22,
    accent: '#B23A1E',
    halo: '#FAF7F2',
    cycleway: '#3B6E5A',
    ztl: '#6B6258',
  },
  dark: {
    background: '#0F1114',
    land: '#121418',
    paper: '#14161A',
    ink: '#EFEAE2',
    mutedInk: '#D2CBC0',
    faintInk: '#857F76',
    hairline: '#2B2F36',
    street: '#EFEAE2',
    streetOpacity: 0.16,
    accent: '#F0724F',
    halo: '#14161A',
    cycleway: '#8CC3AA',
    ztl: '#B8B0A5',
  },
};
