import { describe, expect, it } from 'vitest';
import { matchPurchase } from '../../../src/reading/readers/bill/purchase.ts';
import { chinesePdf, utf16Hex } from '../made/pdf.ts';
import { codes, read } from '../made/source.ts';
import { xlsxOf } from '../made/xlsx.ts';

/** One row of a table as the tests look at it. */
interface Seen {
  wallet: string;
  who: string;
  what: string;
  amount: number;
  direction: string;
  when: string;
}

async function first(content: string | Uint8Array): Promise<Seen> {
  const { bill, kind } = await read(content);
  expect(kind).toBe('bill');
  const row = bill!.rows[0]!;
  return {
    wallet: bill!.wallet,
    who: row.counterparty,
    what: row.product,
    amount: row.amount,
    direction: row.direction,
    when: row.at ?? row.day ?? '',
  };
}

/** Heads as the exports have them; shops, people and numbers are made up. */
const TABLES: readonly (readonly [name: string, text: string, seen: Seen])[] = [
  [
    'JD',
    '导出信息：\n京东账号名：x\n共：2 笔记录\n\n交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注\n2026-10-14 14:43:52\t,云舟数码,季卡激活码,"1,096.50(已退款10.00)",微信支付,交易成功,支出,数码,880011\t,990022\t,\n2026-10-15 10:00:00\t,云舟数码,季卡,20.00,微信支付,交易成功,支出,数码,880012\t,990023\t,',
    {
      wallet: 'table',
      who: '云舟数码',
      what: '季卡激活码',
      amount: 109_650,
      direction: 'out',
      when: '2026-10-14T14:43:52+08:00',
    },
  ],
  [
    'Meituan, whose order has another price than what was paid',
    '美团交易账单明细\n共：1笔记录\n【美团交易账单明细列表】\n交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注\n2026-10-14 14:43:00,2026-10-14 14:43:52,支付,代金券-星河网咖,支出,微信支付,¥120.00,¥96.50,261014001,XH001,/',
    {
      wallet: 'table',
      who: '',
      what: '代金券-星河网咖',
      amount: 9650,
      direction: 'out',
      when: '2026-10-14T14:43:52+08:00',
    },
  ],
  [
    'UnionPay, with the clock in a column of its own',
    '交易日期,交易时间,交易类型,交易金额,账户余额,交易对方,交易备注\n2026-10-14,14:43:52,消费,96.50,1000.00,柚子卡铺,点券\n',
    { wallet: 'table', who: '柚子卡铺', what: '', amount: 9650, direction: 'out', when: '2026-10-14T14:43:52+08:00' },
  ],
  [
    'bocom, with debit and credit',
    '交通银行交易明细\n序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要\n1,2026-10-14,14:43:52,网上支付,借 Dr,96.50,2000.00,111122223333,海星网络,网络支付,点券\n2,2026-10-15,10:00:00,存款利息,贷 Cr,1.20,2001.20,0000,利息,批处理,',
    {
      wallet: 'bank',
      who: '海星网络',
      what: '点券',
      amount: 9650,
      direction: 'out',
      when: '2026-10-14T14:43:52+08:00',
    },
  ],
  [
    'abc, with days and clocks of digits alone',
    '交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言\n20261014,144352,财付通,-96.50,900.00,财付通-海星网络,369000111,电子商务,点券\n20261015,,结息,+0.01,900.01,--,000,,个人活期结息',
    {
      wallet: 'table',
      who: '财付通-海星网络',
      what: '点券',
      amount: 9650,
      direction: 'out',
      when: '2026-10-14T14:43:52+08:00',
    },
  ],
  [
    'boc, whose minus pays',
    '中国银行交易流水明细清单\n记账日期,记账时间,币别,金额,余额,交易名称,渠道,网点名称,附言,对方账户名,对方卡号/账号,对方开户行\n2026-10-14,14:43:52,人民币,-96.50,"1,000.00",网上快捷支付,银企对接,-------------------,支付宝-海星,支付宝-海星网络,Z2000,-------------------\n2026-10-15,09:00:00,人民币,500.00,"1,500.00",工资,柜台,-------------------,----------,某公司,4520,某行',
    {
      wallet: 'bank',
      who: '支付宝-海星网络',
      what: '支付宝-海星',
      amount: 9650,
      direction: 'out',
      when: '2026-10-14T14:43:52+08:00',
    },
  ],
  [
    'a credit card with a column for each way',
    '某某银行信用卡账单(2026年10月)\n交易日,银行记账日,卡号后四位,交易描述,存入,支出,币种\n2026-10-14,2026-10-15,4260,财付通-海星网络,,96.50,CNY\n2026-10-16,2026-10-17,4260,还款,100.00,,CNY',
    { wallet: 'bank', who: '', what: '财付通-海星网络', amount: 9650, direction: 'out', when: '2026-10-14' },
  ],
  [
    'ccb, with out and in',
    '开户网点：测试\n记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点\n20261014,20261014,14:43:52,96.50,,85,人民币,网上支付,****9876,海星网络,网络\n20261015,20261015,08:06:45,,10.25,95.25,人民币,利息存入,,,',
    {
      wallet: 'table',
      who: '海星网络',
      what: '网上支付',
      amount: 9650,
      direction: 'out',
      when: '2026-10-14T14:43:52+08:00',
    },
  ],
  [
    'cmb',
    '招商银行交易流水\n记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2026-10-14,CNY,-96.50,81.22,快捷支付,海星网络,点券\n2026-10-15,CNY,"1,234.00","1,315.22",代发工资,某公司,',
    { wallet: 'bank', who: '海星网络', what: '点券', amount: 9650, direction: 'out', when: '2026-10-14' },
  ],
  [
    'a credit card whose amounts carry their currency',
    '交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额\n2026-10-14,2026-10-15,消费 财付通-海星网络,CNY 96.50,CNY 96.50\n2026-10-15,2026-10-16,退货 海星网络,CNY 1.99,CNY 1.99',
    { wallet: 'table', who: '', what: '消费 财付通-海星网络', amount: 9650, direction: 'out', when: '2026-10-14' },
  ],
  [
    'a card in yuan with the amounts of another currency beside it',
    '交易日期,入账日期,交易描述,交易金额,交易币种,入账金额,入账币种\n2026-10-14,2026-10-15,海星网络,96.50,人民币,96.50,人民币\n2026-10-15,2026-10-16,海星网络,8.00,人民币,8.00,人民币',
    { wallet: 'table', who: '', what: '海星网络', amount: 9650, direction: 'out', when: '2026-10-14' },
  ],
  [
    'a list kept by hand',
    '时间,商户,金额\n2026-10-14 14:43,海星卡铺,96.5\n2026-10-15 09:10,早餐店,8\n2026-10-15 12:00,面馆,22\n',
    { wallet: 'table', who: '海星卡铺', what: '', amount: 9650, direction: 'out', when: '2026-10-14T14:43+08:00' },
  ],
];

