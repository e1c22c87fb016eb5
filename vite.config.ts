import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { firstPictureHtml } from './data-build/first-picture-html';
import type { FirstPicture } from './data-build/steps/first-picture';
import type { Manifest } from './src/model/manifest';

/** Puts the first picture into the page, so that it stands there before any script has run. */
function firstPicture(): Plugin {
  return {
    name: 'first-picture',
    transformIndexHtml(html) {
      const read = <T>(name: string): T => JSON.parse(readFileSync(`public/data/${name}`, 'utf8')) as T;
      const picture = read<FirstPicture>('first-picture.json');
      const manifest = read<Manifest>('manifest.json');
      const shown = manifest.indicators.find((s) => s.id === manifest.defaultView.indicator);
      if (!shown) throw new Error('the default view names an indicator the manifest does not list');
      return html.replace('<!--first-picture-->', () =>
        firstPictureHtml(picture, shown.question.it, shown.ramp),
      );
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte(), firstPicture()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { port: 5173, strictPort: false },
});
