import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { checkView } from './view';
import type { World } from './world';

/** Larger images would weigh on everyone who opens the story. */
const MOST_IMAGE_BYTES = 200_000;
const IMAGE: Record<string, string> = { '.png': 'png', '.jpg': 'jpeg', '.jpeg': 'jpeg', '.webp': 'webp' };

/** A view of the atlas, checked and in its shortest form, or a page elsewhere. */
export function checkLink(url: string, world: World, fault: (what: string) => void): string {
  if (url.startsWith('?')) {
    const shown = checkView(url, world, fault);
    return shown ? `./${shown.query}${shown.hash}` : '';
  }
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/.test(url))
    fault(`"${url}" is no link: write https://… or a view of the atlas from "?" on`);
  return url;
}

/** An image beside the story as part of its text; '' where something is wrong with it. */
export function readImage(url: string, alt: string, folder: string, fault: (what: string) => void): string {
  if (!alt.trim()) fault(`image ${url} has no alternative text: ![what it shows](${url})`);
  const type = IMAGE[extname(url).toLowerCase()];
  const path = join(folder, url);
  if (!type || basename(url) !== url)
    fault(`image "${url}": expected the name of a .jpg, .png or .webp file beside the story`);
  else if (!existsSync(path)) fault(`image "${url}" is not there`);
  else {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_IMAGE_BYTES)
      fault(
        `image "${url}" has ${Math.ceil(bytes.length / 1000)} kB, more than ${MOST_IMAGE_BYTES / 1000}: make it smaller`,
      );
    return `data:image/${type};base64,${bytes.toString('base64')}`;
  }
  return '';
}
