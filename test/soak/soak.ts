/**
 * Breaks the built program off in every way and looks at what is left: npm run soak [-- --short] [-- --runs 500]
 * [-- --seed N] [-- --only kills,faults,odd,bits].
 *
 * The shim needs Linux and a C compiler; without them its part is left out, and that is said.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bits } from './bits.ts';
import { compileShim, makeBag, makeRichCase, openDesk, seeded } from './desk.ts';
import { failures } from './faults.ts';
import { kills } from './kills.ts';
import { oddities } from './odd.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const short = values.short ?? false;
const runs = Number(values.runs ?? (short ? 50 : 500));
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const parts = values.only?.split(',') ?? ['kills', 'faults', 'odd', 'bits'];

const root = mkdtempSync(join(tmpdir(), 'soak-'));
/** Calls that fail in the short form: one for each kind of fault. */
const ERRORS_SHORT = 7;
let bad = 0;
const step = async (name: string, work: () => Promise<number>): Promise<void> => {
  const start = performance.now();
  console.log(`${name}:`);
  const found = await work();
  bad += found;
  console.log(
    `  ${found === 0 ? 'nothing bad' : `${found} BAD`}, ${((performance.now() - start) / 1000).toFixed(0)} s`,
  );
};

try {
  console.log(`soak, seed ${seed}`);
  const below = seeded(seed);
  const desk = openDesk(join(root, 'base'));
  const base = await makeRichCase(desk, 'base.kameng');
  const bag = await makeBag(desk, base);
  const { shim, why } = compileShim(root);
  const setting = { root, base, bag, shim, below, turn: seed };
  if (parts.includes('kills'))
    await step(`killed ${runs} times${shim ? '' : ` (at any moment only: ${why})`}`, () => kills(setting, runs));
  if (parts.includes('faults') && shim)
    await step('calls of the system that fail', () => failures(setting, short ? ERRORS_SHORT : runs));
  else if (parts.includes('faults')) console.log(`calls of the system that fail: skipped, ${why}`);
  if (parts.includes('odd')) await step('odd files, clocks and neighbours', () => oddities(setting));
  if (parts.includes('bits'))
    await step('flipped bits and cuts', () =>
      bits(setting, short ? { flips: 60, cuts: 20 } : { flips: runs, cuts: Math.ceil(runs / 5) }),
    );
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(bad === 0 ? 'soak: nothing was lost' : `soak: ${bad} BAD, again with --seed ${seed}`);
process.exitCode = bad === 0 ? 0 : 1;
