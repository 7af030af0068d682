import type { Part } from '../../src/reading/parts/parts.ts';
import { describe, expect, it } from 'vitest';
import { PAGE_MARKS } from '../../src/reading/kinds/marks.ts';
import { LABELS } from '../../src/knowledge/built/labels.ts';
import { labelForm } from '../../src/knowledge/label-form.ts';
import { labelRow } from '../../src/reading/page/labels/labels.ts';
import { disputeOf, RULES } from '../../src/reading/layouts/troubles.ts';
import { DISPUTE_IDS } from '../../src/model/dispute.ts';
import { FACT_KEYS } from '../../src/model/facts.ts';
import { KIND_IDS } from '../../src/model/evidence.ts';
import { classify, screen, SIZE } from './lines.ts';

const kindOf = (...rows: string[]): string => classify(screen(rows), SIZE).kind;

describe('classify', () => {
  it.each([
    [
      'order',
      ['= 购买记录', '商品标题 | 网易云黑胶年卡', '下单编号 | A20260102993847', '实际支付 | ¥128.00', '已发货'],
    ],
    [
      'payment',
      ['= 支付成功', '= -30.00', '收款商户 | 某某科技', '交易单号 | 4200001234202601021234567890', '支付方式 | 零钱'],
    ],
    [
      'refund',
      ['= 退款详情', '退款成功', '退款金额 | ¥20.00', '退款到账时间 | 2026-06-26 11:08:30', '退回账户 | 零钱'],
    ],
    // The same page in the wallet as that of the payment, but for the plus.
    [
      'refund',
      [
        '= 账单详情',
        '= +48.25',
        '= 小北点卡专营店',
        '当前状态 | 退款成功',
        '退款时间 | 2026-11-05 15:12:20',
        '商品说明 | 退款-Steam 充值卡 100元',
        '对方账户 | 小北点卡专营店',
        '订单号 | 2026102522001620331889426963',
        '商家订单号 | KM202610251320113684',
      ],
    ],
    // What was paid and has come back since is still the voucher of what was paid.
    [
      'payment',
      [
        '= 账单详情',
        '= -96.50',
        '当前状态 | 已全额退款',
        '支付时间 | 2026-10-25 13:20:11',
        '商品 | Steam 充值卡 100元',
        '交易单号 | 4200921296202609062344195308',
        '商户单号 | KM202610251320113684',
      ],
    ],
    ['failure', ['= 礼品卡兑换', '= 提示', '= 该礼品卡已过期', '= 我知道了']],
    ['failure', ['= 无法访问此网站', '= 找不到服务器 IP 地址', '= ERR_NAME_NOT_RESOLVED']],
    ['chat', ['= 小店客服', '> 在吗，码用不了', '< 亲，您好，请稍等', '> 麻烦给我退款，谢谢']],
    [
      'order',
      [
        '= 充值失败',
        '订单编号 | 8812003944700123',
        '充值账号 | 13500001111',
        '支付金额 | ¥99.80',
        '下单时间 | 2026-03-01 09:00:01',
        '失败原因 | 运营商维护中',
        '退款状态 | 退款处理中',
      ],
    ],
    [
      'payment',
      [
        '= 支付宝',
        '= 转账到支付宝账户',
        '= 张三丰',
        '= 500.00',
        '交易成功',
        '转账备注 | 买号',
        '创建时间 | 2026-04-04 04:04',
        '订单号 | 20260404200040011100440012345678',
      ],
    ],
    ['failure', ['= Steam', '= 产品代码无效', '= 您输入的产品代码无效或不是产品代码。']],
    [
      'rule_page',
      ['= 用户服务协议', '第一条 总则', '第二条 购买须知', '第三条 退款规则', '虚拟商品发出后不支持无理由退货'],
    ],
    [
      'filing_receipt',
      ['= 投诉提交成功', '投诉编号：20260901001234', '被投诉企业 | 某某公司', '受理单位：市场监督管理局'],
    ],
    [
      'identity',
      ['= 营业执照', '统一社会信用代码 | 91420100MA4KXXXX0X', '名称 | 某某科技有限公司', '法定代表人 | 张三'],
    ],
    [
      'bill',
      [
        '= 全部账单',
        '支出¥1,208.00 收入¥0.00',
        '超市 | -12.00',
        '话费 | -50.00',
        '早餐 | -6.50',
        '打车 | -23.10',
        '书 | -45.00',
      ],
    ],
  ] as const)('says %s by what stands there', (kind, rows) => {
    expect(kindOf(...rows)).toBe(kind);
  });

  it('says other with low confidence when nothing tells', () => {
    expect(classify(screen(['= 晚霞', '2026']), SIZE)).toEqual({ kind: 'other', confidence: 0.2 });
    expect(classify([], SIZE).kind).toBe('other');
  });

  it('is not led astray by one word of another kind', () => {
    expect(
      kindOf('= 订单详情', '订单编号 | 88120039447', '下单时间 | 2026-01-02 10:00:00', '实付款 | ¥10.00', '退款/售后'),
    ).toBe('order');
    expect(kindOf('= 老板', '> 我要退款，订单详情截图发你了', '< 稍等，我看看', '> 好的')).toBe('chat');
  });

  it('goes by what the second reader found where no table has the labels', () => {
    const rows = ['取件牌 | 7001122334455', '拿走的时候 | 2026-03-04 12:02', '拿走了 | 贝壳风铃', '一共给 | ¥45.20'];
    const heard = new Set<Part>(['orderNo', 'orderedAt', 'product', 'amount']);
    expect(classify(screen(rows), SIZE).kind).toBe('other');
    expect(classify(screen(rows), SIZE, heard).kind).toBe('order');
    const voucher = new Set<Part>(['tradeNo', 'paidAt', 'payee', 'amount']);
    expect(classify(screen(rows), SIZE, voucher).kind).toBe('payment');
  });

  it('takes no page for a talk on which as many different things are found as no talk has', () => {
    const rows = ['= 贝壳铺', '> 你好，在吗', '< 在的亲', '> 什么时候发货'];
    expect(classify(screen(rows), SIZE).kind).toBe('chat');
    const heard = new Set<Part>(['orderNo', 'orderedAt', 'product', 'amount', 'merchant']);
    expect(classify(screen(rows), SIZE, heard).kind).not.toBe('chat');
  });

  it('reads text without places as well', () => {
    const lines = [
      '订单详情',
      '订单编号：8812003944700',
      '商品名称：月卡',
      '实付款：10.00',
      '下单时间：2026-01-02 10:00:00',
    ].map((text) => ({ text }));
    expect(classify(lines).kind).toBe('order');
  });
});

