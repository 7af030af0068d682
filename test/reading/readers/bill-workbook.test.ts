import { describe, expect, it } from 'vitest';
import { WECHAT_HEADER } from '../made/bills.ts';
import { codes, read } from '../made/source.ts';
import { xlsxOf, type XlsxCell } from '../made/xlsx.ts';

const header = WECHAT_HEADER.split(',');
const row = (time: XlsxCell, amount: XlsxCell, trade: XlsxCell = '4200002931202610128846120347\t'): XlsxCell[] => [
  time,
  '商户消费',
  '云梯点卡',
  '激活码',
  '支出',
  amount,
  '零钱',
  '支付成功',
  trade,
  'YT1\t',
  '/',
];
/** 2026-09-24 11:40:58 as a sheet counts it. */
const SERIAL = 46_289.48678240741;

describe('a bill as a workbook', () => {
  it('is read with serial dates, bare numbers and rows that are missing in the file', async () => {
    const reading = await read(
      xlsxOf([
        {
          name: 'Sheet1',
          rows: {
            1: ['微信支付账单明细'],
            7: ['共2笔记录'],
            15: ['注：'],
            18: header,
            19: row(SERIAL, 28.16),
            20: row('2026-09-25 08:00:00', '¥1,028.10'),
          },
        },
      ]),
    );
    expect(reading).toMatchObject({ status: 'read', notes: [], kind: 'bill' });
    expect(reading.bill!.rows.map(({ at, amount, line, tradeNo }) => ({ at, amount, line, tradeNo }))).toEqual([
      { at: '2026-09-24T11:40:58+08:00', amount: 2816, line: 19, tradeNo: '4200002931202610128846120347' },
      { at: '2026-09-25T08:00:00+08:00', amount: 102_810, line: 20, tradeNo: '4200002931202610128846120347' },
    ]);
  });

  it('is read with inline strings, prefixed elements and dates counted from 1904', async () => {
    const rows = { 2: header, 3: row(SERIAL - 1462, 0.1) };
    for (const options of [
      { inline: true, date1904: true },
      { prefix: 'x', date1904: true },
    ]) {
      expect((await read(xlsxOf([{ name: 'a', rows }], options))).bill!.rows[0]).toMatchObject({
        at: '2026-09-24T11:40:58+08:00',
        amount: 10,
      });
    }
  });

  it('with a copy that a spreadsheet program made is read from the original sheet', async () => {
    const copy = {
      1: header.map((_, i) => `Column${i + 1}`),
      2: ['微信支付账单明细'],
      3: header,
      4: row('2019/9/26 12:45', '¥28.16'),
      5: row('2019/9/27 12:45', '¥1.00'),
    };
    const original = { 1: ['微信支付账单明细'], 18: header, 19: row('2026-09-26 12:45:27', 28.16) };
    const reading = await read(
      xlsxOf([
        { name: 'Sheet2', rows: copy },
        { name: 'Sheet1', rows: original },
      ]),
    );
    expect(reading.bill!.rows).toHaveLength(1);
    expect(reading.bill!.rows[0]!.at).toBe('2026-09-26T12:45:27+08:00');
    expect(codes(reading)).toEqual(['BILL_SHEETS_DIFFER']);
  });

  it('whose numbers were stored as numbers has lost them', async () => {
    const reading = await read(
      xlsxOf([{ name: 'a', rows: { 1: header, 2: row(SERIAL, 5, 4.2e27), 3: row(SERIAL, 5, 1_234_567_890_123_450) } }]),
    );
    expect(reading.bill!.rows.map(({ tradeNo }) => tradeNo)).toEqual(['', '']);
    expect(codes(reading)).toContain('BILL_NUMBER_LOST');
  });

  it('with links to other files does not follow them and says so', async () => {
    const reading = await read(
      xlsxOf([{ name: 'a', rows: { 1: header, 2: row(SERIAL, 5) } }], { externalLinks: true }),
    );
    expect(reading.bill!.found).toBe(1);
    expect(codes(reading)).toEqual(['XLSX_EXTERNAL_LINKS']);
  });

  it('that is no bill keeps its words', async () => {
    const reading = await read(xlsxOf([{ name: 'a', rows: { 1: ['商品', '卡号'], 2: ['点卡', 'ABCD-1234'] } }]));
    expect(reading.lines!.map((line) => line.text)).toEqual(['商品 卡号', '点卡 ABCD-1234']);
  });

  it('that holds a chat is a chat', async () => {
    const reading = await read(
      xlsxOf([
        {
          name: '聊天记录',
          rows: {
            1: ['序号', '时间', '发送者', '发送者QQ号', '消息类型', '消息内容', '是否撤回', '资源数量'],
            2: [1, '2026-09-01 18:09:39', '店铺客服', '12345', 'text', '承诺48小时内退款', '否', 0],
            3: [2, '2026-09-01 18:10:00', '我', '999', 'text', '好的', '是', 0],
          },
        },
      ]),
    );
    expect(reading).toMatchObject({
      kind: 'chat_log',
      messages: [
        { side: 'other', at: '2026-09-01T18:09:39+08:00' },
        { side: 'buyer', recalled: true },
      ],
    });
  });

  it('cut in two is one clear failure', async () => {
    const whole = xlsxOf([{ name: 'a', rows: { 1: header, 2: row(SERIAL, 5) } }]);
    const reading = await read(whole.subarray(0, whole.length >> 1), { name: 'a.xlsx' });
    expect(reading.status).toBe('failed');
    expect(reading.notes[0]!.code).toBe('ZIP_DAMAGED');
  });
});
