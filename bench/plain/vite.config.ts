import { defineConfig } from 'vite';

/** The plain page beside which the atlas is measured; never part of dist. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  build: { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
});
