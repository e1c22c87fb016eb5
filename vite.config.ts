import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { firstPictureHtml } from './data-build/first-picture-html';

/** Puts the first picture into the page, so that it stands there before any script has run. */
function firstPicture(): Plugin {
  return {
    name: 'first-picture',
    transformIndexHtml(html) {
      const json = readFileSync('public/data/first-picture.json', 'utf8');
      return html.replace('<!--first-picture-->', () => firstPictureHtml(JSON.parse(json)));
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
