import { describe, expect, it } from 'vitest';
import { pageOf } from '../../src/reading/page/page.ts';
import { platformOf } from '../../src/reading/page/platform-names.ts';
import { readFields, screen, SIZE } from './lines.ts';

const GOODS = ['月见点心铺 ›', '黑森林季卡 | x1', '订单编号 | 88120039447001', '实付款 | ¥30.00'];
const platformIn = (rows: readonly string[]) =>
  readFields(screen(rows), 'order', SIZE).find(({ key }) => key === 'platform');

describe('whose page it is', () => {
  it.each([
    ['= Welcome to 松果屯!', '松果屯'],
    ['= Powered by PineDepot', 'PineDepot'],
    ['= PineDepot All rights reserved', 'PineDepot'],
    ['= PineDepot Orders', 'PineDepot'],
    ['= Thanks for shopping at Pine Depot', 'Pine Depot'],
    ['= 来自松果屯的订单', '松果屯'],
    ['= 本页由松果屯自动生成', '松果屯'],
    ['= 松果屯App', '松果屯'],
    ['= Copyright 2019-2026 松果屯 版权', '松果屯'],
    ['= © 2026 PineDepot Support', 'PineDepot'],
    ['= 关于松果发卡 帮助中心', '松果发卡'],
    ['= 松果屯自助查单', '松果屯'],
    ['= 松果屯：我的全部订单', '松果屯'],
    ['= 松果商城 - 购买详情', '松果商城'],
    ['= 出自 松果屯 的订单', '松果屯'],
    ['= 您在松果屯的订单', '松果屯'],
    ['= 我在「PineDepot」上的购买记录', 'PineDepot'],
    ['= 〖松果屯〗订单', '松果屯'],
    ['= 松果屯购物明细', '松果屯'],
    ['= 松果屯的下单凭证', '松果屯'],
    ['= 嗨果集购买记录', '嗨果集'],
  ])('stands in its head: %s', (head, name) => {
    expect(platformIn([head, ...GOODS])).toMatchObject({ value: name, by: 'label' });
  });

  it.each(['= 松果屯守护您的每一笔交易', '= 本订单由松果屯出具', '= 感谢您选择松果屯'])(
    'and in its foot: %s',
    (foot) => {
      expect(platformIn(['= 订单详情', ...GOODS, foot])).toMatchObject({ value: '松果屯', by: 'label' });
    },
  );

  it.each([
    [['松果屯', '首页 | 查询订单 | 联系我们'], '= © 2024-2026 松果屯 粤ICP备2026000001号'],
    [['松果屯·商家保证金 500 元'], '= 松果屯仅提供寄售服务，商品由商家提供'],
    [['faka.pinedepot.example/query', 'PineDepot'], '= 再次购买'],
    [['松果屯 | 搜索商品 | 首页 | 查询订单 | 公告'], '= 关于我们·商户入驻·松果屯'],
  ])('is known by its head and its foot or its address together: %s', (head, foot) => {
    const name = head.join().includes('Pine') ? 'PineDepot' : '松果屯';
    expect(platformIn([...head, ...GOODS, foot])).toMatchObject({ value: name, by: 'label' });
    // A head alone says less: a shop stands there, too.
    expect(platformIn([name, ...GOODS])).not.toMatchObject({ by: 'label' });
  });

  it('is none of the kinds of goods in a path from the front page', () => {
    expect(platformIn(['首页 › 松果会员 › 商品详情', ...GOODS])).toBeUndefined();
  });

  it('is not who is to be written to, with the words before it', () => {
    expect(platformIn(['= 订单详情', ...GOODS, '= 违法举报请联系松果交易平台客服'])?.value).toBe('松果交易平台');
  });

  it('ends with the word that platforms are called with', () => {
    expect(platformIn(['= 您在松果商城的订单', ...GOODS])?.value).toBe('松果商城');
  });

  it.each([
    '当前位置：松果商城买家中心',
    '您正在访问：松果商城',
    '松果商城（已认证）',
    '= 松果商城在线订单',
    '松果商城客服热线 400-000-0000',
    '松果商城提醒您：请勿私下付款',
  ])('is read behind and before the words of a page: %s', (line) => {
    expect(platformIn([line, ...GOODS])?.value).toBe('松果商城');
  });

  it.each([
    '首页 > 影音年卡 > 月见点心铺',
    'Home > Keys > Games',
    '首页 | 今日特惠 | 帮助',
    '关于我们|积分商场|商家入驻',
    '我的投诉 | 退出',
    '= Privacy · Terms of use · Cookie settings',
  ])('is nowhere in a way through a site or a menu: %s', (line) => {
    expect(platformIn([line, ...GOODS])).toBeUndefined();
    expect(platformIn(['= 订单详情', ...GOODS, line])).toBeUndefined();
  });

  it('is in them where a name is one of a platform, and in a foot with them', () => {
    expect(platformIn(['首页 > 松果商城 > 订单详情', ...GOODS])).toMatchObject({ value: '松果商城' });
    expect(
      platformIn(['= 订单详情', ...GOODS, '关于我们|加入我们|Copyright@2011-2026 PineDepot 版权所有']),
    ).toMatchObject({
      value: 'PineDepot',
    });
    expect(platformIn(['= 订单详情', ...GOODS, '= © 2026 PineDepot · run by Kite Digital Ltd'])).toMatchObject({
      value: 'PineDepot',
    });
    expect(platformIn(['= 订单详情', ...GOODS, '= © 2014-2026 PINE.COM 版权所有'])).toMatchObject({
      value: 'PINE.COM',
    });
  });

  it('has no record of a site behind it, and is no year', () => {
    expect(platformIn(['= 订单详情', ...GOODS, '= © 2026 松果屯 粤ICP备2026000001号'])?.value).toBe('松果屯');
    for (const foot of ['= © 2026 粤ICP备2026000001号', '= Copyright 2019-2026 All rights reserved', '= © 2026'])
      expect(platformIn(['= 订单详情', ...GOODS, foot])).toBeUndefined();
  });

  it('is no kind of goods in a path, no label with its value, no date of an order', () => {
    for (const line of ['当前位置：首页 > 游戏点卡 > 订单详情', '交易方式  担保交易', 'Date of order | 2026-09-13'])
      expect(platformIn([line, ...GOODS])).toBeUndefined();
  });

  it.each(['松果屯 › 订单', '松果屯 → 购买记录', '= 松果屯充值记录', '= 由 松果屯 提供服务'])(
    'is asked in %s',
    (line) => {
      const found = platformIn([line, ...GOODS]);
      expect(found?.value).toBe('松果屯');
      expect(found?.by).not.toBe('label');
    },
  );

  it.each(['= 虚拟商品订单明细', '= 游戏点卡购买记录', '= 您在手机端的订单', '= 【代付】订单', '= 话费充值记录'])(
    'is nobody in %s',
    (head) => {
      expect(platformIn([head, ...GOODS])).toBeUndefined();
    },
  );

  it('is none of the links in a row at the foot of a page', () => {
    expect(platformIn(['= 订单详情', ...GOODS, '关于我们丨联系我们丨商家入驻丨© 2020'])).toBeUndefined();
  });
  it('is named by the foot rather than guessed from the shop that an arrow leads to', () => {
    expect(platformIn(['月见直充中心 ›', ...GOODS.slice(1), '= 感谢您选择松果屯'])?.value).toBe('松果屯');
  });

  it('is no button that shows what was bought', () => {
    expect(platformIn(['= 订单详情', ...GOODS, '看卡密'])).toBeUndefined();
  });

  it('is said by less where the words stand amid the page, or leave open where the name ends', () => {
    const amid = ['= 订单详情', '松果屯守护您的交易', ...GOODS];
    expect(platformIn(amid.toSpliced(1, 0, '等待发货'))).toMatchObject({ value: '松果屯', by: 'sentence' });
    expect(platformIn(['= 订单详情', ...GOODS, '= 松果屯平台守护您的交易'])).toMatchObject({ by: 'sentence' });
  });

  it.each([
    '= 平台中介 交易保障',
    '= 先行赔付 担保交易',
    '= My Orders',
    '= Track order',
    '= 我的自助查单',
    '= 微信小程序',
    '= 商家：我的全部订单',
    '= 在线客服中心',
  ])('is not said by %s', (head) => {
    expect(platformOf(pageOf(screen([head, '黑森林季卡 | x1']), SIZE))).toBeUndefined();
  });

  it('is not the shop that an arrow leads to, whatever it is called', () => {
    expect(platformIn(['= 订单详情', '月见充值商城 ›', ...GOODS.slice(1)])).toBeUndefined();
  });

  it('is asked where a name that goes on stands alone in the head: the shop may be called all of it', () => {
    expect(platformIn(['月见发卡会员中心', ...GOODS.slice(1)])).not.toMatchObject({ by: 'label' });
  });

  it('is not the first half of what a label calls the shop', () => {
    const rows = ['= 订单详情', '店铺 | 月见点卡会员中心', ...GOODS.slice(1)];
    expect(platformIn(rows)).toBeUndefined();
    const merchant = readFields(screen(rows), 'order', SIZE).find(({ key }) => key === 'merchant');
    expect(merchant?.value).toBe('月见点卡会员中心');
  });

  it('is not the shop that a talk is with', () => {
    const rows = ['= 月见点卡会员中心', '> 在吗，兑换码无效', '< 亲，您稍等', '> 都两天了'];
    expect(readFields(screen(rows), 'chat', SIZE).filter(({ key }) => key === 'platform')).toEqual([]);
  });
});

describe('a value', () => {
  it('has no dash of an empty column behind it', () => {
    const rows = ['= 订单详情', '店铺 | 月见点心铺 —', '充值账号 | 88012345 --', ...GOODS.slice(1)];
    const fields = readFields(screen(rows), 'order', SIZE);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('月见点心铺');
    expect(fields.find(({ key }) => key === 'account')?.value).toBe('88012345');
  });
});

describe('a number said twice on a page', () => {
  it('is nobody’s site, though it has a year in it', () => {
    const rows = ['= 榆钱点卡铺', '> TK20260314660214', '< 好的', '> TK20260314660214'];
    expect(platformOf(pageOf(screen(rows), SIZE))).toBeUndefined();
  });
});