describe('tables', () => {
  it('means one thing with each label', () => {
    const seen = new Map<string, string>();
    for (const row of LABELS) {
      expect([...FACT_KEYS, 'none']).toContain(row.means);
      for (const word of row.words) {
        const form = labelForm(word);
        expect(form, word).not.toBe('');
        expect(seen.get(form) ?? row.means, word).toBe(row.means);
        seen.set(form, row.means);
        expect(labelRow(` ${word}：`), word).toBe(row);
      }
    }
  });

  it('has marks of known kinds and troubles for every dispute', () => {
    for (const mark of PAGE_MARKS) {
      expect(KIND_IDS).toContain(mark.kind);
      expect(mark.weight).toBeGreaterThan(0);
    }
    expect(new Set(RULES.map(({ dispute }) => dispute))).toEqual(new Set(DISPUTE_IDS));
  });

  it.each([
    ['card_invalid', '兑换码错误或已过期'],
    ['card_invalid', 'This code has already been redeemed'],
    ['card_invalid', '序列号已被其他用户激活'],
    ['not_delivered', '买了三天话费还没到账'],
    ['not_delivered', '暂无充值记录'],
    ['account_banned', '号登不上了，说密码错误'],
    ['card_invalid', '卡号或密码错误'],
    ['account_banned', '您的账号已被封停至2036年'],
    ['account_banned', '号被找回了'],
    ['not_as_described', '收到的和描述不符'],
    ['not_as_described', '当前地区不支持激活此产品'],
    ['vanished', '对方已将你拉黑'],
    ['vanished', '该店铺已关闭'],
    ['platform_fault', '平台重复扣款两次'],
    ['service', '客服一直不回'],
  ])('hears %s in “%s”', (dispute, words) => {
    expect(disputeOf(words)?.dispute).toBe(dispute);
  });

  it('hears nothing in small talk or in a number', () => {
    expect(disputeOf('好的谢谢')).toBeUndefined();
    expect(disputeOf('订单号213354433404289775')).toBeUndefined();
  });
});
