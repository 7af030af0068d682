import { describe, expect, it } from 'vitest';
import { readFields } from './lines.ts';
import { understand, understandTalk } from '../../src/reading/kinds/understand.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { screen, SIZE } from './lines.ts';

function read(lines: readonly ScoredLine[], kind: Kind): Partial<Record<FactKey, string>> {
  return Object.fromEntries(
    readFields(lines, kind, SIZE).map(({ key, value, certain }) => [key, certain ? value : `?${value}`]),
  );
}

describe('a refund', () => {
  const page = (state: string): ScoredLine[] =>
    screen(['= 退款详情', state, '退款金额 | ￥45.00', '订单编号 | 88120039447001']);

  it('that was made gives money back', () => {
    expect(read(page('退款成功'), 'refund')).toMatchObject({ refunded: '45.00', orderNo: '88120039447001' });
  });

  it.each(['退款关闭', '商家拒绝退款：卡密已经发出', '退款处理中', '等待商家处理'])(
    '%s: gave nothing back',
    (state) => {
      const found = read(page(state), 'refund');
      expect(found).not.toHaveProperty('refunded');
      expect(found.amount).toBe('45.00');
    },
  );

  it('that was refused says why', () => {
    expect(read(page('商家拒绝退款：卡密已经发出'), 'refund').refusal).toBe('卡密已经发出');
  });
});

describe('a sum beside the label of a refund', () => {
  const rows = ['商品名称 | 海盐季卡', '订单编号 | 88120039447001', '下单时间 | 2026-09-13 17:39:05'];
  const asked = (state: string): ScoredLine[] =>
    screen([`= ${state}`, '退款原因 | 不想要了', '退款金额 | ￥45.00', '退款编号 | 5500120039', ...rows]);
  const sumIn = (lines: readonly ScoredLine[]) => {
    const { kind, fields } = understand(lines, SIZE);
    return { kind, refunded: fields.find(({ key }) => key === 'refunded') };
  };

  it.each(['等待店家处理', '商家已拒绝您的申请', '售后已撤销', '退款申请已提交'])(
    'is none that came back: %s',
    (state) => {
      expect(sumIn(asked(state))).toEqual({ kind: 'refund', refunded: undefined });
    },
  );

  it('that is only asked for may be less than was paid: it is shown for a yes', () => {
    const { fields } = understand(asked('商家已拒绝您的申请'), SIZE);
    expect(fields.find(({ key }) => key === 'amount')).toMatchObject({ value: '45.00', by: 'guess' });
  });

  it('came back where the page says so, and nowhere else', () => {
    expect(sumIn(asked('退款成功'))).toMatchObject({ kind: 'refund', refunded: { value: '45.00', by: 'label' } });
    const order = ['= 订单详情', ...rows, '实付款 | ￥45.00', '退款金额 | ￥45.00'];
    expect(sumIn(screen(order)).refunded).toMatchObject({ by: 'guess' });
    expect(sumIn(screen([...order, '= 已全额退款'])).refunded).toMatchObject({ by: 'label' });
  });

  it('is decided by what is set largest, not by the steps of the way or what may still be', () => {
    const steps = [
      '= 提交申请',
      '商家同意后将退款成功',
      '提交申请 | 商家处理 | 退款成功',
      '退款金额 | ￥45.00',
      ...rows,
    ];
    expect(sumIn(screen([...steps, '= 退款关闭'])).refunded).toBeUndefined();
  });
});

describe('the words of an error', () => {
  it('have no telephone and no number of an order in them that stands beside them', () => {
    const dialog = (...words: string[]) =>
      read(screen(['= 提示', ...words.map((one) => `= ${one}`), '= 确定']), 'failure');
    expect(dialog('该卡密已被使用').failure).toBe('该卡密已被使用');
    expect(dialog('该卡密已被使用', '138 0013 8000').failure).toBe('该卡密已被使用');
    expect(dialog('该卡密已被使用', '20261109195811').failure).toBe('该卡密已被使用');
  });

  it('that a number of the page ran into are looked at by a person', () => {
    const page = ['订单号 | KM20261109195811', '= 提示', '= 该卡密已被使用KM20261109195811', '= 确定'];
    expect(read(screen(page), 'failure').failure).toMatch(/^\?/);
  });
});

