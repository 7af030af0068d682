import { always, type ChannelRow, SETTLED } from './row.ts';

/** Seller, platform and payment provider: the doors of the trade itself. */
export const MERCHANT: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.situation.dispute === 'platform_fault',
    status: 'blocked',
    reasons: [{ rule: 'PLT-09', text: '问题出在平台自己，找商家解决不了，直接找平台经营者' }],
  },
  {
    when: (s) => s.situation.site === 'self_operated',
    status: 'blocked',
    reasons: [{ rule: 'PLT-17', text: '页面标着自营，卖家就是平台，直接找平台经营者' }],
  },
  {
    when: (s) => s.merchantClosed && s.open('merchant'),
    status: 'done',
    reasons: [
      {
        rule: 'PLT-12',
        text: '提出要求已超过十五日没有退款，又没有正当理由的，视为故意拖延或者无理拒绝；不必再等，往下走',
      },
    ],
  },
  {
    when: (s) => s.open('merchant'),
    status: 'done',
    reasons: [
      {
        rule: 'PLT-12',
        text: '已向商家提出，等它答复；从提出要求起超过十五日仍无正当理由不退，视为故意拖延或者无理拒绝',
      },
    ],
  },
  {
    when: (s) => s.sellerGone,
    status: 'blocked',
    reasons: [{ rule: 'POL-04', text: '联系不上卖家。发出去的消息和没有回应的样子截下来就够了，不必再等' }],
  },
  {
    when: (s) => s.refused('merchant') || s.ended('merchant'),
    status: 'later',
    reasons: [{ rule: 'SUB-15', text: '商家已经拒绝。同样的话不要再说一遍；有了新证据再提，每次要求都留下凭据' }],
    needs: ['new_proof'],
  },
  {
    when: (s) => s.situation.seller === 'unknown',
    status: 'now',
    reasons: [
      { rule: 'SUB-15', text: '先在订单的聊天窗口里写明订单号、问题和诉求；不知道对方真名不妨碍这一步，留下凭据即可' },
    ],
  },
  {
    when: always,
    status: 'now',
    reasons: [
      { rule: 'SUB-04', text: '和你订立合同的是商家，交付和质量由它负责' },
      { rule: 'PLT-12', text: '写明日期的书面要求要留底：超过十五日无正当理由不退，视为故意拖延或者无理拒绝' },
    ],
  },
];

export const PLATFORM: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.situation.site === 'own_site',
    status: 'blocked',
    reasons: [{ rule: 'JUR-02', text: '这是商家自己的网站，没有另一个平台可以投诉，网站经营者就是卖家' }],
  },
  {
    when: (s) => s.open('platform') && s.platformSilent,
    status: 'done',
    reasons: [{ rule: 'PLT-03', text: '已经提交，平台该“及时”处理却还没有答复；先催办一次，再升级给平台经营者' }],
  },
  {
    when: (s) => s.open('platform'),
    status: 'done',
    reasons: [{ rule: 'PLT-03', text: '已经提交，等平台处理；不要重复提交同一份' }],
  },
  {
    when: (s) => s.refused('platform') || s.ended('platform'),
    status: 'later',
    reasons: [{ rule: 'PLT-10', text: '平台已经拒绝或结案。对照它的理由补上缺的证据再提，不要原样重交' }],
    needs: ['new_proof'],
  },
  {
    when: (s) => s.platformIsRespondent,
    status: 'now',
    reasons: [{ rule: 'PLT-03', text: '在投诉中心留下一份有日期的记录；平台自己的问题同时要写给平台经营者' }],
  },
  {
    when: always,
    status: 'now',
    reasons: [
      { rule: 'PLT-03', text: '平台要有便捷、有效的投诉机制并及时处理' },
      { rule: 'PLT-02', text: '有日期的书面通知让平台“知道”；知道后不采取必要措施的，要和商家承担连带责任' },
    ],
  },
];

