import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as compose from '../../src/letters/compose.ts';
import type * as deadlines from '../../src/law/deadlines/deadlines.ts';
import type * as grounding from '../../src/grounding/ground.ts';
import type * as lawDays from '../../src/law/route/law-days.ts';
import type * as numbers from '../../src/law/rules/numbers.ts';
import type * as route from '../../src/law/route/route.ts';
import type * as rules from '../../src/law/rules/index.ts';
import type * as situations from '../../src/law/route/situation-of.ts';
import type * as standings from '../../src/law/route/standing.ts';
import type * as steps from '../../src/law/steps/next-steps.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The parts of the program that answer from the law, as one set of knowledge makes them. */
export interface House {
  composeLetter: typeof compose.composeLetter;
  countRule: typeof deadlines.countRule;
  deadlinesOf: typeof deadlines.deadlinesOf;
  groundLetter: typeof grounding.groundLetter;
  lawDaysOf: typeof lawDays.lawDaysOf;
  sayNumbers: typeof numbers.sayNumbers;
  route: typeof route.route;
  ruleOf: typeof rules.ruleOf;
  situationOf: typeof situations.situationOf;
  standingOf: typeof standings.standingOf;
  nextSteps: typeof steps.nextSteps;
}

async function houseAt(root: string): Promise<House> {
  const load = async (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'src', path)).href);
  const parts = await Promise.all(
    [
      'letters/compose.ts',
      'law/deadlines/deadlines.ts',
      'grounding/ground.ts',
      'law/route/law-days.ts',
      'law/rules/numbers.ts',
      'law/route/route.ts',
      'law/rules/index.ts',
      'law/route/situation-of.ts',
      'law/route/standing.ts',
      'law/steps/next-steps.ts',
    ].map(load),
  );
  return Object.assign({}, ...(parts as object[])) as House;
}

/** The house as it is. */
export const ourHouse = (): Promise<House> => houseAt(ROOT);

/**
 * The house as it would be if files of the law were changed: a copy of the program with these files edited, its
 * knowledge built anew. Nothing of ours is stood in for.
 * @param edits of files under `knowledge/law`
 * @returns the house, and what removes the copy
 * @throws Error with what the build says, when it refuses them
 */
export async function houseWith(
  edits: Readonly<Record<string, (text: string) => string>>,
): Promise<{ house: House; clear: () => void }> {
  const copy = mkdtempSync(join(tmpdir(), 'kameng-law-'));
  const clear = (): void => rmSync(copy, { recursive: true, force: true });
  for (const part of ['src', 'tools', 'knowledge', 'templates', 'docs/help', 'package.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(copy, 'knowledge/law', file);
    writeFileSync(path, edit(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')));
  }
  try {
    execFileSync(process.execPath, [join(copy, 'tools/build-knowledge.ts')], { stdio: 'pipe' });
    return { house: await houseAt(copy), clear };
  } catch (error) {
    clear();
    throw error;
  }
}
