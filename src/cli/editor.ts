import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeNew } from '../clerk/files/write.ts';
import { KamengError, usageError } from '../model/errors.ts';
import type { Context } from './context.ts';

/** The editor's words: quotes keep a path with blanks together. */
const words = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/**
 * Puts a text that cannot go out as it is where its writer finds it again: somebody's own words are not taken away
 * with our temporary folders.
 * @returns the path
 * @throws KamengError OUT_NOT_WRITABLE
 */
export function keepDraft(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'kameng-draft-')), 'letter.txt');
  writeNew(path, text);
  return path;
}

/**
 * Lets the user change a text in their own editor.
 * @throws KamengError EDITOR_MISSING; EDITOR_FAILED: what was typed so far stays in the named file
 */
export async function editText(context: Context, text: string): Promise<string> {
  const { env, platform } = context.world;
  const named = env['VISUAL'] || env['EDITOR'];
  // An editor that someone named may be a script; the usual one waits for keys that never come.
  if (!named && !context.io.stderrIsTerminal)
    throw usageError('EDITOR_MISSING', '这里没有终端，打不开编辑器', '用环境变量 EDITOR 指定编辑器，或在终端里运行');
  const command = named || (platform === 'win32' ? 'notepad' : 'vi');
  const path = keepDraft(text);
  const [program, ...args] = words(command);
  const failed = (cause?: unknown): KamengError =>
    new KamengError('EDITOR_FAILED', `编辑器没有正常结束：${command}`, {
      hints: [`改到一半的文字在 ${path}`, '用环境变量 EDITOR 指定编辑器'],
      cause,
    });
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program!, [...args, path], {
      stdio: ['inherit', context.options.json ? process.stderr.fd : 'inherit', 'inherit'],
    });
    child.once('error', (error) => reject(failed(error)));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(failed())));
  });
  const changed = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  rmSync(dirname(path), { recursive: true, force: true });
  return changed;
}