describe('names without a label', () => {
  it.each([
    ['木星卡券 · 帮助与投诉', '木星卡券'],
    ['木星卡券 | 隐私条款 | 联系我们', '木星卡券'],
    ['Powered by 木星卡券 · 服务条款', '木星卡券'],
    ['版权所有 © 2026 木星卡券', '木星卡券'],
    ['京东 客服 | 再次购买', '京东'],
    ['苏宁易购交易详情', '苏宁易购'],
    ['木星点卡商城购买成功', '木星点卡商城'],
  ])('%s', (foot, platform) => {
    expect(read(screen(['订单编号 | 88120039447001', '商品名称 | 月卡', `= ${foot}`]), 'order').platform).toBe(
      platform,
    );
  });

  it("a page's name in one word with what is no platform names none", () => {
    expect(read(screen(['订单编号 | 88120039447001', '= 本月交易详情']), 'order').platform).toBeUndefined();
    expect(read(screen(['订单编号 | 88120039447001', '= 安全中心购买成功']), 'order').platform).toBeUndefined();
  });

  it('goods that begin with a platform are no platform, nor is the place someone is from', () => {
    expect(
      read(screen(['订单编号 | 88120039447001', '商品名称 | Steam 充值卡 100元']), 'order').platform,
    ).toBeUndefined();
    expect(read(screen(['订单编号 | 88120039447001', '= 信用极好·来自长沙']), 'order').platform).toBeUndefined();
  });

  it('a shop over its goods is certain with an arrow, a guess without', () => {
    const page = (name: string): ScoredLine[] => screen([name, '影视会员季卡', '¥58.00', '订单编号 | 88120039447001']);
    expect(read(page('小满生活>'), 'order').merchant).toBe('小满生活');
    expect(read(page('小满生活'), 'order').merchant).toBe('?小满生活');
  });

  it('labels are understood by their parts', () => {
    expect(
      read(
        screen([
          '订单编码 | FN88120260227193',
          '应付总额 | 188.80',
          '缴费完成时间 | 2026-02-27 11:05',
          '充值号码 | 15827740369',
        ]),
        'order',
      ),
    ).toMatchObject({
      orderNo: 'FN88120260227193',
      amount: '188.80',
      paidAt: '2026-02-27T11:05+08:00',
      account: '15827740369',
    });
  });
});

describe('a voucher', () => {
  it('takes the number under a hint, and no goods from words that any voucher has', () => {
    const found = read(
      screen([
        '商品 | 网络商品',
        '交易单号 | 4200003014202609053882176604',
        '商户单号 | 可在支持的商户扫码退款',
        ' | 20260905210510880612',
      ]),
      'payment',
    );
    expect(found).not.toHaveProperty('product');
    expect(found.tradeNo).toBe('4200003014202609053882176604');
  });

  it('of a bank is a message of what was taken, not of what is left', () => {
    const words = screen(['您尾号4417的储蓄卡10月3日18时26分向', '财付通支出人民币300.00元，', '活期余额1,027.55元。']);
    expect(understand(words, SIZE)).toMatchObject({ kind: 'payment' });
    expect(read(words, 'payment').amount).toBe('300.00');
  });
});

describe('the title of goods that had no room in one line', () => {
  const start = '永劫无间赛季通行证高级版含专属时装与';
  const full = `${start}头像框礼`;
  /** The second line stands close under the first, as in a paragraph; the price comes after, near or farther off. */
  function product(title: string, below: string, gap = 0): string | undefined {
    const lines = screen([title, below, '¥128.00', '订单编号 | 88120039447001']);
    const close = lines.map((line, i) => ({
      ...line,
      box: { ...line.box!, y: line.box!.y + [18, 0, gap, gap, gap][i]! },
    }));
    return read(close, 'order').product;
  }

  it('goes on with the word below it, over the price', () => {
    expect(product(full, '包')).toBe(`${full}包`);
    expect(product(full, '套', 20)).toBe(`${full}套`);
  });

  it('has no word of another column, nor one under a line that had room', () => {
    expect(product(start, '包')).toBe(start);
    expect(product(full, '= 包')).toBe(full);
  });
});

describe('a talk by the shape of its page', () => {
  const said = ['> 龙虾两只', '< 白灼', '> 蒜蓉', '< 葱油'];

  it('is one whatever is said', () => {
    expect(understand(screen(['= 海边小馆', ...said]), SIZE).kind).toBe('chat');
  });

  it('has two sides and one line in a row', () => {
    expect(understand(screen(['= 海边小馆', ...said.filter((line) => line.startsWith('<'))]), SIZE).kind).not.toBe(
      'chat',
    );
    expect(understand(screen(['龙虾 | 两只', '白灼 | 一份', '蒜蓉 | 三份', '葱油 | 半份']), SIZE).kind).not.toBe(
      'chat',
    );
  });
});

