import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { firstPictureHtml } from './data-build/first-picture-html';
import { socialTags } from './data-build/social-tags';
import type { FirstPicture } from './data-build/steps/first-picture';
import type { Config } from './data-build/trust/config';
import { storyPagesPlugin } from './scripts/story-pages/plugin';
import { storyPreview } from './scripts/story-pages/preview';
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
      // Where the data root will stand on the web is the keepers' to say; the page stands one folder above it.
      const { baseUrl } = JSON.parse(readFileSync('data-build/editions.json', 'utf8')) as Pick<
        Config,
        'baseUrl'
      >;
      const site = baseUrl ? new URL('..', baseUrl).href : null;
      return html
        .replace('<!--social-->', () => socialTags(picture, site))
        .replace('<!--first-picture-->', () => firstPictureHtml(picture, shown.question.it, shown.ramp));
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte(), firstPicture(), storyPagesPlugin(), storyPreview()],
  build: {
    target: 'es2022',
    // Styles must come before their part is shown; listing the scripts of every lazy part as well would weigh on the first visit.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, deps) => deps.filter((dep) => dep.endsWith('.css')),
    },
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first view and the lazy parts share goes in one file: a score of small ones cost the first visit ten kilobytes
        // of headers.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /[\\/]node_modules[\\/](svelte|esm-env|clsx|valibot)[\\/]|[\\/]src[\\/](model[\\/](cell|ids|unit|view|manifest)|domain[\\/](cells|format|compare|grammar|phrases|round|classify|symbols|colour|spread|announce|sentence|legend)|map[\\/](camera|palette|order|layers[\\/]context)|ui[\\/](Icon|IconButton|Swatch))\.(ts|svelte)|preload-helper|rolldown[\\/]runtime/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { port: 5173, strictPort: false },
});
