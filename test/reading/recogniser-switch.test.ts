import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Reads with the recogniser and tells what its process was given, written down before anything of it is loaded. */
function switchOf(env: NodeJS.ProcessEnv): string {
  const told = join(temporaryFolder(), 'told');
  const hook = `import { writeFileSync } from 'node:fs';
    if (process.argv[1]?.includes('recogniser-process'))
      writeFileSync(process.env.TOLD, String(process.env.ORT_DISABLE_TELEMETRY));`;
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { openRecogniser, closeRecogniser } = await import('./src/reading/readers/picture/recogniser.ts');
       await openRecogniser(); await closeRecogniser();`,
    ],
    {
      cwd: ROOT,
      env: { ...env, TOLD: told, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` },
    },
  );
  return readFileSync(told, 'utf8');
}

test('the process that loads the recogniser has its telemetry switched off before anything is loaded', () => {
  const { ORT_DISABLE_TELEMETRY: _, ...without } = process.env;
  expect(switchOf(without)).toBe('1');
});

test('and also where the environment switches it on', () => {
  expect(switchOf({ ...process.env, ORT_DISABLE_TELEMETRY: '0' })).toBe('1');
});
