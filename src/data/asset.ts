import { getBytes, retrying, transport } from './request';

/** A file of the page itself: a font. Throws `DataError`. */
export function loadAsset(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const t = transport();
  return retrying(t, 2, () => getBytes(t, url));
}

/** A public file below the data root that the manifest does not name: the stable addresses of api/v1. Throws `DataError`. */
export async function loadPublicJson(dataUrl: string, path: string): Promise<unknown> {
  const { parseAs } = await import('./load');
  const { unknown } = await import('valibot');
  const url = dataUrl + path;
  return parseAs(unknown(), await loadAsset(url), url);
}
