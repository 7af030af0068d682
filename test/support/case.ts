import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { createCaseFile } from '../../src/casefile/open-case.ts';
import { addExhibit } from '../../src/casefile/exhibits.ts';
import { storeBytes } from '../../src/casefile/contents.ts';
import { temporaryFolder } from './folder.ts';

export const NOW = '2026-11-22T10:00:00+08:00';

/** A new case in a folder of its own, closed when the test is over. */
export function temporaryCase(): CaseFile {
  const file = createCaseFile(join(temporaryFolder(), 'x.kameng'), '测试案卷', () => NOW);
  onTestFinished(() => file.close());
  return file;
}

/** Puts bytes into a case as the next exhibit. */
export function addBytes(file: CaseFile, name: string, bytes: Uint8Array): number {
  return file.write(() => {
    const content = storeBytes(file, bytes);
    return addExhibit(file, {
      contentId: content.id,
      file: name,
      mediaType: 'application/octet-stream',
      category: 'other',
      kind: 'other',
      labelledBy: 'guess',
      confidence: 0.1,
    });
  });
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
