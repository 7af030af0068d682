import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renameCase } from '../../src/casefile/case-info.ts';
import { createCaseFile, openCaseFile } from '../../src/casefile/open-case.ts';
import { listCases } from '../../src/clerk/cases/all-cases.ts';
import { type LineFound, linesOf, takeLines } from '../../src/clerk/cases/lines.ts';
import { assignFacts } from '../../src/clerk/intake/reconcile-facts.ts';
import type { World } from '../../src/clerk/files/home-folder.ts';
import { WorkedOut, workOut } from '../../src/clerk/cases/worked-out.ts';
import { KamengError } from '../../src/model/errors.ts';
import { temporaryFolder } from '../support/folder.ts';

const NOW = '2026-11-22T10:00:00+08:00';
const now = (): string => NOW;

function aHome(): { world: World; path: string; kept: string } {
  const folder = temporaryFolder();
  const home = join(folder, 'home');
  mkdirSync(home);
  const path = join(home, 'a.kameng');
  createCaseFile(path, '标题甲', now).close();
  return {
    world: { env: { KAMENG_HOME: home }, cwd: folder, platform: 'linux' },
    path,
    kept: join(home, 'cache/x.json'),
  };
}

/** Asks for a value; says whether it was worked out. */
function ask(world: World, path: string, day = '2026-11-22'): boolean {
  const kept = new WorkedOut<number>(world, 'x', day);
  const known = kept.known(path);
  if (known === undefined)
    kept.add(
      path,
      workOut(world.env['KAMENG_HOME']!, path, () => 7),
    );
  kept.keep();
  return known !== 7;
}

function change(path: string, work: (file: ReturnType<typeof openCaseFile>) => void): void {
  const file = openCaseFile(path, now);
  work(file);
  file.close();
}

describe('what was worked out of a case', () => {
  test('is kept while nothing changes', () => {
    const { world, path } = aHome();
    expect([ask(world, path), ask(world, path), ask(world, path)]).toEqual([true, false, false]);
  });

  test('is worked out again on another day', () => {
    const { world, path } = aHome();
    expect([ask(world, path), ask(world, path, '2026-11-23'), ask(world, path)]).toEqual([true, true, true]);
  });

  test('is worked out again after a change, though size and time are put back', () => {
    const { world, path } = aHome();
    ask(world, path);
    const { atime, mtime, size } = statSync(path);
    change(path, (file) => renameCase(file, '标题乙'));
    utimesSync(path, atime, mtime);
    expect(statSync(path).size).toBe(size);
    expect(ask(world, path)).toBe(true);
  });

  test('is worked out again when another file with the same time has taken the place', () => {
    const { world, path } = aHome();
    ask(world, path);
    const { atime, mtime } = statSync(path);
    copyFileSync(path, `${path}.copy`);
    utimesSync(`${path}.copy`, atime, mtime);
    renameSync(`${path}.copy`, path);
    expect(ask(world, path)).toBe(true);
  });

  test('is not asked while a change is under way or was broken off', () => {
    const { world, path } = aHome();
    ask(world, path);
    writeFileSync(`${path}-journal`, '');
    expect([ask(world, path), ask(world, path)]).toEqual([true, true]);
  });

  test('is not kept of a case that lies elsewhere, nor behind a link', () => {
    const { world, path, kept } = aHome();
    const elsewhere = join(world.cwd, 'b.kameng');
    createCaseFile(elsewhere, '别处', now).close();
    const link = join(world.env['KAMENG_HOME']!, 'c.kameng');
    symlinkSync(elsewhere, link);
    expect([ask(world, elsewhere), ask(world, elsewhere), ask(world, link), ask(world, link)]).not.toContain(false);
    expect(existsSync(kept)).toBe(false);
    ask(world, path);
    expect(Object.keys((JSON.parse(readFileSync(kept, 'utf8')) as { of: object }).of)).toEqual([path]);
  });

  test('is not kept when it was written to while it was read', () => {
    const { world, path } = aHome();
    const kept = new WorkedOut<number>(world, 'x', '2026-11-22');
    const found = workOut(world.env['KAMENG_HOME']!, path, () => {
      change(path, (file) => renameCase(file, '标题乙'));
      return 7;
    });
    kept.add(path, found);
    kept.keep();
    expect(ask(world, path)).toBe(true);
  });

  test('goes when its case is gone, and garbage in its place is no trouble', () => {
    const { world, path, kept } = aHome();
    ask(world, path);
    new WorkedOut<number>(world, 'x', '2026-11-22').keep();
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ of: {} });
    for (const garbage of ['{', '[]', '{"of":3}', 'null']) {
      writeFileSync(kept, garbage);
      expect(ask(world, path)).toBe(true);
    }
  });
});

test('the list says at once what another run wrote', async () => {
  const { world, path } = aHome();
  const amounts = async (): Promise<(string | null | undefined)[]> =>
    (await listCases(world, now)).map(({ value }) => value?.amount);
  expect([await amounts(), await amounts()]).toEqual([[null], [null]]);
  change(path, (file) => assignFacts(file, [['amount', '58.80']]));
  expect([await amounts(), await amounts()]).toEqual([['58.80'], ['58.80']]);
  change(path, (file) => assignFacts(file, [['amount', '96.50']]));
  expect(await amounts()).toEqual(['96.50']);
});

test('two threads come to what one does, with what is wrong with a case', async () => {
  const { world, path } = aHome();
  const home = world.env['KAMENG_HOME']!;
  change(path, (file) => assignFacts(file, [['amount', '58.80']]));
  for (let i = 0; i < 199; i++) copyFileSync(path, join(home, `b${String(i).padStart(3, '0')}.kameng`));
  writeFileSync(join(home, 'b100.kameng'), 'not a case');
  const paths = readdirSync(home)
    .filter((name) => name.endsWith('.kameng'))
    .map((name) => join(home, name));
  const inOrder = (lines: readonly LineFound[]): LineFound[] => lines.toSorted((a, b) => a.path.localeCompare(b.path));
  const both = await linesOf({ home, at: NOW, paths });
  const alone = takeLines({ home, at: NOW, paths, taken: new Int32Array(new SharedArrayBuffer(4)) });
  expect(inOrder(both)).toEqual(inOrder(alone));
  expect(both).toHaveLength(200);

  const listed = await listCases(world, now);
  expect(listed.map((one) => one.path)).toEqual(paths.toSorted());
  expect(listed.filter(({ value }) => value?.amount === '58.80')).toHaveLength(199);
  const wrong = listed.find((one) => one.trouble)!;
  expect(wrong.path).toBe(join(home, 'b100.kameng'));
  expect(wrong.trouble).toBeInstanceOf(KamengError);
  expect(wrong.trouble).toMatchObject({ code: 'CASE_NOT_SQLITE' });
  expect(wrong.trouble!.hints).not.toEqual([]);
});