describe('any table of payments', () => {
  it.each(TABLES)('%s', async (_name, text, seen) => expect(await first(text)).toEqual(seen));

  const plain = TABLES.filter(([, text]) => !text.includes('"'));
  it.each(plain)('%s, as a workbook', async (_name, text, seen) => {
    const rows = text.split('\n').filter((line) => line !== '');
    const cells = rows.map((line) => line.split(',').map((cell) => cell.replaceAll('\t', '')));
    const reading = await read(xlsxOf([{ name: 'Sheet1', rows: cells }]));
    expect(reading.bill!.rows[0]).toMatchObject({ amount: seen.amount, counterparty: seen.who });
  });

  it('says which column was taken for what, and counts income and refunds out', async () => {
    const reading = await read(TABLES[9]![1]);
    expect(codes(reading)).toContain('TABLE_COLUMNS');
    expect(reading.bill!.rows.map(({ direction, refund }) => [direction, refund ?? false])).toEqual([
      ['out', false],
      ['in', true],
    ]);
    expect(reading.notes[0]!.message).toContain('入账币种/金额');
  });

  it('money that is no yuan is not taken for it', async () => {
    const head = 'Date,Description,Billing amount,Billing currency,Balance,Balance currency';
    const reading = await read(`${head}\n2026-10-14,SHOP,-96.50,HKD,100.00,HKD\n2026-10-15,SHOP,-8.00,HKD,92.00,HKD\n`);
    expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'TABLE_FOREIGN' }] });
  });

  it('is never a chat', async () => {
    const reading = await read(
      '时间,商户,金额\n2026-10-14 14:43,我：海星卡铺,九十六\n2026-10-15 09:10,客服：你好,八\n',
    );
    expect(reading.messages).toBeUndefined();
    expect(reading.kind).not.toBe('chat_log');
  });

  it('names under which nothing is paid are no bill', async () => {
    const reading = await read('日期,商户,金额\n周一,海星,待定\n周二,海星,待定\n');
    expect(reading.bill).toBeUndefined();
  });

  it('one amount and one name find the row in a statement', async () => {
    const { bill } = await read(TABLES[8]![1]);
    expect(matchPurchase(bill!, { amount: 9650, names: ['海星网络'] })[0]).toMatchObject({ certain: true });
  });
});

