import { describe, expect, it } from 'vitest';
import { matchPurchase } from '../../../src/reading/readers/bill/purchase.ts';
import { amountIn, dayOrder, whenIn } from '../../../src/reading/readers/bill/values.ts';
import { chinesePdf, utf16Hex } from '../made/pdf.ts';
import { codes, read } from '../made/source.ts';
import { xlsxOf } from '../made/xlsx.ts';

const rowsIn = async (content: string | Uint8Array) =>
  (await read(content)).bill?.rows.map(({ at, day, counterparty, product, amount, direction }) => [
    (at ?? day ?? '').slice(0, 16),
    counterparty || product,
    amount,
    direction,
  ]);

describe('columns whose names are in no list', () => {
  it('have their part by the words in them', async () => {
    const text =
      '回单号,付款对象店铺,所订内容,完成时刻,优惠额,实际扣款额(元)\nK1,月芽数卡,半年卡,2026-10-14 14:43:52,3.50,96.50\n';
    const { bill } = await read(`${text}K2,豆浆铺,豆浆,2026-10-15 08:00:01,0.00,8.00\n`);
    expect(bill!.rows[0]).toMatchObject({ tradeNo: 'K1', counterparty: '月芽数卡', product: '半年卡', amount: 9650 });
  });
  it('what stands under a name must fit it', async () => {
    const text =
      '交易日期,付款时间,收款方,付款金额,金额\n2026-10-14,见详情,月芽数卡,九十六元五角,96.50\n2026-10-15,见详情,豆浆铺,八元,8\n';
    expect(await rowsIn(text)).toEqual([
      ['2026-10-14', '月芽数卡', 9650, 'out'],
      ['2026-10-15', '豆浆铺', 800, 'out'],
    ]);
  });
  it('a fee, a price before the discount or a balance is no payment', async () => {
    const text =
      '时间,商家,原价,服务费,账户结余,折后实付\n2026-10-14 14:43,月芽数卡,120,1.20,800,96.5\n2026-10-15 09:00,豆浆铺,9,0,792,8\n';
    expect((await rowsIn(text))!.map((row) => row[2])).toEqual([9650, 800]);
  });
  it('a clock in a column of its own, whatever it is called', async () => {
    const text = '入账日,入账时刻,收款单位,支取额\n20261014,14:43:52,月芽数卡,96.50\n20261015,08:00:00,豆浆铺,8\n';
    expect((await rowsIn(text))![0]).toEqual(['2026-10-14T14:43', '月芽数卡', 9650, 'out']);
  });
  it('notes alone are enough where nobody is named, and find the row', async () => {
    const { bill } = await read(
      '日期,类别,支出,收入,备注\n2026-10-14,会员,96.50,,月芽数卡半年\n2026-10-15,工资,,8000,\n',
    );
    expect(bill!.rows.map(({ direction }) => direction)).toEqual(['out', 'in']);
    expect(matchPurchase(bill!, { amount: 9650, names: ['月芽数卡'] })[0]).toMatchObject({ certain: true });
  });
});

describe('what a table says of its money', () => {
  it.each([
    ['in brackets', '日期,商户,实付金额(分)\n2026-10-14,月芽数卡,9650\n2026-10-15,豆浆铺,800\n'],
    [
      'in the name of a key',
      JSON.stringify([
        { shopName: '月芽数卡', pay_amount_fen: 9650, created: '2026-10-14' },
        { shopName: '豆浆铺', pay_amount_fen: 800, created: '2026-10-15' },
      ]),
    ],
  ])('counted in 分, %s', async (_name, text) => {
    expect((await rowsIn(text))!.map((row) => row.slice(1))).toEqual([
      ['月芽数卡', 9650, 'out'],
      ['豆浆铺', 800, 'out'],
    ]);
  });
  it('a part of a 分 is none, and is left unread', async () => {
    const reading = await read('日期,商户,实付金额(分)\n2026-10-14,月芽数卡,9650\n2026-10-15,豆浆铺,8.5\n');
    expect(reading.bill!.rows).toHaveLength(1);
    expect(codes(reading)).toContain('BILL_ROWS_UNREAD');
  });
  it('outlay and income by the one word in brackets', async () => {
    const text = '日期,对方户名,发生额(借),发生额(贷)\n2026-10-14,月芽数卡,96.50,\n2026-10-15,王某,,30\n';
    expect(await rowsIn(text)).toEqual([
      ['2026-10-14', '月芽数卡', 9650, 'out'],
      ['2026-10-15', '王某', 3000, 'in'],
    ]);
  });
  it('what was to be paid for an order goes before the price of a thing in it', async () => {
    const order = (no: string, pay: string): object => ({
      orderNo: no,
      createTime: '2026-10-14 14:43:52',
      sellerName: '月芽数卡',
      realPay: pay,
      goodsList: [{ goodsName: '半年卡', price: '120.00' }],
    });
    expect((await rowsIn(JSON.stringify([order('1', '96.50'), order('2', '8.00')])))!.map((row) => row[2])).toEqual([
      9650, 800,
    ]);
  });
  it('a payment that failed was not paid', async () => {
    const { bill } = await read(
      '支付时间,商户,金额,支付状态\n2026-10-14 14:43:52,月芽数卡,96.50,支付成功\n2026-10-14 14:42:01,月芽数卡,96.50,支付失败\n',
    );
    expect(bill!.rows.map(({ unpaid }) => unpaid === true)).toEqual([false, true]);
  });
  it('a repayment says nothing of which sign pays', async () => {
    const text =
      'Trans Date,Description,RMB Amount\n2026-10-14,TENPAY*MOON,96.50\n2026-10-15,REPAYMENT,-500.00\n2026-10-16,还款,-20.00\n';
    expect((await rowsIn(text))!.map((row) => row[3])).toEqual(['out', 'neutral', 'neutral']);
  });
  it('a list of what was bought in a store of apps', async () => {
    const text = '购买日期\t软件\t金额\n2026年10月14日\t月芽数卡 月卡\t¥96.50\n2026年10月15日\t云盘\t¥6.00\n';
    expect(await rowsIn(text)).toEqual([
      ['2026-10-14', '月芽数卡 月卡', 9650, 'out'],
      ['2026-10-15', '云盘', 600, 'out'],
    ]);
  });
  it('a transfer that names nobody is between the own accounts; one that names somebody is paid', async () => {
    const text = '日期,类型,商家,金额,备注\n2026-10-14,转账,,300,\n2026-10-15,转账,月芽数卡,96.50,\n';
    expect((await rowsIn(text))!.map((row) => row.slice(2))).toEqual([
      [30_000, 'neutral'],
      [9650, 'out'],
    ]);
  });
});

