import { createRequire } from 'node:module';

/** jsdom comes without types; this much of it is used here. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new () => { window: { DOMParser: typeof DOMParser } };
};

/** Parses XML as a browser does. Throws on text that is not well formed. */
export function parseXml(text: string): Document {
  const doc = new new JSDOM().window.DOMParser().parseFromString(text, 'application/xml');
  const fault = doc.querySelector('parsererror');
  if (fault) throw new Error(fault.textContent ?? 'not well formed');
  return doc;
}
