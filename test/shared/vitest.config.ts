import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: [join(import.meta.dirname, 'look-for-it.ts')],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
