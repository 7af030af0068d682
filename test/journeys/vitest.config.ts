import { defineConfig } from 'vitest/config';

/** The built program from end to end, in terminals and beside other programs: `npm run test:journeys`. */
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
