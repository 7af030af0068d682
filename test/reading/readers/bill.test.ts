import { describe, expect, it } from 'vitest';
import { headerOf } from '../../../src/reading/readers/bill/columns.ts';
import { BILL_LAYOUTS } from '../../../src/reading/readers/bill/layouts.ts';
import {
  ALIPAY_ROWS,
  ALIPAY_WEB,
  alipayCsv,
  LEDGER,
  WECHAT_HEADER,
  WECHAT_ROWS,
  wechatCsv,
  wechatPreamble,
} from '../made/bills.ts';
import { gbk } from '../made/encode.ts';
import { codes, read } from '../made/source.ts';
import { xlsxOf } from '../made/xlsx.ts';

describe('a WeChat bill', () => {
  it('is read with TABs after quotes, commas in quotes and line numbers of the file', async () => {
    const reading = await read(wechatCsv());
    expect(reading).toMatchObject({ status: 'read', kind: 'bill', category: 'transaction', notes: [] });
    expect(reading.bill).toMatchObject({
      wallet: 'wechat',
      found: 5,
      stated: { count: 5, outTotal: 131_450, inTotal: 68_800 },
    });
    expect(reading.bill!.rows[0]).toEqual({
      at: '2026-10-12T09:31:07+08:00',
      type: '商户消费',
      counterparty: '云梯点卡',
      product: '激活码, 一枚',
      amount: 109_650,
      direction: 'out',
      status: '支付成功',
      method: '零钱',
      tradeNo: '4200002931202610128846120347',
      merchantOrderNo: 'YT20261012093055117',
      line: 11,
    });
  });

  it('says what came back: in part by the status, in whole with the row that gave it back', async () => {
    const { bill } = await read(wechatCsv());
    expect(bill!.rows.map((row) => row.refunded)).toEqual([undefined, 1000, 18_800, undefined, undefined]);
    expect(bill!.rows[3]).toMatchObject({ refund: true, refundOf: 13, direction: 'in' });
    expect(bill!.rows[4]!.refund).toBeUndefined();
  });

  it('is found whatever stands above its header', async () => {
    for (const preamble of [
      [],
      wechatPreamble(5).slice(2),
      [...wechatPreamble(5), ...Array<string>(60).fill('说明,,,')],
    ]) {
      expect((await read(wechatCsv(WECHAT_ROWS, preamble))).bill?.found).toBe(5);
    }
  });

  it('is read with a mark, in GB18030, in UTF-16, with bars, and under a wrong name', async () => {
    const text = wechatCsv(WECHAT_ROWS.map((row) => row.replaceAll('¥', '￥')));
    const bars = wechatCsv()
      .split('\r\n')
      .map((line) =>
        line.includes('商户消费') || line.startsWith('交易时间')
          ? line.replaceAll('"', '').replaceAll(', 一', '一').replaceAll(',', '|')
          : line,
      );
    for (const content of [`\ufeff${text}`, gbk(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect((await read(content, { name: '图片.png' })).bill?.found).toBe(5);
    }
    expect((await read(bars.join('\n'))).bill!.rows[0]).toMatchObject({
      amount: 109_650,
      tradeNo: '4200002931202610128846120347',
    });
  });

  it('keeps its rows when a name begins with a quote that never closes', async () => {
    const rows = [
      '2026-10-12 09:31:07,商户消费,"青柠"网络,商品,支出,¥1.00,零钱,支付成功,42000029312026101288461203,A1,/',
      '2026-10-12 09:32:07,商户消费,"青柠,商品,支出,¥2.00,零钱,支付成功,42000029312026101288461204,A2,/',
      WECHAT_ROWS[0]!,
    ];
    const { bill } = await read(wechatCsv(rows, []));
    expect(bill!.rows.map((row) => [row.counterparty, row.amount])).toEqual([
      ['"青柠"网络', 100],
      ['青柠', 200],
      ['云梯点卡', 109_650],
    ]);
  });

  it('takes a name over two lines as one row', async () => {
    const rows = [
      '2026-10-12 09:31:07,商户消费,"青柠\n网络",商品,支出,¥1.00,零钱,支付成功,42000029312026101288461203,A1,/',
      WECHAT_ROWS[1]!,
    ];
    expect((await read(wechatCsv(rows, []))).bill!.rows.map((row) => [row.counterparty, row.line])).toEqual([
      ['青柠 网络', 2],
      ['晚风数码', 4],
    ]);
  });
});

describe('an Alipay bill', () => {
  it('is read in the app layout: padding, TAB, thousands, trailing comma, any number of lines above', async () => {
    for (const lines of [20, 23, 24, 30]) {
      const { bill, status } = await read(gbk(alipayCsv(ALIPAY_ROWS, { lines })));
      expect(status).toBe('read');
      expect(bill!.rows).toHaveLength(4);
      expect(bill!.rows[0]).toMatchObject({
        amount: 500_000,
        counterparty: '青柠网络',
        tradeNo: '2026101422001100001234567890',
        merchantOrderNo: 'KM202610141443529492',
        at: '2026-10-14T14:43:52+08:00',
      });
    }
  });

  it('tells paid and given back from never paid, both "交易关闭"', async () => {
    const { bill } = await read(gbk(alipayCsv()));
    const [, closed, refund, unpaid] = bill!.rows;
    expect(closed).toMatchObject({ refunded: 12_990 });
    expect(closed!.unpaid).toBeUndefined();
    expect(refund).toMatchObject({ refund: true, refundOf: closed!.line });
    expect(unpaid).toMatchObject({ unpaid: true });
  });

  it('is read in the older order of columns', async () => {
    const header =
      '收/支                 ,交易对方                ,对方账号                ,商品说明                ,收/付款方式              ,金额                  ,交易状态                ,交易分类                ,交易订单号     ,商家订单号           ,交易时间            ,';
    const row =
      '支出 ,海星卡铺 , ,激活密钥,余额宝 ,6.51 ,交易成功 ,数码电器 ,20210614220011000012345678\t,ABC9876\t,2021-06-14 14:00:38 ,';
    const { bill } = await read(gbk(alipayCsv([row], { header, count: 1 })));
    expect(bill!.rows[0]).toMatchObject({
      amount: 651,
      direction: 'out',
      at: '2021-06-14T14:00:38+08:00',
      tradeNo: '20210614220011000012345678',
      method: '余额宝',
    });
  });

  it('is read in the web layout, ends at the rule under the table, and takes time and refund from their columns', async () => {
    const reading = await read(gbk(ALIPAY_WEB), { name: 'alipay.txt' });
    expect(reading.notes).toEqual([]);
    expect(reading.bill!.stated).toEqual({ count: 2, inTotal: 0, outTotal: 3500 });
    expect(reading.bill!.rows).toHaveLength(2);
    expect(reading.bill!.rows[0]).toMatchObject({ at: '2026-01-15T10:30:05+08:00', refunded: 500, amount: 3500 });
    expect(reading.bill!.rows[1]).toMatchObject({ unpaid: true, at: '2026-01-17T15:00:00+08:00' });
  });

  it('puts a comma of a product name, which Alipay does not quote, back where it was', async () => {
    const row =
      '2026-10-14 14:43:52 ,日用百货,青柠网络,abc***@qq.com,点券,6480,送100,支出,96.50,余额宝,交易成功,2026101422001100001234567890\t,KM1\t,,';
    expect((await read(gbk(alipayCsv([row])))).bill!.rows[0]).toMatchObject({
      product: '点券,6480,送100',
      amount: 9650,
      merchantOrderNo: 'KM1',
    });
  });
});

describe('a bill that is not whole', () => {
  it('says when rows are missing', async () => {
    const reading = await read(gbk(alipayCsv(ALIPAY_ROWS.slice(1), { count: 4 })));
    expect(codes(reading)).toEqual(['BILL_COUNT_DIFFERS']);
    expect(reading.notes[0]!.message).toContain('共 4 笔，实际读到 3 笔');
  });

  it('says when an amount was changed', async () => {
    const changed = WECHAT_ROWS.map((row) => row.replace('¥1096.50', '¥96.50'));
    expect(codes(await read(wechatCsv(changed)))).toEqual(['BILL_TOTAL_DIFFERS']);
  });

  it('names the lines that it cannot read and keeps the others', async () => {
    const reading = await read(
      wechatCsv([
        ...WECHAT_ROWS,
        '2026-13-40 99:99:99,商户消费,x,y,支出,¥1.00,零钱,支付成功,1,2,/',
        '2026-10-20 10:00:00,商户消费,断在这',
      ]),
    );
    expect(reading.bill!.found).toBe(5);
    expect(reading.notes.map((note) => note.code)).toContain('BILL_ROWS_UNREAD');
    expect(reading.notes.find((note) => note.code === 'BILL_ROWS_UNREAD')!.message).toContain('第 16、17 行');
  });

  it('saved again by a spreadsheet program: no seconds, numbers destroyed, never used', async () => {
    const reading = await read(
      wechatCsv(['2026/10/12 9:31,商户消费,云梯点卡,激活码,支出,96.5,零钱,支付成功,4.2E+27,YT20261012093055117,/']),
    );
    expect(codes(reading)).toEqual(expect.arrayContaining(['BILL_RESAVED', 'BILL_NUMBER_LOST']));
    expect(reading.status).toBe('partial');
    expect(reading.bill!.rows[0]).toMatchObject({
      at: '2026-10-12T09:31+08:00',
      tradeNo: '',
      merchantOrderNo: 'YT20261012093055117',
      amount: 9650,
    });
  });

  it('numbers cut to 15 digits and filled with zeros are lost too, short ones with zeros are not', async () => {
    const rows = [
      '2026-10-12 09:31:07,商户消费,甲,乙,支出,¥1.00,零钱,支付成功,4200002931202610000000000000,202610120900000000,/',
    ];
    expect((await read(wechatCsv(rows))).bill!.rows[0]).toMatchObject({
      tradeNo: '',
      merchantOrderNo: '202610120900000000',
    });
  });

  it('with nothing in its table is a failure that names the menu', async () => {
    for (const content of [wechatCsv([]), gbk(alipayCsv([]))]) {
      const reading = await read(content);
      expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'BILL_EMPTY' }] });
      expect(reading.notes[0]!.message).toContain('用于个人对账');
    }
  });

  it('without a header is a failure, not a text', async () => {
    const reading = await read(wechatCsv().replace(WECHAT_HEADER, '时间,类型,对方'));
    expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'BILL_HEADER_UNKNOWN' }] });
  });

  it('the bookkeeping export is refused by its name, with the right menu', async () => {
    const reading = await read(LEDGER);
    expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'BILL_IS_LEDGER' }] });
    expect(reading.notes[0]!.message).toMatch(/记账本.*开具交易流水证明/);
  });
});

