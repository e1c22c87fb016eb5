import type { Lang, Level } from './ids';

/** All that a link may say. The URL owns these decisions; the codec is in state/url.ts. */
export interface ViewState {
  indicator: string;
  level: Level;
  period: string;
  /** Code of the selected area at `level`, if any. */
  area: string | null;
  /** What fills the main room. */
  display: 'map' | 'table';
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
  mode: 'full' | 'embed' | 'kiosk';
}

/** Camera as in `#map=z/lat/lon`; null = fitted to the city. */
export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}
