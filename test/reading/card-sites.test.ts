import { describe, expect, it } from 'vitest';
import { tidied } from '../../src/reading/page/form/tidy.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { classify, readFields, screen, SIZE } from './lines.ts';

const valuesOf = (rows: readonly string[], key: string): string[] =>
  readFields(screen(rows), 'order', SIZE)
    .filter((field) => field.key === key)
    .map(({ value }) => value);

describe('a page of a card site', () => {
  const page = ['商品 | 海盐音乐季卡', '实付款 | ¥21.60', '购买数量 | 1', '复制卡密'];

  it.each([
    [['松果小卡 | 首页 | 查询订单 | 常见问题', ...page]],
    [['松果小卡·24H自助发货', ...page]],
    [[...page, '= @2024-2026 松果小卡 Powered by 某某系统']],
    [[...page, '= 松果小卡仅提供寄售服务，商品由商家提供']],
  ])('names itself: %j', (rows) => {
    expect(valuesOf(rows, 'platform')).toEqual(['松果小卡']);
  });

  it.each([
    ['免登录查单', '专注海外点卡·免登录查单'],
    ['a part of the page', '订单查询 | 首页 | 常见问题'],
  ])('is not called %s', (_, head) => {
    expect(valuesOf([head, ...page], 'platform')).toEqual([]);
  });

  it.each(['U7K2M9QXZ4RTB1WE', 'VLY-5083-KEQ7', 'CM-ACC-26091408812', 'D7K20M4XQ9VB'])(
    'has a number drawn of capitals and figures, read whole: %s',
    (number) => {
      expect(valuesOf([`订单编号 | ${number}`, ...page], 'orderNo')).toEqual([number]);
    },
  );

  it('has no number in words', () => {
    expect(valuesOf(['订单编号 | NON-REFUNDABLE', ...page], 'orderNo')).toEqual([]);
  });

  it('hands out several codes, of which none is taken for the one, nor two for one', () => {
    const fields = readFields(screen(['卡密信息', 'HYYY-7742-KJQD-0913', 'HYYY-7742-KJQF-2286']), 'order', SIZE);
    const codes = fields.filter(({ key }) => key === 'cardCode');
    expect(codes.map(({ value }) => value)).toEqual(['HYYY-7742-KJQD-0913', 'HYYY-7742-KJQF-2286']);
    expect(codes.every(({ certain }) => !certain)).toBe(true);
  });

  it('keeps brackets in the name of what it sold', () => {
    expect(valuesOf(['商品名称：海盐音乐季卡【激活码】×2', '实付款：21.60'], 'product')[0]).toContain('【激活码】');
  });

  it('leaves out the order of a list that was never paid', () => {
    const order = (number: string, state: string, price: string): string[] => [
      `海盐音乐季卡 | ${state}`,
      `订单号 | ${number}`,
      `金额 | ${price}`,
    ];
    const rows = [...order('88120039447001', '已支付', '¥21.60'), ...order('88120039447002', '未付款', '¥24.00')];
    expect(valuesOf(rows, 'orderNo')).toEqual(['88120039447001']);
    expect(valuesOf(rows, 'amount')).toEqual(['21.60']);
    const unpaid = [...order('88120039447001', '未付款', '¥21.60'), ...order('88120039447002', '未付款', '¥24.00')];
    expect(tidied(pageOf(screen(unpaid), SIZE)).rows).toHaveLength(6);
  });

  it('is no voucher while it waits for the money', () => {
    const till = ['= 松果小卡·收银台', '= ¥21.60', '请在 04:51 内完成支付，超时订单自动关闭', '= 微信扫一扫付款'];
    expect(
      classify(screen([...till, '商户单号：88120039447001', '创建时间：2026-03-08 20:17:55', '收款方：松果小卡']), SIZE)
        .kind,
    ).toBe('order');
  });
});
