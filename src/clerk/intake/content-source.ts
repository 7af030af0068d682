import { allContent, readContent } from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { KamengError } from '../../model/errors.ts';
import type { FileSource } from '../../model/reading.ts';

/** A stored exhibit as the readers want it: read from the case, never from where it came from. */
export function contentSource(file: CaseFile, exhibit: { contentId: number; bytes: number; file: string }): FileSource {
  return {
    name: exhibit.file,
    size: exhibit.bytes,
    read: async (offset, length) => readContent(file, exhibit.contentId, offset, length),
    all: async (limit) => allContent(file, exhibit.contentId, limit),
  };
}

/** The same over bytes in memory. */
export function memorySource(name: string, bytes: Uint8Array): FileSource {
  return {
    name,
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    all: async (limit) => {
      if (bytes.length > limit)
        throw new KamengError('FILE_TOO_LARGE', `文件太大，无法整体读取：${bytes.length} 字节`, {
          hints: ['原文件已完整保存'],
        });
      return bytes;
    },
  };
}