describe('a table that is no bill', () => {
  it.each([
    ['日期,天气,心情', '2026-10-14,晴,好'],
    ['date,amount,status', '2026-10-14,96.50,paid'],
  ])('is not guessed to be one: %s', async (header, row) => {
    const reading = await read(`${header}\n${row}\n${row}\n`);
    expect(reading.bill).toBeUndefined();
    expect(reading.lines!.length).toBeGreaterThan(0);
  });
});

it('the names of columns tell the wallets apart, in every order', () => {
  expect(BILL_LAYOUTS.map(({ id }) => id)).toEqual(expect.arrayContaining(['alipay', 'wechat']));
  for (const layout of BILL_LAYOUTS) {
    const names = layout.columns.map((column) => column.names.at(-1)!);
    expect(headerOf(names)?.layout).toBe(layout);
    const spoilt = names.toReversed().map((name) => ` ${name.replace('(', '（').replace(')', '）')}\t`);
    expect(headerOf(spoilt)?.layout).toBe(layout);
  }
});

it('one payment in a bill needs no other exhibit', async () => {
  const { fields } = await read(wechatCsv([WECHAT_ROWS[0]!], []));
  expect(Object.fromEntries(fields.map((field) => [field.key, field.value]))).toMatchObject({
    amount: '1096.50',
    paidAt: '2026-10-12T09:31:07+08:00',
    tradeNo: '4200002931202610128846120347',
    merchantOrderNo: 'YT20261012093055117',
    paidBy: 'wechat',
  });
  expect((await read(wechatCsv())).fields).toEqual([]);
});

