import type { Capabilities } from '../model/capabilities';
import type { ViewState } from '../model/view';

/** Mode → what it may do. The only place that knows modes by name. */
const MODES: Record<ViewState['mode'], Capabilities> = {
  full: {
    layout: 'column',
    urlWrites: true,
    externalLinks: true,
    downloads: true,
    choices: true,
    preferences: true,
    openInAtlas: false,
    idleResetSeconds: null,
    cooperativeGestures: false,
    locked: false,
    target: 44,
  },
  embed: {
    layout: 'compact',
    urlWrites: false,
    externalLinks: true,
    downloads: false,
    choices: false,
    preferences: false,
    openInAtlas: true,
    idleResetSeconds: null,
    cooperativeGestures: true,
    locked: false,
    target: 44,
  },
  kiosk: {
    layout: 'column',
    urlWrites: false,
    externalLinks: false,
    downloads: false,
    choices: true,
    preferences: true,
    openInAtlas: false,
    idleResetSeconds: 90,
    cooperativeGestures: false,
    locked: true,
    target: 60,
  },
};

export const capabilitiesOf = (mode: ViewState['mode']): Capabilities => MODES[mode];
