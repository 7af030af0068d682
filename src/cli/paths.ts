import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What of the computer decides which path is meant. */
export interface Ground {
  exists(path: string): boolean;
  home: string;
  platform: NodeJS.Platform;
}

/** The ground on which a command stands. */
export const groundOf = ({
  cwd,
  env,
  platform,
}: {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
}): Ground => ({
  exists: (path) => existsSync(resolve(cwd, path)),
  home: env[platform === 'win32' ? 'USERPROFILE' : 'HOME'] || homedir(),
  platform,
});

const NOWHERE: Ground = { exists: () => false, home: '', platform: 'linux' };
const PAIRS: Record<string, string> = { '"': '"', "'": "'", '“': '”', '‘': '’', '「': '」' };
const WINDOWS = /^(?:&\s*)?["'“‘]?(?:[A-Za-z]:[\\/]|\\\\)/;

interface Word {
  text: string;
  quoted: boolean;
  start: number;
  end: number;
}

/**
 * The paths in a line that was dragged, pasted or typed: quoted as GNOME, macOS, Windows and Chinese keyboards quote,
 * file:// addresses, backslashed blanks, and paths with blanks and no quotes at all where such a file is there.
 */
export function splitPaths(line: string, ground: Ground = NOWHERE): string[] {
  const text = line.trim().replace(/^&\s+(?=["'])/, '');
  if (text === '') return [];
  const whole = expand(text, ground);
  if (ground.exists(whole)) return [whole];
  const words = wordsOf(text, WINDOWS.test(text));
  const paths: string[] = [];
  for (let i = 0; i < words.length;) {
    const run = longestThere(text, words, i, ground);
    if (run) {
      paths.push(run.path);
      i = run.next;
    } else paths.push(expand(words[i++]!.text, ground));
  }
  return paths;
}

/** A path as an argument of the command line: the shell has taken its quotes, other keyboards' are still there. */
export function meantPath(path: string, ground: Ground): string {
  if (path === '-' || ground.exists(path)) return path;
  const bare = path.trim();
  const unquoted = PAIRS[bare[0] ?? ''] === bare.at(-1) && bare.length > 2 ? bare.slice(1, -1).trim() : bare;
  const meant = expand(unquoted, ground);
  return ground.exists(meant) ? meant : path.startsWith('~') || path.startsWith('file://') ? meant : path;
}

/** Words in a row that are one path with blanks in it. */
function longestThere(
  text: string,
  words: readonly Word[],
  from: number,
  ground: Ground,
): { path: string; next: number } | undefined {
  if (words[from]!.quoted || ground.exists(expand(words[from]!.text, ground))) return undefined;
  for (let to = words.length - 1; to > from; to--) {
    if (words.slice(from, to + 1).some((word) => word.quoted)) continue;
    const path = expand(text.slice(words[from]!.start, words[to]!.end), ground);
    if (ground.exists(path)) return { path, next: to + 1 };
  }
  return undefined;
}

/** Parted at blanks outside of quotes; quotes may stand inside a word, as in `'it'\''s.png'`. */
function wordsOf(text: string, windows: boolean): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (/\s/.test(sign)) {
      word = undefined;
      continue;
    }
    if (!word) words.push((word = { text: '', quoted: false, start: i, end: i }));
    const closing = PAIRS[sign];
    const end = closing === undefined ? -1 : text.indexOf(closing, i + 1);
    if (end > i) {
      const inside = text.slice(i + 1, end);
      word.text += sign === '"' && !windows ? inside.replace(/\\(["\\$`])/g, '$1') : inside;
      word.quoted = true;
      i = end;
    } else if (sign === '\\' && !windows && i + 1 < text.length) word.text += text[++i];
    else word.text += sign;
    word.end = i + 1;
  }
  return words;
}

function expand(path: string, { home, platform, exists }: Ground): string {
  if (/^file:\/\//i.test(path)) {
    try {
      return fileURLToPath(path);
    } catch {
      return path;
    }
  }
  if (home !== '' && /^~(?:[\\/]|$)/.test(path)) return join(home, path.slice(2));
  // A Windows path under WSL, where the drives are folders.
  const drive = platform === 'win32' ? null : /^([A-Za-z]):[\\/](.*)$/s.exec(path);
  if (!drive) return path;
  const mounted = `/mnt/${drive[1]!.toLowerCase()}/${drive[2]!.replaceAll('\\', '/')}`;
  return exists(mounted) ? mounted : path;
}