describe('what went wrong', () => {
  it('ends where the dialog goes on to dates and numbers', () => {
    const found = read(
      screen(['= 提示', '= 该账号存在违规行为已被封禁', '= 解封时间：2036/09/12 00:00:00', '= 确认']),
      'failure',
    );
    expect(found).toMatchObject({ failure: '该账号存在违规行为已被封禁', dispute: 'account_banned' });
  });

  it('reads the one code on the page though its field has no name', () => {
    expect(read(screen(['= 激活码兑换', 'QY8H3KD0PLM27X5A', '= 兑换失败，该激活码已被使用']), 'failure')).toMatchObject(
      { cardCode: 'QY8H3KD0PLM27X5A', dispute: 'card_invalid' },
    );
    expect(
      read(screen(['QY8H3KD0PLM27X5A', 'AB8H3KD0PLM27X99', '= 兑换失败，该激活码已被使用']), 'failure'),
    ).not.toHaveProperty('cardCode');
  });

  it('doubts a sentence that lost its spaces, and passes over one that says nothing', () => {
    expect(read(screen(['Theproductcodehasalreadybeenused']), 'failure').failure).toMatch(/^\?/);
    expect(read(screen(['Oops!,anerroroccurred!', 'Your account has been deactivated']), 'failure').failure).toBe(
      'Your account has been deactivated',
    );
  });

  it('of a code that may not be used here is not that it was used', () => {
    expect(read(screen(["This product key can't be used in your region."]), 'failure').dispute).toBe(
      'not_as_described',
    );
    expect(read(screen(['This product key has already been used.']), 'failure').dispute).toBe('card_invalid');
  });

  it.each([
    ['页面显示已开卡，但是没收到兑换券', 'not_delivered'],
    ['账号里没有收到购买的抽奖券', 'not_delivered'],
    ['商品写着秒到，结果一直没有发货', 'not_delivered'],
    ['账号里没有那款皮肤', 'not_as_described'],
    ['商品写着含坐骑，结果没有', 'not_as_described'],
  ])('tells what did not come from what came otherwise: %s', (said, dispute) => {
    expect(read(screen([said]), 'failure').dispute).toBe(dispute);
  });
});

describe('what is still under way', () => {
  const by = (...rows: string[]) => readFields(screen(rows), 'failure', SIZE).find(({ key }) => key === 'failure')?.by;

  it('is no failure that stands by itself, but for the words of a dialog', () => {
    expect(by('= 进度', '话费未到账，排队中')).toBe('guess');
    expect(by('= 提示', '= 话费未到账，排队中', '= 确定')).toBe('title');
  });

  it('is told from what failed', () => expect(by('= 进度', '话费未到账，通道已停用')).toBe('title'));
});

describe('words that only failures have', () => {
  it.each([
    '此号码已充值，不再受理',
    '本券已核销',
    '礼盒已领取',
    '网络中断',
    '流量包未生效',
    '点数未增加',
    '无任何发放记录',
    '套餐与机型不匹配',
    '您的角色已被盗',
  ])('%s: is what the page says went wrong, without a dialog', (words) => {
    expect(read(screen(['= 进度', words, '编号 | 5521']), 'failure').failure).toBe(words);
  });

  it.each(['请核对后再来', '不支持七天无理由退货', '专区开放至周日'])('%s: is none', (words) => {
    expect(read(screen(['= 进度', words, '编号 | 5521']), 'failure')).not.toHaveProperty('failure');
  });
});

describe('in a talk', () => {
  it("a number alone is the order's when it was asked for", () => {
    const said = (text: string): ReturnType<typeof understandTalk>['fields'] =>
      understandTalk([
        { side: 'other', text },
        { side: 'buyer', text: '8806120263317' },
      ]).fields.filter(({ key }) => key === 'orderNo');
    expect(said('单号多少').map(({ value }) => value)).toEqual(['8806120263317']);
    expect(said('加我QQ')).toEqual([]);
  });

  it('who cannot be reached any more has vanished', () => {
    const page = screen(['= 阿杰代充', '< 300 秒到，不到退你', '> 人呢？还没到', '= 消息已发出，但被对方拒收了。']);
    expect(understand(page, SIZE).fields.find(({ key }) => key === 'dispute')?.value).toBe('vanished');
  });
});
