import { defineConfig } from 'vitest/config';

/** Needs a Chromium of the system: `npm run test:browser`. */
export default defineConfig({
  test: { dir: import.meta.dirname, include: ['**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
});
