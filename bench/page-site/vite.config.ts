import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The page of bench/page.ts: the atlas's map and plain MapLibre, one above the other. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte({ configFile: false })],
  publicDir: '../../public',
  build: { target: 'es2022' },
  worker: { format: 'es' },
});
