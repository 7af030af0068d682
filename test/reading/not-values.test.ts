import { describe, expect, it } from 'vitest';
import type { FactKey } from '../../src/model/facts.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { screen, SIZE } from './lines.ts';

/** The values of a page that stand by themselves, and those that are asked. */
function values(rows: readonly string[]): { sure: Partial<Record<FactKey, string>>; seen: string[] } {
  const { fields } = understand(screen(rows), SIZE);
  return {
    sure: Object.fromEntries(
      fields.filter(({ certain, by }) => certain && by !== 'guess').map((f) => [f.key, f.value]),
    ),
    seen: fields.map(({ value }) => value),
  };
}

const ORDER = ['= 订单详情', '订单编号 | QX20261014880017', '实付款 | ¥96.50'];

it('a number in three parts is read from its beginning', () => {
  expect(values(['= 订单详情', '订单编号：QD-TRX-26101488017', '实付款：¥96.50']).sure.orderNo).toBe(
    'QD-TRX-26101488017',
  );
});

describe('what stands on a page and is no value', () => {
  it.each([
    '商家名称 | 如：某某旗舰店',
    '商家名称 | 例如 某某旗舰店',
    '商家名称 | 请填写店铺名称',
    '商家名称：示例，某某旗舰店',
    '示例商家名称 | 某某旗舰店',
    '商家名称 | e.g. 某某旗舰店',
  ])('an example: %s', (row) => {
    const { sure, seen } = values([...ORDER, row]);
    expect(sure).toMatchObject({ orderNo: 'QX20261014880017', amount: '96.50' });
    expect(seen.filter((value) => /某某|店铺名称/.test(value))).toEqual([]);
  });

  it('an example in brackets leaves the value beside it', () => {
    const { sure } = values(['= 申请售后', '订单编号（如：2026A） | QX20261014880017', '实付款 | ¥96.50']);
    expect(sure.orderNo).toBe('QX20261014880017');
  });

  it('the end of a label of which only the beginning is known', () => {
    const account = understand(screen([...ORDER, '账号 | 名：88012345']), SIZE).fields.find((f) => f.key === 'account');
    expect(account?.value).toBe('88012345');
  });

  it('goods whose name begins like a label of accounts', () => {
    const of = (row: string): unknown =>
      understand(screen([...ORDER, row]), SIZE).fields.find((f) => f.key === 'account');
    expect(of('QQ 灯塔手游 券 600')).toBeUndefined();
    expect(of('QQ：163884201')).toMatchObject({ value: '163884201' });
  });

  it('an error that asks to type again is what failed', () => {
    const { fields } = understand(screen(['= 兑换失败', '= 请输入正确的兑换码', '= 确定']), SIZE);
    expect(fields.find(({ key }) => key === 'failure')?.value).toContain('请输入正确的兑换码');
  });

  it.each(['QX202610148…', 'QX202610148...', 'QX202610148··'])(
    'a number of which only the beginning is shown: %s',
    (cut) => {
      const { sure, seen } = values(['= 订单详情', `订单编号 | ${cut}`, '商家名称 | 蓝鲸数卡', '实付款 | ¥96.50']);
      expect(sure.orderNo).toBeUndefined();
      expect(seen).toContain('QX202610148');
    },
  );

  it('a name of which only the beginning is shown', () => {
    const { sure, seen } = values([...ORDER, '商家名称 | 蓝鲸数字卡券专…', '商品名称 | 影音会员半年卡官方直…']);
    expect([sure.merchant, sure.product]).toEqual([undefined, undefined]);
    expect(seen).toEqual(expect.arrayContaining(['蓝鲸数字卡券专', '影音会员半年卡官方直']));
  });

  it.each([
    ['商家名称 | ◎蓝鲸数卡', '商品名称 | 半年卡 ☆', '下单时间 | 2026-10-14 14:43:52 ▾'],
    ['商家名称 | 企 蓝鲸数卡 金牌', '商品名称 | 半年卡 热卖', '下单时间 | 2026-10-14 14:43:52 查看'],
    ['商家名称 | 蓝鲸数卡 联系商家', '商品名称 | 半年卡 再次购买', '下单时间 | 2026-10-14 14:43:52 明细'],
  ])('icons, badges and buttons: %s', (...rows) => {
    expect(values([...ORDER, ...rows]).sure).toMatchObject({
      merchant: '蓝鲸数卡',
      product: '半年卡',
      orderedAt: '2026-10-14T14:43:52+08:00',
    });
  });

  it.each([
    ['搜索 蓝鲸数卡专营店', undefined],
    ['Q 蓝鲸数卡专营店 | 取消', undefined],
    ['蓝鲸数卡专营店 >', '蓝鲸数卡专营店'],
  ])('what somebody looks for: %s', (row, merchant) => {
    const { sure } = values([row, '= 订单详情', '订单编号 | QX20261014880017', '半年卡 | ¥96.50', '实付款 | ¥96.50']);
    expect(sure.merchant).toBe(merchant);
  });

  it('signs in a text that no picture was read for are part of its names', () => {
    const { fields } = understand([{ text: '商家名称：★蓝鲸数卡★' }, { text: '订单编号：QX20261014880017' }]);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('★蓝鲸数卡★');
  });
});

describe('what stands beside a name and is no part of it', () => {
  const merchant = (row: string): string | undefined => values([...ORDER, row]).sure.merchant;

  it.each([
    '店铺名称 | ..灯塔书摊',
    '店铺名称 | ……灯塔书摊',
    '店铺名称 | .灯塔书摊，',
    '店铺名称 | 丨灯塔书摊',
    '店铺名称 | 灯塔书摊；下单',
    '店铺名称 | 灯塔书摊·付款时间：昨天',
  ])('dots that lead to it, and what comes next: %s', (row) => expect(merchant(row)).toBe('灯塔书摊'));
  it('a dot inside a name stays', () => expect(merchant('店铺名称 | 灯塔·书摊')).toBe('灯塔·书摊'));
});

describe('an account that is masked', () => {
  it.each([['support@example.com'], ['客服微信 kefu12345'], ['= 本页面由平台提供', '= 客服热线 4008100220']])(
    'leaves no other to be taken for it: %s',
    (...footer) => {
      expect(understand(screen([...ORDER, '充值账号 | 150****6621', ...footer]), SIZE).fields).not.toContainEqual(
        expect.objectContaining({ key: 'account' }),
      );
    },
  );
});

it('whom a voucher names over its amount was paid, and is no platform', () => {
  const rows = [
    '= 灯塔虚拟商城',
    '= -￥827.04',
    '交易单号 | 4200002517202610161798236585',
    '支付时间 | 2026-10-16 19:05:16',
  ];
  expect(values(rows).sure.platform).toBeUndefined();
});
