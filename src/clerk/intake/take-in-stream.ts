import type { CaseFile } from '../../casefile/case-file.ts';
import { CHUNK_BYTES, storeContent } from '../../casefile/contents.ts';
import { KamengError } from '../../model/errors.ts';
import { nothingTaken, numberContent, type TakeIn, type TakeInOptions } from './number-content.ts';

/**
 * Takes in one stream, standard input for example.
 * @throws KamengError STREAM_EMPTY; else as takeInFiles
 */
export async function takeInStream(
  file: CaseFile,
  stream: AsyncIterable<Uint8Array>,
  name: string,
  options: TakeInOptions = {},
): Promise<TakeIn> {
  const result = nothingTaken();
  const iterator = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  await file.writeAsync(async () => {
    const content = await storeContent(file, async () => {
      // Chunks of the case file are of one size; pipes give what they like.
      const parts = [rest];
      let size = rest.length;
      while (size < CHUNK_BYTES) {
        options.signal?.throwIfAborted();
        const { value, done } = await iterator.next();
        if (done) break;
        parts.push(value);
        size += value.length;
      }
      const all = Buffer.concat(parts);
      rest = all.subarray(CHUNK_BYTES);
      return all.subarray(0, CHUNK_BYTES);
    });
    if (content.bytes === 0) {
      throw new KamengError('STREAM_EMPTY', '标准输入里没有内容', {
        hints: ['例如：type 文件 | kameng add - --name 聊天.txt'],
      });
    }
    await numberContent(file, content, { name }, options, result);
  });
  return result;
}
