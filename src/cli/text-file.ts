import { closeSync, openSync, readSync } from 'node:fs';
import { KamengError } from '../model/errors.ts';

/** Longer than any complaint or answer; a text of this size is a wrong file. */
const MAX_BYTES = 2_000_000;

/** Why a file could not be read, and the way on. */
const UNREADABLE: Record<string, [string, string]> = {
  ENOENT: ['没有这个文件', '检查路径；路径里有空格时加引号'],
  EISDIR: ['这是文件夹，不是文件', '写里面那个文字文件的路径'],
};

/** Text that someone names by its path. @throws KamengError FILE_UNREADABLE and of decodeText */
export function readTextFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readUpTo(path, MAX_BYTES + 1);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const [message, hint] = UNREADABLE[code ?? ''] ?? ['读不出这个文件', '检查能不能打开它'];
    throw new KamengError('FILE_UNREADABLE', `${message}：${path}`, { hints: [hint], cause });
  }
  return decodeText(bytes, path);
}

/**
 * The first bytes of a file, `most` of them: a device never ends, whatever its size is said to be.
 * @throws Error of the file system
 */
export function readUpTo(path: string, most: number): Buffer {
  const handle = openSync(path, 'r');
  try {
    const parts: Buffer[] = [];
    for (let left = most; left > 0;) {
      const part = Buffer.allocUnsafe(Math.min(left, 256 * 1024));
      const read = readSync(handle, part, 0, part.length, null);
      if (read === 0) break;
      parts.push(part.subarray(0, read));
      left -= read;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(handle);
  }
}

/**
 * All of a stream, up to `most` bytes; what is longer is not gathered first.
 * @throws what `tooLarge` gives
 */
export async function readStream(
  stream: NodeJS.ReadableStream,
  most: number,
  tooLarge: () => KamengError,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > most) throw tooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Text on standard input. @throws KamengError FILE_TOO_LARGE and of decodeText */
export async function readTextStream(stream: NodeJS.ReadableStream): Promise<string> {
  const name = '标准输入';
  return decodeText(await readStream(stream, MAX_BYTES, () => textTooLarge(name)), name);
}

function textTooLarge(name: string): KamengError {
  return new KamengError('FILE_TOO_LARGE', `文字太长：${name}`, { hints: [`最多 ${MAX_BYTES / 1_000_000} MB`] });
}

/** UTF-8, else what Notepad writes in China. @throws KamengError FILE_TOO_LARGE, NOT_TEXT */
function decodeText(bytes: Buffer, name: string): string {
  if (bytes.length > MAX_BYTES) throw textTooLarge(name);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  throw new KamengError('NOT_TEXT', `不是文字文件：${name}`, {
    hints: ['先另存为 .txt；截图和录音作为证据收入：kameng add'],
  });
}
