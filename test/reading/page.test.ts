import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from './lines.ts';
import { readBubbles } from '../../src/reading/page/talk/bubbles.ts';
import { partnerOf } from '../../src/reading/page/talk/partner.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { understand, understandTalk } from '../../src/reading/kinds/understand.ts';
import { normalizeFact, type FactKey } from '../../src/model/facts.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { doubt, screen, SIZE } from './lines.ts';

function read(lines: readonly ScoredLine[], kind: Kind): Partial<Record<FactKey, string>> {
  return Object.fromEntries(
    readFields(lines, kind, SIZE).map(({ key, value, certain }) => [key, certain ? value : `?${value}`]),
  );
}

describe('a label and its value', () => {
  it('takes nothing that stands behind the label of the next line, where its own line gives no such value', () => {
    const lines = screen([
      '商品 极光卡业-订单20260901173902730215',
      '商户全称 武汉青藤网络科技有限公司',
      '支付时间 2026-09-01 17:39:39',
    ]);
    expect(read(lines, 'payment')).toMatchObject({ payee: '武汉青藤网络科技有限公司' });
    expect(read(lines, 'payment')).not.toHaveProperty('product');
  });

  it('ends with a number, however near the next label stands that no table has', () => {
    const near = [
      ['充值账号', 60],
      ['qwbpc9273', 98],
      ['渠道出处', 142],
      ['正规渠道', 180],
    ].map(([text, y]): ScoredLine => ({
      text: text as string,
      box: { x: 48, y: Number(y), width: 200, height: 36 },
      confidence: 1,
      scores: Array.from(text as string, () => 1),
    }));
    expect(read(near, 'order')).toMatchObject({ account: 'qwbpc9273' });
  });

  it('stand in one row, above each other, in a table, with a colon, or glued together', () => {
    const wanted = { orderNo: 'AB20260101123456', amount: '12.50' };
    expect(read(screen(['订单号 | AB20260101123456', '实付金额 | ¥12.50']), 'order')).toMatchObject(wanted);
    expect(read(screen(['订单号', 'AB20260101123456', '', '实付金额', '¥12.50']), 'order')).toMatchObject(wanted);
    expect(read(screen(['订单号 | 商品 | 实付金额', 'AB20260101 | 月卡会员 | 12.50']), 'order')).toMatchObject({
      orderNo: 'AB20260101',
      amount: '12.50',
      product: '月卡会员',
    });
    expect(read(screen(['订单号：AB20260101123456 实付金额：¥12.50']), 'order')).toMatchObject(wanted);
    expect(
      read([{ text: '订单号AB20260101123456' }, { text: '实付金额12.50 元' }, { text: '商家小鱼点卡' }], 'order'),
    ).toMatchObject({ ...wanted, merchant: '小鱼点卡' });
    expect(
      read([{ text: '订单号\t经手\t实付金额' }, { text: 'AB20260101123456\t自动\t12.50' }], 'order'),
    ).toMatchObject(wanted);
    expect(read([{ text: '订单号\tAB20260101123456' }, { text: '实付金额    12.50' }], 'order')).toMatchObject(wanted);
  });

  it('goes on over two lines of its own column', () => {
    const lines = screen(['商品 | 热血江湖怀旧版元宝一千个', '订单编号 | 88120039447001']);
    const above = lines[1]!.box!;
    lines.splice(2, 0, {
      ...lines[1]!,
      text: '自动充值秒到账',
      scores: Array.from('自动充值秒到账', () => 1),
      box: { ...above, y: above.y + 40, x: above.x + 145, width: above.width - 145 },
    });
    expect(read(lines, 'order')).toMatchObject({
      product: '热血江湖怀旧版元宝一千个自动充值秒到账',
      orderNo: '88120039447001',
    });
  });

  it('leaves buttons, empty values and other labels out', () => {
    const fields = read(
      screen(['订单编号 | 88120039447001复制', '卖家 | --', '商品名称 | 发货方式', '联系方式 | 135****8162']),
      'order',
    );
    expect(fields).toEqual({ orderNo: '88120039447001' });
  });

  it('means the number of the wallet or of the shop, as the page has it', () => {
    const alipay = screen([
      '= -9.90',
      '订单号 | 2026010222001412345678901234',
      '商家订单号 | T20260102000188',
      '创建时间 | 2026-01-02 08:00:01',
    ]);
    expect(read(alipay, 'payment')).toMatchObject({
      tradeNo: '2026010222001412345678901234',
      merchantOrderNo: 'T20260102000188',
      orderNo: 'T20260102000188',
      paidAt: '2026-01-02T08:00:01+08:00',
    });
    expect(read(screen(['订单号 | 99120039447001', '付款时间 | 2026-01-02 08:00']), 'order')).toMatchObject({
      orderNo: '99120039447001',
      paidAt: '2026-01-02T08:00+08:00',
    });
  });

  it('says what was paid, not what was asked, and keeps two equal claims apart', () => {
    expect(read(screen(['订单金额 | ¥100.00', '优惠 | -¥3.50', '实付款 | ¥96.50']), 'order').amount).toBe('96.50');
    const two = readFields(screen(['实付款 | ¥96.50', '实付金额 | ¥69.50']), 'order', SIZE).filter(
      ({ key }) => key === 'amount',
    );
    expect(two.map(({ value, certain }) => [value, certain])).toEqual([
      ['96.50', false],
      ['69.50', false],
    ]);
  });

  it('names the platform from header, footer or address, never a page', () => {
    expect(read(screen(['订单编号 | 88120039447001', '= 云鲸数卡 · 帮助中心']), 'order').platform).toBe('云鲸数卡');
    expect(
      read(screen(['订单编号 | 88120039447001', '= © 2026 KeyHarbor. All rights reserved.']), 'order').platform,
    ).toBe('KeyHarbor');
    expect(read(screen(['https://www.xyz-card.com/order/8', '订单编号 | 88120039447001']), 'order').platform).toBe(
      'xyz-card.com',
    );
    expect(read(screen(['= 订单详情', '订单编号 | 88120039447001']), 'order').platform).toBeUndefined();
  });

  it.each([
    ['网易年卡 x 1', '网易年卡'],
    ['点券兑换码×1', '点券兑换码'],
    ['话费充值x2', '话费充值'],
    ['Xbox 360', 'Xbox 360'],
    ['Steam 充值卡 100元', 'Steam 充值卡 100元'],
  ])('names the goods of “%s” without their number', (text, product) => {
    expect(read(screen([`商品名称 | ${text}`]), 'order').product).toBe(product);
  });

  it.each(['—', '-', '/', '——', '–'])('takes no %s of an empty column for a part of the name', (mark) => {
    expect(read(screen([`商家 | 拾穗书屋 ${mark}`, `商品名称 | 点券-小包 ${mark}`]), 'order')).toMatchObject({
      merchant: '拾穗书屋',
      product: '点券-小包',
    });
  });

  it('takes no number, mark of emptiness or masked name for goods or shop', () => {
    expect(read(screen(['商品 | XP1226061822135744890121', '商家 | 何*']), 'payment')).toEqual({});
  });

  it.each(['QWER-1234-TYUI', 'QWER1234TYUI', 'QW12ER34-TYUI'])('takes the code %s for no goods', (code) => {
    expect(read(screen([`商品 | ${code}`]), 'order').product).toBeUndefined();
  });

  it.each(['ABC-123', 'QWE12TY'])('takes %s for goods', (name) => {
    expect(read(screen([`商品 | ${name}`]), 'order').product).toBe(name);
  });

  it('takes the title over the price for the goods where no label says it', () => {
    expect(
      read(screen(['= 订单详情', '小鱼旗舰店', '黄金会员年卡', '¥198.00', '订单编号 | 88120039447001']), 'order'),
    ).toMatchObject({ product: '黄金会员年卡', merchant: '小鱼旗舰店' });
  });
});

