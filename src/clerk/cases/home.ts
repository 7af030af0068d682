import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { caseInfo } from '../../casefile/case-info.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaMoment } from '../../model/moment.ts';
import { makeFolder } from '../files/folder.ts';
import { homeFolder, type World } from '../files/home-folder.ts';
import { placeFile, sweepParts } from '../files/place.ts';

const CASE_SUFFIX = '.kameng';

interface HomeState {
  lastCase?: string;
  /** Cases that were opened here, the last first. */
  known: string[];
}

const stateFile = (home: string): string => join(home, 'state.json');

function readState(home: string): HomeState {
  try {
    const state = JSON.parse(readFileSync(stateFile(home), 'utf8')) as Partial<HomeState>;
    const known = Array.isArray(state.known) ? state.known.filter((path) => typeof path === 'string') : [];
    return typeof state.lastCase === 'string' ? { lastCase: state.lastCase, known } : { known };
  } catch {
    // It only remembers which case was last used; without it nothing is lost.
    return { known: [] };
  }
}

/** Remembers the case for the next command. Says nothing where that cannot be kept. */
export function rememberCase(world: World, path: string): void {
  const home = homeFolder(world);
  sweepParts(home);
  const state = readState(home);
  if (state.lastCase === path && state.known.includes(path)) return;
  const known = [path, ...state.known.filter((other) => other !== path && existsSync(other))].slice(0, 1_000);
  keepState(home, { lastCase: path, known });
}

/** Takes back that a case was used that is no more: the one before it is the last again. */
export function forgetCase(world: World, path: string): void {
  const home = homeFolder(world);
  const state = readState(home);
  const known = state.known.filter((other) => other !== path);
  const [before] = known;
  const last = state.lastCase === path ? before : state.lastCase;
  keepState(home, { ...(last === undefined ? {} : { lastCase: last }), known });
}

function keepState(home: string, state: HomeState): void {
  try {
    makeFolder(home);
    placeFile(stateFile(home), [Buffer.from(JSON.stringify(state, null, 2))], { over: true });
  } catch {
    // A read-only home is no reason to fail a command that did its work.
  }
}

function casesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => extname(name) === CASE_SUFFIX)
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** All cases this user has: in the home folder, the current folder, and opened before. */
export function allCases(world: World): string[] {
  const home = homeFolder(world);
  const known = readState(home).known.filter((path) => existsSync(path));
  return [...new Set([...casesIn(home), ...casesIn(world.cwd), ...known])];
}

/** The cases of the current folder, for a question. */
export function casesHere(world: World): { path: string; name: string }[] {
  return casesIn(world.cwd).map((path) => ({ path, name: caseName(path) }));
}

/** What a case is called on the command line: its file without the ending. */
export const caseName = (path: string): string => basename(path, CASE_SUFFIX);

/**
 * Which case is meant: `--case`, else KAMENG_CASE, else the only one in the
 * current folder, else the one last used.
 * @throws KamengError CASE_NOT_FOUND, CASE_AMBIGUOUS, NO_CASE
 */
export function findCase(world: World, named: string | undefined): string {
  // A script whose variable is empty means some case, and not just the last one.
  if (named?.trim() === '')
    throw new KamengError('CASE_NOT_FOUND', '--case 后面是空的', {
      hints: ['写明案卷的文件或名字；kameng list 列出所有案卷'],
    });
  const wanted = named ?? world.env['KAMENG_CASE'];
  if (wanted) return resolveCase(world, wanted);
  const here = casesIn(world.cwd);
  if (here.length === 1) return here[0]!;
  if (here.length > 1) {
    throw new KamengError('CASE_AMBIGUOUS', `这个文件夹里有 ${here.length} 个案卷，不知道用哪一个`, {
      hints: here.slice(0, 9).map((path) => `加上 --case ${caseName(path)}`),
    });
  }
  const last = readState(homeFolder(world)).lastCase;
  if (last && existsSync(last)) return last;
  const all = allCases(world);
  if (all.length === 1) return all[0]!;
  throw new KamengError('NO_CASE', all.length === 0 ? '还没有案卷' : '没有指明用哪个案卷', {
    hints:
      all.length === 0
        ? ['kameng new 文件夹  从一个装着截图的文件夹新建案卷']
        : ['加上 --case 名字；kameng list 列出所有案卷'],
  });
}