describe('heads and bodies', () => {
  it('a head in two rows, the upper over several columns', async () => {
    const rows = [
      ['对账单'],
      ['入账日', '本期发生额', '', '对手', ''],
      ['', '转出', '转入', '户名', '账号'],
      ['2026-10-14', '96.50', '', '月芽数卡', '62**'],
      ['2026-10-15', '', '30.00', '王某', '61**'],
      ['合计', '96.50', '30.00'],
    ];
    const content = xlsxOf([{ name: 'Sheet1', rows }]);
    expect(await rowsIn(content)).toEqual([
      ['2026-10-14', '月芽数卡', 9650, 'out'],
      ['2026-10-15', '王某', 3000, 'in'],
    ]);
    expect(codes(await read(content))).not.toContain('BILL_ROWS_UNREAD');
  });
  it('cells over several columns and rows of a page', async () => {
    const head =
      '<tr><td rowspan=2>入账日</td><td colspan=2>发生额</td><td rowspan=2>对方户名</td></tr><tr><td>支取</td><td>存入</td></tr>';
    const body = '<tr><td>2026-10-14</td><td>96.50</td><td></td><td>月芽数卡</td></tr>';
    expect(await rowsIn(`<html><body><table>${head}${body}</table></body></html>`)).toEqual([
      ['2026-10-14', '月芽数卡', 9650, 'out'],
    ]);
  });
  it('the month over its rows gives the year; sums are no payments', async () => {
    const text =
      '时间,商户,金额\n2025年12月,,\n12-30 14:43,月芽数卡,-96.50\n小计,,-96.50\n2026年1月,,\n01-02 08:00,王某,+30\n总计,,-66.5\n';
    expect(await rowsIn(text)).toEqual([
      ['2025-12-30T14:43', '月芽数卡', 9650, 'out'],
      ['2026-01-02T08:00', '王某', 3000, 'in'],
    ]);
  });
  it('a day without a year, and none said anywhere, is not read', async () => {
    const reading = await read('时间,商户,金额\n12-30 14:43,月芽数卡,96.50\n12-31 08:00,豆浆铺,8\n');
    expect(reading.bill).toBeUndefined();
    expect(reading.notes).toMatchObject([
      { code: 'TABLE_DAYS_UNSURE', message: expect.stringContaining('没有写年份') },
    ]);
  });
  it('a day of two numbers that nothing explains is not read', async () => {
    const reading = await read('Date,Description,Amount\n05/06/2026,Moonbud,-96.50\n05/06/2026,Soy,-8.00\n');
    expect(reading.bill).toBeUndefined();
    expect(reading.fields).toEqual([]);
    expect(reading.notes).toMatchObject([
      { code: 'TABLE_DAYS_UNSURE', message: expect.stringContaining('“05/06/2026”分不出先写日还是先写月') },
    ]);
  });
});

