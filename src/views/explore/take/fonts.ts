import serif from '@fontsource/lora/files/lora-latin-600-normal.woff2?url';
import bold from '@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2?url';
import sans from '@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2?url';
import { loadAsset } from '../../../data/asset';

const FACES = [
  { family: 'Titillium Web', weight: 400, url: sans },
  { family: 'Titillium Web', weight: 600, url: bold },
  { family: 'Lora', weight: 600, url: serif },
];

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

let kept: Promise<string> | null = null;

/** The faces of a picture as a style sheet of data addresses, so that it looks the same wherever it is opened; about 65 kB. */
export function fontCss(): Promise<string> {
  kept ??= Promise.all(
    FACES.map(async ({ family, weight, url }) => {
      const data = base64(await loadAsset(url));
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
    }),
  ).then(
    (rules) => rules.join(''),
    (error: unknown) => {
      kept = null;
      throw error;
    },
  );
  return kept;
}
