import { describe, expect, it } from 'vitest';
import { DOCUMENT_IDS } from '../../../src/model/dispute.ts';
import { lintText } from '../../../src/words/lint/lint.ts';
import { amountsIn } from '../../../src/words/lint/amounts.ts';

const kinds = (text: string, options = {}): string[] => lintText(text, options).map(({ kind }) => kind);
const ID = '11010519491231002X';

describe('threats', () => {
  it.each([
    '不退钱就曝光你们',
    '不退钱就举报你',
    '不处理我就找媒体',
    '让你开不下去',
    '再不退我就上门堵你',
    '弄死你',
    '我要人肉你',
    '等着瞧',
    '今天不退款后果自负',
    '要么退钱要么上热搜',
    '三天内退钱。否则我就把你们挂到网上。',
    '给我两千，我就撤销举报',
    '想让我删帖，先转五百过来',
    '赔偿三千元我就不报警',
    '不退我就死给你看',
  ])('%s', (text) => {
    const threats = lintText(text).filter(({ kind }) => kind === 'threat');
    expect(threats.length).toBeGreaterThan(0);
    expect(threats.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each([
    '如未在2026年9月10日前处理，本人将依法向市场监督管理部门投诉。',
    '本人保留依法向人民法院提起诉讼的权利。',
    '逾期未处理的，本人将依法向人民法院提起诉讼。',
    '如商家拒不退款，本人将依法向公安机关报案。',
    '如协商不成，我将向消费者协会申请调解。',
    '退款到账后，本人将撤回投诉。',
    '由此产生的法律后果由贵方承担。',
    '我已于9月8日报警，取得受案回执。',
    '我不会在网上曝光商家。',
    '请勿人肉商家。',
    '对方威胁要人肉我。',
    '客服说我再投诉就弄死我。',
    '页面写明泄露卡密后果自负。',
    '请安排人员上门取件。',
  ])('%s passes', (text) => {
    expect(lintText(text)).toEqual([]);
  });
});

describe('threats that name nothing', () => {
  it.each([
    ['a private life that is known', '你孩子在哪个学校我清楚得很。'],
    ['a friend at court, left to them', '我表哥在税务局，你自己掂量。'],
    ['what lies ready and hangs on them', '视频剪好了，发不发看你。'],
    ['a choice with no remedy on one side', '要么退钱，要么首页挂一个月。'],
    ['silence at a price', '两千，这事我就当没看见。'],
    ['an end left open', '接下来会发生什么我可不保证。'],
    ['an act that is no lawful way', '如果三天内还不退款，我会让你的合作商都收到这些截图。'],
  ])('%s', (_, text) => {
    expect(kinds(text)).toContain('threat');
  });

  it.each([
    ['told of the other side', '卖家说知道我孩子在哪个学校。'],
    ['a choice of remedies', '要么补发，要么退款，请选一个。'],
    ['material for the platform', '录屏已经准备好了，平台需要时可以提交。'],
    ['a friend who gave advice', '我表哥在税务局工作，他建议我先向商家要发票。'],
    ['a condition with a lawful act', '如果三天内还不退款，我会向12315平台投诉。'],
    ['denied', '我没有联系过你的家人。'],
    ['not known', '我不知道你家在哪。'],
  ])('%s passes', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('may be agreed on in a settlement', () => {
    const agreed = '乙方退款后，甲方不再公开发布相关内容，并删除已发布的帖子。';
    expect(kinds(agreed, { audience: 'settlement' })).toEqual([]);
  });
});

describe('money above the claim', () => {
  it('is compared only in a demand and where the claim is known', () => {
    expect(kinds('要求退还5000元。', { claimFen: 9650 })).toEqual(['threat']);
    expect(kinds('要求退还96.50元。', { claimFen: 9650 })).toEqual([]);
    expect(kinds('要求退还5000元。')).toEqual([]);
    expect(kinds('我的账户余额为5000元，已付96.50元。', { claimFen: 9650 })).toEqual([]);
  });

  it('lets the punitive claim of the law stand, and no more', () => {
    const claim = { claimFen: 9650, punitiveFen: 9650 + 50_000 };
    expect(kinds('依据消费者权益保护法第五十五条，请求赔偿500元。', claim)).toEqual([]);
    expect(kinds('依据消费者权益保护法第五十五条，请求赔偿5000元。', claim)).toEqual(['threat']);
  });

  it('stops the letter when a step hangs on it', () => {
    const [finding] = lintText('不赔5000元我就投诉到底', { claimFen: 9650 });
    expect(finding).toMatchObject({ kind: 'threat', severity: 'error' });
  });

  it.each([
    ['¥96.50', 9650],
    ['1,299.00元', 129900],
    ['5千块', 500000],
    ['两万元', 2000000],
    ['五百块', 50000],
    ['三千五百元', 350000],
    ['一百零五元', 10500],
    ['3w', 3000000],
    ['十五元', 1500],
    ['人民币200', 20000],
    ['两万', 2000000],
  ])('reads %s', (text, fen) => {
    expect(amountsIn(text).map((amount) => amount.fen)).toEqual([fen]);
  });

  it('reads no amount where none stands', () => {
    expect(amountsIn('订单号761072976091679384，共3张，9月1日')).toEqual([]);
  });
});

describe('private data', () => {
  it('keeps an identity number from those who do not need it', () => {
    for (const audience of DOCUMENT_IDS) {
      const needed = ['regulator', 'report', 'police', 'court', 'association', 'mediation'].includes(audience);
      expect(kinds(`身份证号 ${ID}`, { audience }), audience).toEqual(needed ? [] : ['privacy']);
    }
  });

  it('knows an identity number by its check digit or its label', () => {
    expect(kinds(`单据 ${ID}`)).toEqual(['privacy']);
    expect(kinds('单据 110105194912310021')).toEqual([]);
    expect(kinds('身份证：110105194912310021')).toEqual(['privacy']);
    expect(kinds('身份证号码 110105 19491231 002x')).toEqual(['privacy']);
  });

  it.each([
    '手机13812345678',
    '电话138-1234-5678',
    '+86 138 1234 5678',
    '１３８１２３４５６７８',
    '微信号：abc_12345',
    'QQ 123456789',
    'wxid_ab12cd34',
    'zhang.san@qq.com',
    '银行卡6222021001116245702',
    '家住杭州市西湖区文三路8号2栋301室',
  ])('%s', (text) => {
    expect(kinds(text)).toContain('privacy');
  });

  it.each([
    '订单号761072976091679384',
    '交易号2026090122001904146741483431',
    '交易单号4200002345202609016789012345',
    '订单编号 13812345678',
    '流水号6222021001116245702',
    '2026-09-01 17:39:39',
    '客服电话400-123-4567',
    '138****5678',
    '客服邮箱service@example.com',
    '微信支付订单已完成',
    '公司地址：杭州市西湖区文三路8号2栋301室',
    '卡号8位，卡密16位',
  ])('%s is none', (text) => {
    expect(lintText(text)).toEqual([]);
  });

  it('covers a code that still works, however it is grouped, and lets court and police see a warning', () => {
    const options = { unredeemedCodes: ['RAMXZ-D5G34-2T76B'] };
    for (const text of ['卡密为RAMXZ-D5G34-2T76B。', '卡密为 ramxz d5g34 2t76b。', 'RAMXZD5G342T76B']) {
      expect(lintText(text, { ...options, audience: 'merchant' })).toMatchObject([
        { kind: 'privacy', severity: 'error' },
      ]);
      expect(lintText(text, { ...options, audience: 'court' })).toMatchObject([
        { kind: 'privacy', severity: 'warning' },
      ]);
    }
    expect(lintText('卡密RAMXZ-*****-2T76B', { ...options, audience: 'merchant' })).toEqual([]);
  });

  it('knows what the case knows: the own phone is fine for the merchant, not for the public', () => {
    const knownPrivate = [
      { key: 'buyerPhone', value: '13812345678' },
      { key: 'buyerName', value: '张三丰' },
    ];
    const text = '投诉人张三丰，电话138 1234 5678';
    expect(kinds(text, { knownPrivate, audience: 'merchant' })).toEqual([]);
    expect(kinds(text, { knownPrivate, audience: 'public' })).toEqual(['privacy', 'privacy']);
  });
});

describe('against oneself', () => {
  it.each([
    '我是做代理的，批量进货转卖。',
    '我把账号租给别人用。',
    '我用外挂被封了。',
    '我已经兑换使用了但还是想退。',
    '我用小号薅羊毛。',
    '我用的是朋友的身份证实名。',
  ])('%s', (text) => {
    const findings = lintText(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map(({ kind, severity }) => `${kind} ${severity}`))).toEqual(new Set(['privacy warning']));
  });

  it.each([
    '本人不是代理，没有转卖。',
    '我没有把账号租给任何人。',
    '平台以我使用外挂为由封号。',
    '商家是代理商。',
    '我从未使用外挂。',
  ])('%s is no admission', (text) => {
    expect(lintText(text)).toEqual([]);
  });
});
