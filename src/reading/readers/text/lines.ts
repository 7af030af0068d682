import { KamengError } from '../../../model/errors.ts';
import type { FileSource } from '../../../model/reading.ts';
import type { Encoding } from './encoding.ts';

const CHUNK = 1024 * 1024;
/** A line longer than this is cut there: no chat or bill has one, a hostile file may. */
const MAX_LINE = 64 * 1024;

/**
 * The lines of a text file, some thousand at a time, so that a file of any size
 * takes the memory of one piece. Ends of line are CR LF, LF or CR.
 */
export async function* lineBatches(source: FileSource, encoding: Encoding): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  for (let offset = 0; offset < source.size;) {
    const bytes = await source.read(offset, CHUNK);
    if (bytes.length === 0) break;
    offset += bytes.length;
    let text = rest + decoder.decode(bytes, { stream: true });
    // A CR at the end may be half of a CR LF.
    const held = text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    const lines = text.split(/\r\n|\n|\r/);
    rest = lines.pop()!.slice(0, MAX_LINE) + held;
    if (lines.length > 0) yield lines.map(cut);
  }
  const lines = (rest + decoder.decode()).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > 0) yield lines.map(cut);
}

const cut = (line: string): string => (line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line);

/** The whole text without its mark. @throws KamengError FILE_TOO_LARGE */
export async function wholeText(source: FileSource, encoding: Encoding, limit: number): Promise<string> {
  if (source.size > limit) {
    throw new KamengError(
      'FILE_TOO_LARGE',
      `这个文件太大（${Math.round(source.size / 1_048_576)} MB），没有读取内容；原文件已完整保存。请在导出时只选这笔订单前后的日期，再添加一次`,
    );
  }
  return new TextDecoder(encoding).decode(await source.all(limit));
}
