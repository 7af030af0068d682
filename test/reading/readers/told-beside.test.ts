import { describe, expect, it } from 'vitest';
import { read } from '../made/source.ts';

const paid = async (content: string): Promise<unknown[]> =>
  ((await read(content)).bill?.rows ?? []).map(({ amount, direction, product, note }) => [
    amount,
    direction,
    product,
    note,
  ]);

describe('what a table tells beside its sums', () => {
  it('is the way the money went, behind the currency', async () => {
    const table =
      '入账日,商户名称,入账金额/币种\n2026-09-02,蓝田书局,31.50/CNY(支出)\n2026-09-08,蓝田书局,31.50/CNY(存入)\n';
    expect(await paid(table)).toEqual([
      [3150, 'out', '', undefined],
      [3150, 'in', '', undefined],
    ]);
  });

  it('is what it was for, in a second column of words', async () => {
    const table = '交易日期,交易金额,对方户名,用途,摘要\n2026-09-02,31.50,某支付公司,蓝田书局,快捷\n';
    expect(await paid(table)).toEqual([[3150, 'out', '快捷', '蓝田书局']]);
  });

  it('is left where a column is called a note', async () => {
    const table = '交易日期,交易金额,对方户名,用途,摘要,备注\n2026-09-02,31.50,某支付公司,蓝田书局,快捷,无\n';
    expect(await paid(table)).toEqual([[3150, 'out', '快捷', '无']]);
  });

  it.each([
    ['the same sum in 元', '¥19.90', 1990],
    ['another sum', '18.90', 199_000],
  ])('is %s, where sums in JSON are whole', async (_, shown, fen) => {
    const order = {
      order_no: 'B-77120',
      create_time: '2026-09-02 10:00:00',
      pay_amount: 1990,
      shown,
      shop: '蓝田书局',
    };
    expect(await paid(JSON.stringify([order]))).toEqual([[fen, 'out', '', undefined]]);
  });

  it('is a day with room between its parts', async () => {
    const { bill } = await read('日期,物品,总计\n2026 年 9 月 2 日,画册,¥ 31.50\n2026 年 9 月 12 日,画册,¥ 30.00\n');
    expect(bill?.rows.map(({ day }) => day)).toEqual(['2026-09-02', '2026-09-12']);
  });
});

const TALK = (first: string, second: string): string =>
  `小林\n2026-09-02 10:00:00\n货呢\n${first}蓝田书局\n2026-09-02 10:01:00\n马上\n${second}小林\n2026-09-02 10:02:00\n好\n${first}蓝田书局\n2026-09-02 10:03:00\n嗯\n`;

describe('marks that a message was read', () => {
  it('say whose words these are', async () => {
    const { messages } = await read(TALK('未读\n', ''));
    expect(messages?.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', '货呢'],
      ['other', '马上'],
      ['buyer', '好'],
      ['other', '嗯'],
    ]);
  });

  it('say nothing where both have them', async () => {
    const { messages } = await read(TALK('已读\n', '已读\n'));
    expect(messages?.map(({ side }) => side)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});
