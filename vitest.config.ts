import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// Dates and numbers are printed for Bologna; a test must not depend on where the machine stands.
process.env.TZ = 'Europe/Rome';

const shared = { env: { TZ: 'Europe/Rome' }, restoreMocks: true, unstubGlobals: true } as const;

/**
 * Two projects: everything that is plain TypeScript runs in Node; `*.svelte.test.ts` mounts components in jsdom.
 * The end-to-end cases have a configuration of their own: tests/e2e/vitest.config.ts.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte({ configFile: false, compilerOptions: { dev: true } })],
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'data-build/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/*.svelte.test.ts', 'tests/e2e/**', 'node_modules/**'],
        },
      },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: {
          ...shared,
          name: 'component',
          environment: 'jsdom',
          include: ['src/**/*.svelte.test.ts', 'tests/component/**/*.svelte.test.ts'],
        },
      },
    ],
  },
});
