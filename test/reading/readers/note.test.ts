import { describe, expect, it } from 'vitest';
import { read } from '../made/source.ts';

const said = (fields: { key: string; value: string; by?: string }[]): string[] =>
  fields.map(({ key, value, by }) => `${key}=${value} ${by}`);

describe('what a buyer wrote down himself', () => {
  it('quotes no page, and names a sum that others are held against', async () => {
    const { kind, fields } = await read(
      '6.3 下午给孩子充的游戏点券，在网上找的店，付了27块5。\n点券码一输就提示已失效，换手机试了也不行。\n问店主，店主说是我自己输错了，后来就不回了。\n我要求全额退款。\n',
    );
    expect(kind).toBe('other');
    expect(said(fields)).toContain('amount=27.50 guess');
    expect(fields.map(({ key }) => key)).not.toContain('failure');
  });

  it('is known as a numbered list, and is no page of rules', async () => {
    const { kind, fields } = await read(
      '1. 3月8日晚上在小程序下的单，充值ID 70558120936\n2. 付了64.2，显示处理中\n3. 客服说要等，等了三天没人回\n4. 到现在没到账，要求退款\n',
    );
    expect(kind).toBe('other');
    expect(said(fields)).toEqual(expect.arrayContaining(['account=70558120936 guess', 'amount=64.20 guess']));
  });

  it('is known by labels that no page has', async () => {
    const { kind, fields } = await read(
      '店铺：蓝莓小站\n订单号：LM20260308-55120\n付款金额：58元（微信）\n问题：付款后一直没有发货，第二天店铺就关了\n已联系：发过两次消息没人回\n诉求：退款58元\n',
    );
    expect(kind).toBe('other');
    expect(said(fields)).toEqual(expect.arrayContaining(['orderNo=LM20260308-55120 guess', 'amount=58.00 guess']));
  });

  it.each([
    [
      'an order page',
      '订单号：20260308551201\n商品：月卡\n实付：58.00元\n下单时间：2026-03-08 10:00:00\n买家留言：我要的是安卓\n',
    ],
    ['rules', '1. 我们承诺48小时内到账\n2. 买家须核对账号，填错概不退款\n3. 本店收到后不再受理\n'],
    [
      'the answer of an office',
      '关于投诉的答复\n您于2026年3月9日反映的问题，我局已联系商家，商家称已退款。\n特此答复。\n',
    ],
  ])('is not %s', async (_, text) => {
    const { fields, kind } = await read(text);
    expect(kind === 'other' && fields.some(({ by }) => by === 'guess')).toBe(false);
  });
});
