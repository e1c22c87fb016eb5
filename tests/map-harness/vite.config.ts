import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The map alone on a page, for the tests that drive it and for looking at it: `npx vite build -c tests/map-harness/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte({ configFile: false })],
  publicDir: false,
  build: { target: 'es2022', emptyOutDir: true, outDir: '../../.tmp/map-harness' },
  worker: { format: 'es' },
});
