import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { basename, join, resolve } from 'node:path';

export interface FoundFile {
  path: string;
  name: string;
  bytes: number;
  modifiedMs: number;
}

export interface Refusal {
  path: string;
  code: 'NOT_FOUND' | 'LINK' | 'NOT_A_FILE' | 'UNREADABLE' | 'CHANGED' | 'CASE_ITSELF';
  why: string;
}

export interface Walk {
  files: FoundFile[];
  refused: Refusal[];
  /** Left out without a word: what operating systems put into folders, and what a saved chat's pages look like. */
  ignored: string[];
}

const LITTER = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized', '__macosx']);
/** What Telegram puts beside the pages of a chat for their looks; what was sent lies in other folders. */
const LOOKS = ['css', 'images', 'js'];
const hasTelegramPages = (names: readonly string[]): boolean =>
  names.includes('messages.html') && LOOKS.every((one) => names.includes(one));

/**
 * Finds the files behind paths, folders included, in a stable order. Links are
 * not followed: what they point to can change or lie outside of what was meant.
 * @param cwd where relative paths start
 */
export function walk(paths: readonly string[], cwd: string, skip: { caseFile?: string } = {}): Walk {
  const found: Walk = { files: [], refused: [], ignored: [] };
  const seen = new Set<string>();
  for (const path of paths)
    visit(resolve(cwd, path), found, seen, skip.caseFile === undefined ? undefined : resolve(skip.caseFile), true);
  return found;
}

function visit(path: string, found: Walk, seen: Set<string>, caseFile: string | undefined, named: boolean): void {
  if (seen.has(path)) return;
  seen.add(path);
  const stats = statOf(path, found);
  if (!stats) return;
  if (stats.isSymbolicLink()) {
    found.refused.push({ path, code: 'LINK', why: '是链接，请直接添加它指向的文件' });
  } else if (stats.isDirectory()) {
    let names: string[];
    try {
      names = readdirSync(path).toSorted();
    } catch {
      found.refused.push({ path, code: 'UNREADABLE', why: '文件夹没有读取权限' });
      return;
    }
    const looks = hasTelegramPages(names) ? LOOKS : [];
    for (const name of names) {
      if (LITTER.has(name.toLowerCase()) || looks.includes(name)) found.ignored.push(join(path, name));
      else visit(join(path, name), found, seen, caseFile, false);
    }
  } else if (!stats.isFile()) {
    found.refused.push({ path, code: 'NOT_A_FILE', why: '不是普通文件' });
  } else if (caseFile !== undefined && (path === caseFile || path === `${caseFile}-journal`)) {
    if (named) found.refused.push({ path, code: 'CASE_ITSELF', why: '是案卷自己' });
    else found.ignored.push(path);
  } else {
    found.files.push({ path, name: basename(path), bytes: stats.size, modifiedMs: stats.mtimeMs });
  }
}

function statOf(path: string, found: Walk): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    found.refused.push({
      path,
      code: missing ? 'NOT_FOUND' : 'UNREADABLE',
      why: missing ? '没有这个文件或文件夹' : '没有读取权限',
    });
    return undefined;
  }
}
