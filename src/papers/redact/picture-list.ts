import { type DocumentBlock } from '../../model/document.ts';
import { type Cover } from './picture.ts';

/** A copy with covered parts, and the original it was made from. */
export interface RedactedCopy {
  exhibit: number;
  /** File name of the copy. */
  copy: string;
  originalSha256: string;
  copySha256: string;
  covered: readonly Cover[];
}

/** The list that goes with covered copies: what was covered and where, never the words themselves. */
export function redactionBlocks(copies: readonly RedactedCopy[]): DocumentBlock[] {
  return [
    { kind: 'heading', level: 1, text: '遮盖清单' },
    {
      kind: 'table',
      columns: [
        { title: '证据', width: 8, align: 'center' },
        { title: '遮盖的内容', width: 30 },
        { title: '位置（像素）', width: 32 },
        { title: '副本文件', width: 30 },
      ],
      rows: copies.flatMap(({ exhibit, copy, covered }) =>
        covered.map(({ box, what }) => [String(exhibit), what, showPlace(box), copy]),
      ),
    },
    ...copies.map((copy): DocumentBlock => ({
      kind: 'note',
      text: `证据${copy.exhibit}　原件 SHA-256：${copy.originalSha256}\n　　　　副本 SHA-256：${copy.copySha256}`,
    })),
    { kind: 'note', text: '遮盖只在副本上进行，原件一字节未改，另存备查。' },
  ];
}

/** The same list as plain text, a line a place. */
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
