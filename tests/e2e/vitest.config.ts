import { defineConfig } from 'vitest/config';

process.env.TZ = 'Europe/Rome';

/** The built site in a real Chromium. One file after another: software WebGL wants the processor for itself. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts', 'tests/budgets/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A second, the default, is short for a browser that draws without a graphics card on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    env: { TZ: 'Europe/Rome' },
  },
});