describe('a list of orders as JSON', () => {
  const order = (no: string, pay: number | string) => ({
    orderNo: no,
    createTime: '2026-10-14 14:43:52',
    shop: { shopName: '海星卡铺' },
    items: [{ title: '月卡', price: pay }],
    payAmount: pay,
    status: '交易成功',
  });
  it('is read by its keys, those of inner objects too', async () => {
    const reading = await read(JSON.stringify({ code: 0, data: { list: [order('A-1', '96.50'), order('A-2', 8)] } }));
    expect(reading.bill!.rows[0]).toMatchObject({
      merchantOrderNo: 'A-1',
      counterparty: '海星卡铺',
      product: '月卡',
      amount: 9650,
      at: '2026-10-14T14:43:52+08:00',
    });
  });
  it('whole amounts that may be 分 stand for nothing', async () => {
    const reading = await read(JSON.stringify([order('A-1', 9650)]));
    expect(codes(reading)).toContain('TABLE_UNIT_UNSURE');
    expect(reading.fields).toEqual([]);
  });
  it('other JSON is no bill', async () => {
    expect((await read('[{"a":1,"b":"x"},{"a":2,"b":"y"}]')).bill).toBeUndefined();
    expect((await read('{"list":[]}')).bill).toBeUndefined();
  });
});

describe('tables in pages and documents', () => {
  it('a statement as PDF is read by what stands under each head', async () => {
    const xs = [40, 170, 260, 330];
    const rows = [
      ['交易日期', '对方户名', '摘要', '支出金额'],
      ['2026-10-14', '海星网络', '点券', '96.50'],
      ['2026-10-15', '早餐店', '豆浆', '8.00'],
    ];
    const texts = rows.flatMap((row, r) => row.map((text, c) => ({ hex: utf16Hex(text), x: xs[c]!, y: 700 - r * 40 })));
    const reading = await read(chinesePdf(texts));
    expect(reading).toMatchObject({ reader: 'pdf', kind: 'bill' });
    expect(
      reading.bill!.rows.map(({ counterparty, product, amount, day }) => [counterparty, product, amount, day]),
    ).toEqual([
      ['海星网络', '点券', 9650, '2026-10-14'],
      ['早餐店', '豆浆', 800, '2026-10-15'],
    ]);
  });

  it('a table in HTML under the name of a workbook', async () => {
    const html = `<html><body><table><tr><th>交易日期</th><th>对方户名</th><th>支出</th><th>余额</th></tr>
      <tr><td>2026-10-14</td><td>海星网络</td><td>96.50</td><td>3.50</td></tr></table></body></html>`;
    expect((await read(html, { name: '明细.xls' })).bill!.rows[0]).toMatchObject({
      counterparty: '海星网络',
      amount: 9650,
    });
  });

  it('an old workbook is named as what it is', async () => {
    const old = new Uint8Array(4096);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const reading = await read(old, { name: '明细.xls' });
    expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'OLD_OFFICE_FILE' }] });
    expect(reading.notes[0]!.message).toContain('另存为 .xlsx');
  });
});
