import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { SHARED } from './folder.ts';

if (!existsSync(SHARED)) {
  throw new Error(
    `npm run test:shared compares the project with material that is not part of it and lies in ${SHARED}. ` +
      'That folder is not there. Everything else is tested by npm test.',
  );
}

export default defineConfig({
  test: { dir: import.meta.dirname, include: ['*.test.ts'], testTimeout: 60_000, maxWorkers: 1 },
});
