import type { Lang, Text } from '../model/ids';

/** One plain sentence per kind of data error; `kind` is that of the data floor's DataError, read structurally. */
const WORDS: Record<string, Text> = {
  network: {
    it: 'La rete non risponde.',
    en: 'The network does not answer.',
  },
  timeout: {
    it: 'Il server ci mette troppo.',
    en: 'The server takes too long.',
  },
  missing: { it: 'Sul server manca un file dei dati.', en: 'A data file is missing on the server.' },
  'http-status': { it: 'Il server rifiuta la richiesta.', en: 'The server refuses the request.' },
  'html-instead': {
    it: 'Al posto dei dati il server manda una pagina.',
    en: 'The server sends a page instead of the data.',
  },
  'newer-schema': {
    it: 'I dati sono più nuovi di questa pagina: ricaricala.',
    en: 'The data are newer than this page: reload it.',
  },
  truncated: {
    it: 'Un file arriva a metà.',
    en: 'A file arrives cut short.',
  },
  'range-unsupported': {
    it: 'Il server non sa mandare parti di file, e il file intero non arriva.',
    en: 'The server cannot send parts of a file, and the whole file does not arrive.',
  },
  swapped: {
    it: 'Sul server c’è un altro file di mappa con lo stesso nome.',
    en: 'The server holds another map file under the same name.',
  },
  'stale-edition': {
    it: 'L’edizione dei dati è cambiata: ricarica la pagina.',
    en: 'The edition of the data has changed: reload the page.',
  },
};
const OTHER: Text = {
  it: 'Un file dei dati è rovinato e non lo mostro.',
  en: 'A data file is damaged and is not shown.',
};

export function troubleWords(error: unknown, lang: Lang): string {
  const kind = typeof error === 'object' && error !== null && 'kind' in error ? String(error.kind) : '';
  return (WORDS[kind] ?? OTHER)[lang];
}
