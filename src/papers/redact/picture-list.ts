import type { Cover } from './picture.ts';

/** A copy with covered parts, and the original it was made from. */
export interface RedactedCopy {
  exhibit: number;
  /** File name of the copy. */
  copy: string;
  originalSha256: string;
  copySha256: string;
  covered: readonly Cover[];
}

/** The list that goes with covered copies, a line a place: what was covered and where, never the words themselves. */
export function redactionText(copies: readonly RedactedCopy[]): string {
  return copies
    .flatMap(({ exhibit, copy, originalSha256, copySha256, covered }) => [
      `证据${exhibit}　副本 ${copy}`,
      ...covered.map(({ box, what }) => `　遮盖：${what}（${showPlace(box)}）`),
      `　原件 SHA-256：${originalSha256}`,
      `　副本 SHA-256：${copySha256}`,
    ])
    .join('\n')
    .concat(copies.length > 0 ? '\n' : '');
}

function showPlace(box: Cover['box']): string {
  const page = box.page === undefined ? '' : `第 ${box.page} 页，`;
  return `${page}左 ${box.x}，上 ${box.y}，宽 ${box.width}，高 ${box.height}`;
}
