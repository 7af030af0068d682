import { expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';

/** A line as a recogniser gives it. @param width of the words; the letters of one page are of one size */
const line = (text: string, x: number, y: number, width: number) => ({
  text,
  box: { x, y, width, height: 25 },
  confidence: 0.999,
  scores: Array.from(text, () => 0.999),
});

it('the widest of labels with values side by side were full, and go on below', () => {
  const { fields } = understand(
    [
      line('订单详情', 500, 30, 110),
      line('订单号：8672853453697794', 51, 200, 300),
      line('商品名称：云听会员 点卡 HKD 30', 401, 200, 301),
      line('实付金额：¥ 96.74', 751, 200, 206),
      line('326', 51, 228, 32),
      line('0', 401, 228, 11),
      line('下单时间：2026年8月24', 51, 290, 296),
      line('店铺：松果点卡', 401, 290, 150),
      line('日 15:02:57', 51, 322, 118),
    ],
    { width: 1120, height: 700 },
  );
  const said = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  expect(said).toMatchObject({
    orderNo: '8672853453697794326',
    product: '云听会员 点卡 HKD 300',
    orderedAt: '2026-08-24T15:02:57+08:00',
    merchant: '松果点卡',
  });
});

it('what the goods go on with below is no shop, whatever it ends in', () => {
  const { fields } = understand(
    [
      line('订单详情', 300, 30, 110),
      line('商品名称', 33, 297, 110),
      line('云听黄金VIP会员季卡 填手机', 303, 297, 384),
      line('号直充', 603, 328, 84),
      line('订单编号', 33, 402, 112),
      line('74555427913418949', 423, 402, 264),
    ],
    { width: 720, height: 700 },
  );
  expect(fields.filter(({ key, by }) => key === 'merchant' && by !== 'guess')).toEqual([]);
  expect(fields.find(({ key }) => key === 'product')?.value).toBe('云听黄金VIP会员季卡 填手机号直充');
});
