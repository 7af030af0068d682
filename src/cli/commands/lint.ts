import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lintText } from '../../letters/lint.ts';
import { type DocumentId } from '../../model/dispute.ts';
import { EXIT, KamengError, type ExitCode } from '../../model/errors.ts';
import { type Context } from '../context.ts';
import { findingLines } from '../views/findings.ts';
import { paint } from '../views/paint.ts';

/** Longer than any complaint; a text of this size is a wrong file. */
const MAX_BYTES = 2_000_000;

export async function run(context: Context, [file]: readonly (string | string[])[], options: Record<string, unknown>): Promise<ExitCode> {
  const text = file === '-' ? await readStdin(context) : readFile(resolve(context.world.cwd, file as string));
  const findings = lintText(text, options['to'] === undefined ? {} : { audience: options['to'] as DocumentId });
  if (context.options.json) context.io.json({ findings });
  else {
    for (const line of findingLines(text, findings, paint(context.io.color.stdout))) context.io.data(line);
    if (findings.length === 0) context.io.say('没有发现问题');
  }
  return findings.some((finding) => finding.severity === 'error') ? EXIT.failed : EXIT.done;
}

function readFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new KamengError('FILE_UNREADABLE', `读不出这个文件：${path}`, { hints: ['检查路径'], cause });
  }
  return decode(bytes, path);
}

async function readStdin(context: Context): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of context.stdin) parts.push(Buffer.from(part));
  return decode(Buffer.concat(parts), '标准输入');
}

function decode(bytes: Buffer, name: string): string {
  if (bytes.length > MAX_BYTES) throw new KamengError('FILE_TOO_LARGE', `文字太长：${name}`, { hints: [`最多 ${MAX_BYTES / 1_000_000} MB`] });
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  throw new KamengError('NOT_TEXT', `不是文字文件：${name}`, { hints: ['先另存为 .txt'] });
}
