import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { CatalogueInput } from '../../src/papers/catalogue/input.ts';
import type { ExhibitBehind, ExhibitPart, PageRange } from '../../src/papers/catalogue/pages.ts';
import { LONG_NUMBER } from './a-document.ts';
import { barredPicture, photoWithExif } from './pictures.ts';

/** A catalogue with every kind of exhibit: long and short pictures, a log, bill rows, a video, a broken file. */

const long = await barredPicture(
  400,
  3000,
  Array.from({ length: 30 }, (_, i) => ({ top: 20 + i * 98, height: 40 })),
);
const short = await barredPicture(400, 800, [{ top: 100, height: 300 }]);
const photo = await photoWithExif(600, 400);

export const behind = (
  no: number,
  name: string,
  file: string,
  mediaType: string,
  ...parts: ExhibitPart[]
): ExhibitBehind => ({
  no,
  name,
  file,
  mediaType,
  bytes: 1000 * no,
  sha256: createHash('sha256').update(file).digest('hex'),
  parts,
});
/** Characters that are as wide as they get, and a number that does not break. */
export const WIDE_LINE = `WWWW MMMM @@@@ ${'W'.repeat(120)} —— 订单${LONG_NUMBER}，请处理。`;

const exhibits: ExhibitBehind[] = [
  behind(1, '订单页面', '订单.png', 'image/png', { kind: 'picture', data: short, mediaType: 'image/png' }),
  behind(2, '聊天截图（长图）', '聊天.png', 'image/png', { kind: 'picture', data: long, mediaType: 'image/png' }),
  behind(3, '聊天记录', '客服聊天.txt', 'text/plain', {
    kind: 'text',
    about: '共 200 条，全部印出',
    text: Array.from({ length: 200 }, (_, i) => `第${i}条：${WIDE_LINE}`).join('\n'),
  }),
  behind(5, '支付宝账单', '账单.csv', 'text/csv', {
    kind: 'rows',
    about: '账单共 31 行，此处印 1 行',
    columns: ['交易时间', '金额'],
    rows: [{ line: 27, cells: ['2026-09-01 17:39:39', '96.50 '] }],
  }),
  behind(6, '录屏', `${'很长的文件名'.repeat(20)}.mp4`, 'video/mp4', {
    kind: 'apart',
    howToView: '用播放器打开',
    details: [{ label: '时长', value: '24 秒' }],
  }),
  behind(7, '付款截图🔥', '坏.png', 'image/png', {
    kind: 'picture',
    data: Buffer.from('broken'),
    mediaType: 'image/png',
  }),
  behind(
    8,
    '照片',
    '照片.jpg',
    'image/jpeg',
    { kind: 'picture', data: photo, mediaType: 'image/jpeg' },
    { kind: 'picture', data: short, mediaType: 'image/png' },
  ),
  behind(9, '什么也没有', '空.bin', 'application/octet-stream'),
];
export const aCatalogue: CatalogueInput = {
  title: '张三与青柠网络网络购物合同纠纷',
  submittedBy: '张三',
  submittedOn: '2026-11-22',
  copies: 2,
  rows: [
    ...exhibits.map(({ no, name }) => ({
      no,
      name,
      source: '手机截屏',
      proves: '合同成立',
      content: `订单号${LONG_NUMBER}`,
    })),
    { no: 10, name: '纸质材料', source: '邮寄', proves: '送达', content: '另附' },
  ],
  exhibits,
  sha: exhibits.map(({ no, file, bytes, sha256 }) => ({
    no,
    file,
    bytes,
    sha256,
    takenInAt: '2026-11-01T08:30:00+08:00',
  })),
};

/** Pages with a stamp, as [exhibit, page of it, page of all]; each must have exactly one. */
export function stamps(pages: readonly string[]): (number[] | undefined)[] {
  return pages.map((text) => {
    const found = [...text.matchAll(/证据(\d+)第(\d+)页\/总第(\d+)页/g)];
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0]?.slice(1).map(Number);
  });
}

/** The stamps that go with the table's page numbers. */
export function expectedStamps(ranges: readonly PageRange[]): number[][] {
  return ranges.flatMap(({ no, first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => [no, i + 1, first + i]),
  );
}
