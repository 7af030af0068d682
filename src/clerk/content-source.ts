import { allContent, readContent } from '../casefile/contents.ts';
import { type CaseFile } from '../casefile/case-file.ts';
import { type EvidenceSource } from '../model/reading.ts';

/** A stored exhibit as the readers want it: read from the case, never from where it came from. */
export function contentSource(file: CaseFile, exhibit: { contentId: number; bytes: number; file: string }): EvidenceSource {
  return {
    name: exhibit.file,
    size: exhibit.bytes,
    read: async (offset, length) => readContent(file, exhibit.contentId, offset, length),
    all: async (limit) => allContent(file, exhibit.contentId, limit),
  };
}
