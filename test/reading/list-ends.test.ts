import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { SIZE, screen } from './lines.ts';

const read = (rows: string[]) => understand(screen(rows), SIZE);
const valueOf = (rows: string[], key: string) => read(rows).fields.find((field) => field.key === key)?.value;

describe('labels and values that run on in a line', () => {
  const rows = ['订单编号：88120039447001；商品：月光季卡；取货口令：无；店铺：白杨书屋；', '合计：¥35.00；'];

  it('end where the list puts its sign, known label or not', () => {
    expect(valueOf(rows, 'orderNo')).toBe('88120039447001');
    expect(valueOf(rows, 'product')).toBe('月光季卡');
    expect(valueOf(rows, 'merchant')).toBe('白杨书屋');
    expect(valueOf(rows, 'amount')).toBe('35.00');
  });

  it.each([
    '<订单编号> 88120039447001',
    '《订单编号》88120039447001',
    '★ 订单编号：88120039447001',
    '订单编号=88120039447001',
  ])('are known by the signs around them: %s', (line) =>
    expect(valueOf([line, '合计：¥35.00', '商品：月光季卡'], 'orderNo')).toBe('88120039447001'),
  );
});

describe('a number that the button behind it leaves no room for', () => {
  it('goes on in the next line', () => {
    const lines = [
      { text: '交易单号', box: { x: 30, y: 100, width: 120, height: 33 } },
      { text: '42000031182026110999887', box: { x: 311, y: 100, width: 383, height: 33 } },
      { text: '76655', box: { x: 533, y: 142, width: 83, height: 33 } },
      { text: '复制', box: { x: 646, y: 146, width: 48, height: 26 } },
      { text: '支付方式', box: { x: 30, y: 210, width: 120, height: 33 } },
      { text: '零钱', box: { x: 620, y: 210, width: 74, height: 33 } },
    ];
    const { fields } = understand(lines, { width: 720, height: 900 });
    expect(fields.find(({ key }) => key === 'tradeNo')?.value).toBe('4200003118202611099988776655');
  });
});

describe('what a page is', () => {
  it('is told by what stands on it, where neither title nor number has a known name', () => {
    const rows = [
      '凭据码 | 88120039447001',
      '宝贝 | 月光季卡',
      '卖家 | 白杨书屋',
      '合计 | ¥35.00',
      '拍下时间 | 2026-09-13 17:39',
    ];
    expect(read(rows).kind).toBe('order');
  });

  it('is no failure because a row of it says that something is not to be had', () => {
    const rows = [
      '宝贝 | 月光季卡',
      '卖家 | 白杨书屋',
      '合计 | ¥35.00',
      '数量 | 1',
      '售后约定 | 不支持退换，无法使用可联系客服',
    ];
    expect(read(rows).kind).toBe('order');
  });
});

describe('what is no name', () => {
  it.each(['手机端', '微信小程序', 'APP', 'iOS'])('a way in: %s', (said) =>
    expect(
      read(['订单编号 | 88120039447001', '合计 | ¥35.00', `订单来源 | ${said}`]).fields.map(({ key }) => key),
    ).not.toContain('platform'),
  );
  it.each(['¥35.00', '2026-09-13 17:39:05'])('and no goods: %s', (said) =>
    expect(valueOf(['订单编号 | 88120039447001', `商品 | ${said}`], 'product')).toBeUndefined(),
  );
});

describe('labels that no table has', () => {
  it('are of what their letters say, in a column of labels, where the second reader says so too', () => {
    const rows = [
      '购货凭单编码 | 88120039447001',
      '订下商品名目 | 月光季卡',
      '出货店家名 | 白杨书屋',
      '实缴总款额 | ¥35.00',
      '拍定提交时刻 | 2026-09-13 17:39:05',
    ];
    expect(valueOf(rows, 'orderNo')).toBe('88120039447001');
    expect(valueOf(rows, 'merchant')).toBe('白杨书屋');
    expect(valueOf(rows, 'amount')).toBe('35.00');
  });

  it('are not of the purchase where they speak of something else', () => {
    const rows = [
      '订单编号 | 88120039447001',
      '商品 | 月光季卡',
      '快递运送单号 | 77120039447002',
      '售后投诉编号 | 66120039447003',
    ];
    expect(
      read(rows)
        .fields.filter(({ key }) => key === 'orderNo')
        .map(({ value }) => value),
    ).toEqual(['88120039447001']);
  });
});

describe('a page that writes what a value is behind it', () => {
  it('is read so', () => {
    const lines = [
      ['88120039447001', '订单编号'],
      ['月光季卡', '商品'],
      ['白杨书屋', '店铺'],
      ['¥35.00', '实付款'],
      ['2026-09-13 17:39:05', '下单时间'],
    ].flatMap(([value, label], i) => [
      { text: value!, box: { x: 30, y: 100 + 60 * i, width: value!.length * 16, height: 32 } },
      { text: label!, box: { x: 690 - label!.length * 24, y: 104 + 60 * i, width: label!.length * 24, height: 24 } },
    ]);
    const { fields } = understand(lines, { width: 720, height: 900 });
    const said = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
    expect(said).toMatchObject({
      orderNo: '88120039447001',
      merchant: '白杨书屋',
      product: '月光季卡',
      amount: '35.00',
    });
  });
});

describe('who could not log in', () => {
  it.each(['登录状态已过期，请重新登录', '短信验证码有误', '用户名或密码不正确', '该邮箱还没有注册'])(
    'was sold nothing bad: %s',
    (said) => {
      const keys = read([said, '知道了']).fields.map(({ key }) => key);
      expect(keys).not.toContain('failure');
      expect(keys).not.toContain('dispute');
    },
  );
  it('but for a card whose password is wrong', () => {
    expect(valueOf(['提示', '充值卡密码错误', '知道了'], 'dispute')).toBe('card_invalid');
  });
});