describe('values as they are written elsewhere', () => {
  it.each([
    ['(96.50)', { fen: 9650, negative: true }],
    ['1.096,50', { fen: 109_650, negative: false }],
    ['96,50-', { fen: 9650, negative: true }],
    ['¥1,096.5', { fen: 109_650 }],
    ['96.50 DR', { fen: 9650, flow: 'out' }],
    ['96.50CR', { fen: 9650, flow: 'in' }],
    ['RMB 96.50', { fen: 9650 }],
    ['96.50 CNY', { fen: 9650 }],
    ['="96.50"', { fen: 9650 }],
  ])('%s', (text, value) => expect(amountIn({ text })).toMatchObject(value));
  it.each(['USD 96.50', '96.50 HKD'])('%s is no yuan', (text) => expect(amountIn({ text })).toBe('foreign'));

  it.each([
    ['14 Oct 2026', '2026-10-14'],
    ['Oct 14, 2026 14:43', '2026-10-14T14:43+08:00'],
    ['14-October-2026', '2026-10-14'],
    ['2026年10月14日 星期三 14:43', '2026-10-14T14:43+08:00'],
    ['20261014144352', '2026-10-14T14:43:52+08:00'],
    ['2026-10-14T22:43:52.000Z', '2026-10-14T22:43:52Z', '2026-10-15'],
  ])('%s', (text, when, day = when.slice(0, 10)) => {
    const read = whenIn({ text }, undefined, { date1904: false });
    expect([read?.at ?? read?.day, read?.day]).toEqual([when, day]);
  });

  const cells = (...texts: string[]) => texts.map((text) => ({ text }));
  it('one number above twelve orders all days, else the way they run', () => {
    expect(dayOrder(cells('05/06/2026', '25/06/2026'))).toBe('day first');
    expect(dayOrder(cells('06/05/2026', '06/25/2026'))).toBe('month first');
    expect(dayOrder(cells('03/10/2026', '05/09/2026', '02/11/2026'))).toBeUndefined();
    expect(dayOrder(cells('01/09/2026', '02/09/2026', '01/10/2026'))).toBe('day first');
    expect(dayOrder(cells('25/06/2026', '06/25/2026'))).toBeUndefined();
  });
});

describe('orders as JSON', () => {
  const orders = (amount: number | string) =>
    JSON.stringify({
      orders: [
        { id: 'Q7001', createdTime: '2026-10-14 14:43:52', vendor: { name: '月芽数卡' }, payInfo: { paidFee: amount } },
      ],
    });
  it('a bare key means what the object around it says', async () => {
    const { bill } = await read(orders('96.50'));
    expect(bill!.rows[0]).toMatchObject({ merchantOrderNo: 'Q7001', counterparty: '月芽数卡', amount: 9650 });
  });
  it('元 or 分 is settled by an amount that is known, and by nothing else', async () => {
    const { bill } = await read(orders(9650));
    expect(bill!.unit).toBe('unsure');
    expect(matchPurchase(bill!, { amount: 9650, names: ['月芽数卡'] })[0]).toMatchObject({
      row: { amount: 9650 },
      certain: true,
    });
    expect(matchPurchase(bill!, { names: ['月芽数卡'] })).toEqual([]);
  });
});

describe('a statement on paper', () => {
  /** Pieces of 10 points at their places. */
  const paper = (pieces: readonly (readonly [text: string, x: number, y: number])[]) =>
    read(chinesePdf(pieces.map(([text, x, y]) => ({ hex: utf16Hex(text), x, y }))));

  it('names and values that are broken into lines are put together', async () => {
    const reading = await paper([
      ['记账日', 40, 700],
      ['对方户', 120, 700],
      ['交易金', 220, 700],
      ['期', 40, 688],
      ['名', 120, 688],
      ['额', 220, 688],
      ['2026-', 40, 660],
      ['青崖数字', 120, 660],
      ['-96.50', 220, 660],
      ['10-14', 40, 648],
      ['服务部', 120, 648],
      ['2026-', 40, 620],
      ['豆浆铺', 120, 620],
      ['-8.00', 220, 620],
      ['10-15', 40, 608],
    ]);
    expect(reading.bill!.rows.map(({ day, counterparty, amount }) => [day, counterparty, amount])).toEqual([
      ['2026-10-14', '青崖数字服务部', 9650],
      ['2026-10-15', '豆浆铺', 800],
    ]);
  });

  it('a clock below its day, and a column for both ways of the money', async () => {
    const reading = await paper([
      ['记账日期', 40, 700],
      ['收入/支出额', 220, 700],
      ['对手户名', 340, 700],
      ['2026-10-14', 40, 660],
      ['-96.50', 220, 660],
      ['青崖数字', 340, 660],
      ['14:43:52', 40, 648],
      ['服务部', 340, 648],
      ['2026-10-15', 40, 620],
      ['+30.00', 220, 620],
      ['王某', 340, 620],
      ['08:00:01', 40, 608],
    ]);
    expect(reading.bill!.rows.map(({ at, counterparty, direction }) => [at, counterparty, direction])).toEqual([
      ['2026-10-14T14:43:52+08:00', '青崖数字服务部', 'out'],
      ['2026-10-15T08:00:01+08:00', '王某', 'in'],
    ]);
  });

  it('a name in the middle of a wide column has the values on its left', async () => {
    const reading = await paper([
      ['日期', 40, 700],
      ['收款方', 320, 700],
      ['金额', 460, 700],
      ['2026-10-14', 40, 670],
      ['月芽', 200, 670],
      ['96.50', 460, 670],
      ['2026-10-15', 40, 640],
      ['一家名字很长的豆浆铺有限公司分店', 200, 640],
      ['8.00', 460, 640],
    ]);
    expect(reading.bill!.rows[0]).toMatchObject({ counterparty: '月芽', amount: 9650 });
  });
});