export const PLATFORM_OPERATOR: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.situation.site === 'own_site' && s.situation.dispute !== 'platform_fault',
    status: 'blocked',
    reasons: [{ rule: 'JUR-02', text: '网站经营者就是卖家，按“商家”这条路走' }],
  },
  {
    when: (s) => s.open('platform_operator'),
    status: 'done',
    reasons: [{ rule: 'PLT-03', text: '已经写给平台经营者，等它答复' }],
  },
  {
    when: (s) => s.refused('platform_operator') || s.ended('platform_operator'),
    status: 'later',
    reasons: [{ rule: 'PLT-02', text: '平台经营者已经拒绝。有新证据可以再提；不必停在这里，投诉和起诉不以它为前提' }],
    needs: ['new_proof'],
  },
  {
    when: (s) => s.situation.dispute === 'platform_fault',
    status: 'now',
    reasons: [
      {
        rule: 'PLT-09',
        text: '平台自己的问题由平台经营者负责：它要说明事实、理由和依据，要有申诉渠道；你要求人工判定的，应当人工判定',
      },
    ],
  },
  {
    when: (s) => s.situation.site === 'self_operated',
    status: 'now',
    reasons: [{ rule: 'PLT-17', text: '标记自营或者足以让人以为是自营的，平台经营者要承担卖家的责任' }],
  },
  {
    when: (s) => s.situation.seller === 'unknown' || s.situation.seller === 'unreachable',
    status: 'now',
    reasons: [
      { rule: 'PLT-01', text: '要求平台提供卖家的真实名称、地址和有效联系方式；它不能提供的，可以要求平台赔偿' },
    ],
  },
  {
    when: (s) => s.noticeIgnored || s.platformSilent,
    status: 'now',
    reasons: [
      {
        rule: 'PLT-02',
        text: '平台收到有日期的通知后拒绝或没有动作，写给平台经营者：知道而不采取必要措施的，和商家承担连带责任',
      },
    ],
  },
  {
    when: always,
    status: 'later',
    reasons: [{ rule: 'PLT-02', text: '先向投诉中心提交，平台拒绝或一直不答，再写给平台经营者' }],
  },
];

export const PAYMENT: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.open('payment'),
    status: 'done',
    reasons: [{ rule: 'PLT-19', text: '已向支付机构投诉，等它处理' }],
  },
  {
    when: (s) => s.refused('payment') || s.ended('payment'),
    status: 'later',
    reasons: [{ rule: 'PLT-19', text: '支付机构已经答复。它只管支付环节，补上商家违约的证据可以再提一次' }],
    needs: ['new_proof'],
  },
  {
    when: (s) => s.situation.paidBy === undefined,
    status: 'later',
    reasons: [{ rule: 'PLT-19', text: '先说明怎么付的款，才知道找哪一家支付机构' }],
    needs: ['paid_by'],
  },
  {
    when: (s) => s.situation.paidBy === 'balance',
    status: 'later',
    reasons: [{ rule: 'SUB-20', text: '这一单扣的是平台余额，没有经过支付机构；要查的是当初充值的那一笔' }],
    needs: ['trade_no'],
  },
  {
    when: (s) => s.overLimitForOffice,
    status: 'later',
    reasons: [{ rule: 'PLT-19', text: '付款已超过三年，支付机构可能不再留有这一笔的记录，先问清楚再投诉' }],
    needs: ['trade_no'],
  },
  {
    when: (s) => s.situation.paidBy === 'personal_transfer' && s.fraudSigns,
    status: 'now',
    reasons: [
      { rule: 'POL-13', text: '向个人转账又出现异常，在账单详情里举报收款账户，同时报警；支付机构多半不会直接退款' },
    ],
    needs: ['trade_no'],
  },
  {
    when: (s) => s.situation.paidBy === 'personal_transfer',
    status: 'later',
    reasons: [
      { rule: 'PLT-15', text: '私下转账，支付机构一般只受理举报、不负责退款；如果是商家的人让你转的，商家仍要负责' },
    ],
    needs: ['trade_no'],
  },
  {
    when: always,
    status: 'now',
    reasons: [
      {
        rule: 'PLT-19',
        text: '在微信、支付宝或银行的账单详情里投诉这个商户，越早越好；支付机构只管支付环节，不替代商家的责任',
      },
    ],
    needs: ['trade_no'],
  },
];
