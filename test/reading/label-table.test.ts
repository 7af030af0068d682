import { describe, expect, it } from 'vitest';
import type { ComposedLabel, Label } from '../../src/knowledge/schema/pages.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { labelTable } from '../../src/reading/page/labels/label-table.ts';
import { labelRow } from '../../src/reading/page/labels/labels.ts';
import { findPairs } from '../../src/reading/page/labels/pairs.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { screen, SIZE } from './lines.ts';

const LABELS: Label[] = [
  { means: 'merchant', words: ['商家', '出货人'] },
  { means: 'merchantOrderNo', words: ['商家订单号'] },
  { means: 'product', words: ['服务'], separator: 'colon' },
];
const COMPOSED: ComposedLabel[] = [
  { means: 'paidAt', parts: [{ one: ['支付', '付款'] }, { may: ['成功', '完成'] }, { one: ['时间', '日期'] }] },
];
const table = labelTable(LABELS, COMPOSED);

const pairsOf = (text: string) =>
  findPairs(pageOf([{ text }]), table).map(({ row, value }) => [row.means, value.map((cell) => cell.text).join('')]);

describe('a table of labels', () => {
  it('knows a label whatever its width, spaces and colon', () => {
    expect(table.rowOf(' 出 货 人 ：')).toBe(LABELS[0]);
    expect(table.rowOf('出货人员')).toBeUndefined();
  });

  it('finds the longest label that a text begins with', () => {
    expect(table.leading('商家订单号 88060')).toEqual({ length: 5, row: LABELS[1] });
    expect(table.leading('今日商家')).toBeUndefined();
  });

  it('puts labels together from parts, and only from all that must be there', () => {
    for (const label of ['支付时间', '付款完成日期']) expect(table.rowOf(label)?.means).toBe('paidAt');
    for (const words of ['成功时间', '支付成功', '付款时间到']) expect(table.rowOf(words)).toBeUndefined();
  });

  it('ends a label at a gap, but not one that needs a colon', () => {
    expect(pairsOf('商家 青柠网络')).toEqual([['merchant', '青柠网络']]);
    expect(pairsOf('服务 七天无理由')).toEqual([]);
    expect(pairsOf('服务：七天无理由')).toEqual([['product', '七天无理由']]);
  });
});

describe('labels in traditional characters', () => {
  it.each([
    ['訂單編號', 'orderNo'],
    ['商品名稱', 'product'],
    ['實付金額', 'amount'],
    ['儲值帳號', 'account'],
    ['兌換碼', 'cardCode'],
    ['賣家暱稱', 'merchant'],
  ])('%s is of %s', (label, means) => expect(labelRow(label)?.means).toBe(means));

  it('are of an order page, whose values stay as they stand', () => {
    const page = ['= 訂單詳情', '訂單編號 | 77120039447001', '商品名稱 | 雲端會員年卡', '實付金額 | 41.50元'];
    const { kind, fields } = understand(screen(page), SIZE);
    expect(kind).toBe('order');
    expect(fields.find(({ key }) => key === 'product')?.value).toBe('雲端會員年卡');
  });
});