describe('a misreading is worse than a blank', () => {
  it('doubts a number for its weakest character', () => {
    const lines = screen(['交易单号 | 4200000123202601020123456789', '商户单号 | K2026010288']);
    expect(read(lines, 'payment').tradeNo).toBe('4200000123202601020123456789');
    expect(read(doubt(lines, '4200000123202601020123456789', 12, 0.8), 'payment').tradeNo).toBe(
      '?4200000123202601020123456789',
    );
  });

  it('doubts a wallet number of the wrong length or of a day that does not exist', () => {
    expect(
      read(screen(['交易单号 | 420000012320260102012345678', '商户单号 | K2026010288']), 'payment').tradeNo,
    ).toMatch(/^\?/);
    expect(
      read(screen(['交易单号 | 4200000123202613020123456789', '商户单号 | K2026010288']), 'payment').tradeNo,
    ).toMatch(/^\?/);
  });

  it('doubts an amount that may have lost its dot, unless a second place says the same', () => {
    expect(read(screen(['实付款 | ¥9650']), 'order').amount).toBe('?9650.00');
    expect(read(screen(['实付款 | ¥96.50']), 'order').amount).toBe('96.50');
    expect(read(screen(['= 支付成功', '= ¥100', '支付金额 | 100元', '收款方 | 某店']), 'payment').amount).toMatch(
      /100\.00$/,
    );
  });

  it('reads no date that does not exist and no amount among words', () => {
    expect(read(screen(['付款时间 | 2026-02-30 10:00:00', '实付款 | 满100减20']), 'order')).toEqual({});
  });

  it('never gives a value that normalizeFact would write otherwise', () => {
    const value = fc.stringMatching(/^[\w¥.:/ 年月日-]{1,30}$/);
    fc.assert(
      fc.property(
        value,
        value,
        fc.constantFrom('订单号', '实付款', '付款时间', '卡密', '联系方式', '数量'),
        (a, b, label) => {
          for (const field of readFields(screen([`${label} | ${a}`, `商家 | ${b}`]), 'order', SIZE))
            expect(normalizeFact(field.key, field.value)).toBe(field.value);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (texts) => {
        understand(texts.map((text) => ({ text })));
        understand(screen(texts), SIZE);
      }),
      { numRuns: 200 },
    );
  });
});

describe('failures', () => {
  it('are the message of the dialog, neither its title nor its button', () => {
    const fields = read(
      screen(['= 卡密兑换', '兑换码 | QWER-1234-TYUI', '= 提示', '= 该兑换码已被其他账号使用', '= 确定']),
      'failure',
    );
    expect(fields).toMatchObject({
      failure: '该兑换码已被其他账号使用',
      cardCode: 'QWER-1234-TYUI',
      dispute: 'card_invalid',
    });
  });

  it('are not the bare word that something failed', () => {
    expect(read(screen(['= Error', '', '= some other words']), 'failure').failure).toBeUndefined();
    expect(read(screen(['= 兑换失败']), 'failure').failure).toBe('兑换失败');
  });

  it('are the line that says it, where there is no dialog', () => {
    expect(read(screen(['= 充值记录', '', '= 未查询到该卡的充值记录']), 'failure')).toMatchObject({
      failure: '未查询到该卡的充值记录',
      dispute: 'not_delivered',
    });
  });
});

describe('chats', () => {
  const lines = screen([
    '= 青柠数卡(客服)',
    '= 2026-09-01 18:04',
    '> 单号761072976091679384',
    '> 这张卡密无效',
    '< 承诺48小时内退款到账',
    '= 2026-09-04 09:00',
    '> 钱呢？',
    '< 虚拟商品概不退换',
  ]);

  it('have sides by the place of the bubbles and times from the lines between', () => {
    const messages = readBubbles(pageOf(lines, SIZE)).map(({ message }) => message);
    expect(messages.map(({ side, at, text }) => [side, at, text.slice(0, 4)])).toEqual([
      ['buyer', '2026-09-01T18:04+08:00', '单号76'],
      ['buyer', '2026-09-01T18:04+08:00', '这张卡密'],
      ['other', '2026-09-01T18:04+08:00', '承诺48'],
      ['buyer', '2026-09-04T09:00+08:00', '钱呢？'],
      ['other', '2026-09-04T09:00+08:00', '虚拟商品'],
    ]);
  });

  it('give number, partner, complaint, promise and refusal', () => {
    const { kind, fields, promises } = understand(lines, SIZE);
    expect(kind).toBe('chat');
    expect(Object.fromEntries(fields.map(({ key, value }) => [key, value]))).toMatchObject({
      orderNo: '761072976091679384',
      merchant: '青柠数卡',
      dispute: 'card_invalid',
      promise: '承诺48小时内退款到账',
      refusal: '虚拟商品概不退换',
    });
    expect(promises).toHaveLength(1);
  });

  it.each([
    ['松果点券铺 ▾', '松果点券铺'],
    ['松果点券铺〉 在线', '松果点券铺'],
    ['★ 松果点券铺(客服) ●', '松果点券铺'],
    ['松果**', '松果**'],
    ['松果点券铺(二店)⌄', '松果点券铺'],
    ['松果Plus+', '松果Plus+'],
  ])('name whoever stands in the title without signs of the page: %s', (title, name) => {
    const page = pageOf(screen([`= ${title}`, '= 2026-09-01 18:04', '> 卡密无效', '< 稍等']), SIZE);
    expect(partnerOf(page)?.cell.text).toBe(name);
  });

  it.each([
    [['‹ | 榆树下点卡 | 进店', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['榆树下点卡 | 逛逛店铺', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['榆树下点卡', '平均 30 秒回复', '', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['= 蜂巢问问', '榆树下点卡 | 关注', '通常5分钟内回复', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['= 我的消息', '= 榆树下点卡', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['= 榆树下点卡的专属客服', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['= 【认证商家】榆树下点卡', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['= 与榆树下点卡的对话', '< 您好', '> 卡密无效'], '榆树下点卡'],
    [['= Chat with Elmshade', '< 您好', '> 卡密无效'], 'Elmshade'],
    [['榆树下点卡', '', '', '< 您好', '> 卡密无效'], undefined],
  ])('name whoever the head of the talk names: %j', (rows, name) => {
    const page = pageOf(screen(rows), SIZE);
    expect(partnerOf(page)?.cell.text).toBe(name);
    const said = readBubbles(page).map(({ message }) => message.text);
    if (name !== undefined) expect(said).toEqual(['您好', '卡密无效']);
  });

  it('keep days without a year as they are, and date nothing by a day that hangs on when it was looked at', () => {
    const { messages } = understand(
      screen([
        '= 北辰点卡',
        '= 2026年8月30日 20:11',
        '> 在吗，充值没到账',
        '= 9月1日 晚上8:04',
        '< 在的',
        '= 昨天 09:12',
        '< 查一下',
        '= 13月40日 10:00',
        '< 好了',
      ]),
      SIZE,
    );
    expect(messages?.map(({ at, yearless }) => at ?? yearless)).toEqual([
      '2026-08-30T20:11+08:00',
      '09-01T20:04+08:00',
      undefined,
      undefined,
    ]);
  });

  it('doubt a number that a line break cuts', () => {
    const wrapped = screen(['= 小店', '> 你好，订单号76107297', '> 6091679384，没到账', '< 稍等']);
    // One bubble: same left edge, close below.
    const [, first, second] = wrapped;
    second!.box = { ...second!.box!, x: first!.box!.x, y: first!.box!.y + 42 };
    const field = understand(wrapped, SIZE).fields.find(({ key }) => key === 'orderNo');
    expect(field).toMatchObject({ value: '761072976091679384', certain: false });
  });

  it('as exported text say the same', () => {
    const { fields, promises } = understandTalk([
      { side: 'buyer', sender: '我', at: '2026-09-01T10:00:00+08:00', text: '订单 ZX7788990011 的激活码用不了' },
      { side: 'other', sender: '小北点卡(客服)', at: '2026-09-01T10:05:00+08:00', text: '承诺24小时内退款' },
    ]);
    expect(Object.fromEntries(fields.map(({ key, value }) => [key, value]))).toMatchObject({
      orderNo: 'ZX7788990011',
      merchant: '小北点卡',
      dispute: 'card_invalid',
    });
    expect(promises[0]!.by).toBe('2026-09-02T10:05:00+08:00');
  });
});