function resolveCase(world: World, wanted: string): string {
  const asFile = resolve(world.cwd, wanted);
  const asPath = /[\\/]/.test(wanted) || wanted.endsWith(CASE_SUFFIX);
  if (/[\\/]/.test(wanted) || (asPath && existsSync(asFile))) return asFile;
  const all = allCases(world);
  const matches = all.filter((path) => caseName(path) === caseName(wanted));
  if (matches.length === 1) return matches[0]!;
  if (matches.length > 1) {
    throw new KamengError('CASE_AMBIGUOUS', `有 ${matches.length} 个案卷都叫“${wanted}”`, {
      hints: matches.map((path) => `加上 --case ${path}`),
    });
  }
  // A folder of screenshots often has the name that its case was given.
  if (asPath || isFile(asFile)) return asFile;
  const named = byTitle(all, wanted);
  if (named.length === 1) return named[0]!.path;
  if (named.length > 1) {
    throw new KamengError('CASE_AMBIGUOUS', `“${wanted}”可以是 ${named.length} 个案卷`, {
      hints: named.slice(0, 9).map(({ path, title }) => `${title}：--case ${caseName(path)}`),
    });
  }
  if (existsSync(asFile)) return asFile;
  throw new KamengError('CASE_NOT_FOUND', `没有叫“${wanted}”的案卷`, { hints: ['kameng list 列出所有案卷'] });
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The cases that a title, the name of a file or an id names, whole or else in part. */
function byTitle(paths: readonly string[], wanted: string): { path: string; title: string }[] {
  const word = bare(wanted);
  const cases = paths.flatMap((path) => {
    const info = peek(path);
    return info ? [{ path, ...info }] : [];
  });
  const whole = cases.filter(({ title, id }) => bare(title) === word || id === wanted);
  if (whole.length > 0) return whole;
  return cases.filter(
    ({ path, title, id }) =>
      bare(title).includes(word) || bare(caseName(path)).includes(word) || (word.length >= 4 && id.startsWith(word)),
  );
}

/** A case that cannot be opened has no title to be found by. */
function peek(path: string): { id: string; title: string } | undefined {
  try {
    const file = openCaseFile(path, () => chinaMoment(0));
    try {
      return caseInfo(file);
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof KamengError) return undefined;
    throw error;
  }
}

/** Where a new case goes: the path that `--case` names, or a free name in the home folder. */
export function placeNewCase(world: World, named: string | undefined, suggestion: string): string {
  if (named !== undefined) {
    const path =
      /[\\/]/.test(named) || named.endsWith(CASE_SUFFIX) ? resolve(world.cwd, named) : join(homeFolder(world), named);
    const withSuffix = path.endsWith(CASE_SUFFIX) ? path : path + CASE_SUFFIX;
    if (dirname(withSuffix) === homeFolder(world)) makeHome(world);
    return withSuffix;
  }
  const home = makeHome(world);
  for (let n = 1; ; n++) {
    const path = join(home, `${suggestion}${n === 1 ? '' : `-${n}`}${CASE_SUFFIX}`);
    if (!existsSync(path)) return path;
  }
}

function makeHome(world: World): string {
  const home = homeFolder(world);
  try {
    makeFolder(home);
  } catch (error) {
    throw new KamengError('HOME_READ_ONLY', `案卷文件夹建不起来：${home}`, {
      hints: ['用 KAMENG_HOME 指定一个可以写入的文件夹', '或用 --case 文件夹/名字.kameng'],
      cause: error,
    });
  }
  return home;
}
