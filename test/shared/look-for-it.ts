import { existsSync } from 'node:fs';
import { SHARED } from './folder.ts';

/** Says what these tests are and what is missing, before any of them fails on a file that is not there. */
export function setup(): void {
  if (existsSync(SHARED)) return;
  throw new Error(
    `npm run test:shared compares the project with material that is not part of it and lies in ${SHARED}. ` +
      'That folder is not there. Everything else is tested by npm test.',
  );
}
