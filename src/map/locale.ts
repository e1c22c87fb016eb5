import type { Lang } from '../model/ids';

/** The few words the map engine itself prints, when a page that scrolls keeps the wheel and the single finger. */
const WORDS: Record<Lang, Record<string, string>> = {
  it: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl + rotella per ingrandire la mappa',
    'CooperativeGesturesHandler.MacHelpText': '⌘ + scorrimento per ingrandire la mappa',
    'CooperativeGesturesHandler.MobileHelpText': 'Usa due dita per muovere la mappa',
  },
  en: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl + scroll to zoom the map',
    'CooperativeGesturesHandler.MacHelpText': '⌘ + scroll to zoom the map',
    'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
  },
};

export const locale = (lang: Lang): Record<string, string> => WORDS[lang];
