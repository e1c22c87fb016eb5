import type { ColourTheme } from './colour';

/** Grounds and inks of the page, for what is drawn without its style sheet; a test compares them with src/app/app.css. */
export interface PageColours {
  paper: string;
  ink: string;
  muted: string;
  hairline: string;
  strongLine: string;
  accent: string;
  /** Ground around the city. */
  land: string;
}

export const PAGE_COLOURS: Record<ColourTheme, PageColours> = {
  light: {
    paper: '#faf7f2',
    ink: '#1f1b16',
    muted: '#655c52',
    hairline: '#e0d8cb',
    strongLine: '#b9ad9c',
    accent: '#a8351b',
    land: '#f6f2eb',
  },
  dark: {
    paper: '#14161a',
    ink: '#efeae2',
    muted: '#aaa399',
    hairline: '#2d3138',
    strongLine: '#565b64',
    accent: '#f0724f',
    land: '#121418',
  },
};
