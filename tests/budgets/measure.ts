import type { Page } from 'playwright-core';

export interface Loaded {
  url: string;
  /** CDP resource type: Document, Script, Stylesheet, Font, Fetch, … */
  type: string;
  /** Bytes on the wire, headers included. */
  bytes: number;
  mimeType: string;
}

interface Timing {
  name: string;
  transferSize: number;
  blocking: boolean;
}

/**
 * Every answer on the wire, in the order it was asked for; a worker's own script is not among them.
 * Sizes are the network stack's (`Network.loadingFinished.encodedDataLength`), after content coding.
 */
export async function record(page: Page): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  const byId = new Map<string, Loaded>();
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Network.responseReceived', ({ requestId, response, type }) => {
    const entry = { url: response.url, type, bytes: 0, mimeType: response.mimeType };
    byId.set(requestId, entry);
    if (/^https?:/.test(response.url)) loaded.push(entry);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = byId.get(requestId);
    if (entry) entry.bytes = encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  return loaded;
}

/** A worker's own script loads in another target than the page; the page's resource timing still has its size. */
export async function withWorkers(page: Page, loaded: readonly Loaded[]): Promise<Loaded[]> {
  const seen = new Set(loaded.map((f) => f.url));
  const timings = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((e) => {
      const { name, transferSize } = e as PerformanceResourceTiming;
      return { name, transferSize };
    }),
  );
  const workers = timings.filter((t) => !seen.has(t.name) && /\.m?js$/.test(t.name));
  const asLoaded = workers.map((t) => ({
    url: t.name,
    type: 'Script',
    bytes: t.transferSize,
    mimeType: 'text/javascript',
  }));
  return [...loaded, ...asLoaded];
}

/** Bytes that must have arrived before the browser may paint: the document and what blocks rendering. */
export async function beforeFirstPaint(page: Page): Promise<{ bytes: number; files: string[] }> {
  const timings = await page.evaluate((): Timing[] =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((e) => {
      const t = e as PerformanceResourceTiming & { renderBlockingStatus?: string };
      return {
        name: t.name,
        transferSize: t.transferSize,
        blocking: e.entryType === 'navigation' || t.renderBlockingStatus === 'blocking',
      };
    }),
  );
  const needed = timings.filter((t) => t.blocking);
  return { bytes: needed.reduce((sum, t) => sum + t.transferSize, 0), files: needed.map((t) => t.name) };
}

export const sum = (files: readonly Loaded[]): number => files.reduce((total, f) => total + f.bytes, 0);
export const isScript = (f: Loaded): boolean => f.mimeType.includes('javascript');
export const isStyle = (f: Loaded): boolean => f.mimeType.includes('css');
/** The chunk that brings MapLibre, or its worker. */
export const isEngine = (f: Loaded): boolean => isScript(f) && /MapCanvas|maplibre/.test(f.url);