/** As many payments as asked, a minute apart, to everyday shops. */
const payments = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const [minute, number] = [String(i).padStart(2, '0'), String(26101284612000 + i)];
    return `2026-10-12 09:${minute}:07,${i % 3 === 0 ? '扫二维码付款' : '商户消费'},小店${i},商品 ${i},支出,¥${i + 1}.50,零钱,支付成功,420000293120${number}\t,B${number}\t,/`;
  });
const alipayPayments = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) =>
      `2026-10-14 14:${String(i).padStart(2, '0')}:52 ,餐饮美食,小店${i},abc***@qq.com,商品 ${i},支出,${i + 1}.50,余额宝,交易成功,20261014220011000012345${1000 + i}\t,A${i}0000001\t,,`,
  );

describe('a bill of which only a part is there', () => {
  const sheet = Object.fromEntries(payments(4).map((row, i) => [i + 18, row.replaceAll('\t', '').split(',')]));
  const workbook = xlsxOf([{ name: 'Sheet1', rows: { 7: ['共4笔记录'], 17: WECHAT_HEADER.split(','), ...sheet } }]);
  it.each([
    ['of Alipay', gbk(alipayCsv(alipayPayments(10), { count: 66 })), 'alipay', 10, 66],
    ['of WeChat', wechatCsv(payments(27), wechatPreamble(43)), 'wechat', 27, 43],
    ['that is whole, as a workbook', workbook, 'wechat', 4, 4],
  ] as const)('%s', async (_name, content, wallet, found, count) => {
    const reading = await read(content);
    expect(reading.bill).toMatchObject({ wallet, found, stated: { count } });
    expect(codes(reading).includes('BILL_COUNT_DIFFERS')).toBe(found !== (count as number));
    expect(codes(reading)).not.toContain('BILL_ROWS_UNREAD');
  });
});
