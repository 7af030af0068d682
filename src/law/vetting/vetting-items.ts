/** One thing to check before buying. */
export interface VetItem {
  id: string;
  question: string;
  /** How to find out; only official or well-known addresses are named, nothing is fetched. */
  how: string;
  /** The answer that speaks for the platform. */
  good: 'yes' | 'no';
  /** What the other answer weighs. */
  weight: 'stop' | 'caution';
  fine: string;
  bad: string;
  unknown: string;
  /** What the heavy answer rests on. */
  rule?: string;
}

/** In the order in which a careful buyer asks. */
export const VET_ITEMS: readonly VetItem[] = [
  {
    id: 'licence',
    question: '网站上查得到营业执照和经营者名称吗？',
    how: '看网站底部或“关于我们”里公示的营业执照信息，抄下公司全称和统一社会信用代码',
    good: 'yes',
    weight: 'stop',
    rule: 'REQ-ID',
    fine: '公示了营业执照和经营者名称，出了问题知道找谁',
    bad: '没有公示营业执照和经营者名称，出了问题投诉、起诉都找不到人',
    unknown: '还没看营业执照和经营者名称',
  },
  {
    id: 'operator_match',
    question: '公示的经营者、备案主体和收款方是同一家吗？',
    how: '比对执照上的名称、网站底部备案号的主体和付款页显示的收款方',
    good: 'yes',
    weight: 'caution',
    rule: 'REG-11',
    fine: '公示的经营者和收款方一致',
    bad: '收款方和公示的经营者不是同一家，出了问题会互相推',
    unknown: '还没比对经营者和收款方',
  },
  {
    id: 'personal_account',
    question: '对方要你转账到个人账户、个人收款码，或加微信、QQ 私下付款吗？',
    how: '看付款页的收款方是公司还是个人；客服有没有引导你离开平台付款',
    good: 'no',
    weight: 'stop',
    rule: 'PLT-15',
    fine: '没有要求付给个人',
    bad: '要求付给个人账户：先停下，不要付。钱离开平台，担保和记录都没有了',
    unknown: '还没看收款方是公司还是个人',
  },
  {
    id: 'paid_through_platform',
    question: '可以用平台自己的收银台付款，钱由平台或支付机构经手吗？',
    how: '下单页走到付款那一步，看是不是平台的收银台，有没有“确认收货后付给卖家”',
    good: 'yes',
    weight: 'stop',
    rule: 'EV-04',
    fine: '通过平台付款，有支付机构的记录',
    bad: '不走平台付款，没有第三方记录，出了问题难以证明',
    unknown: '还没看怎么付款',
  },
  {
    id: 'illegal_goods',
    question: '商品涉及赌博、外挂、来路不明的卡或实名账号吗？',
    how: '看商品说明；价格远低于官方的，多半来路不明',
    good: 'no',
    weight: 'stop',
    rule: 'TRP-12',
    fine: '商品本身没有违法迹象',
    bad: '据解读，涉及赌博、外挂、盗刷或来路不明的商品，买的人也可能被牵连：不要买',
    unknown: '还没看商品来路',
  },
  {
    id: 'deposit',
    question: '平台有保证金、担保交易或先行赔付吗？',
    how: '看平台的规则页或店铺页有没有保证金金额、赔付规则，并截图',
    good: 'yes',
    weight: 'caution',
    rule: 'PLT-18',
    fine: '有保证金或担保，承诺了就要照做',
    bad: '没有保证金或担保，卖家跑了就没有东西可以赔',
    unknown: '还没看有没有保证金或担保',
  },
  {
    id: 'complaints',
    question: '这家的投诉多、而且多半没解决吗？',
    how: '自己去查：tsgs.12315.cn 的投诉公示，tousu.sina.com.cn（媒体平台，没有处理权力），输入公司全称和平台名',
    good: 'no',
    weight: 'caution',
    fine: '据公示，没有看到成批没解决的投诉',
    bad: '据公示和网上记录，投诉多而且没解决，别人的今天可能是你的明天',
    unknown: '还没查投诉记录',
  },
  {
    id: 'one_yuan_test',
    question: '先买一件最便宜的试过，发货、兑换都正常吗？',
    how: '先买最小面额的，一块钱的也行，走完下单、发卡、兑换，再决定买大的',
    good: 'yes',
    weight: 'stop',
    fine: '小额试过，发货和兑换都正常',
    bad: '小额试单就出了问题，不要再买',
    unknown: '还没有小额试单；先试一件最便宜的',
  },
  {
    id: 'terms_saved',
    question: '用户协议、投诉规则、售后时限和商品描述都截图存下来了吗？',
    how: '截协议、投诉规则、商品页，带网址和日期；规则会改，平台要保存历史版本',
    good: 'yes',
    weight: 'caution',
    rule: 'PLT-07',
    fine: '买前的规则和描述已存下来',
    bad: '没有存下规则和描述，以后对方改了就说不清；花一分钟截图再买',
    unknown: '还没存规则和描述',
  },
  {
    id: 'service_reachable',
    question: '客服和投诉入口找得到、有人答吗？',
    how: '买前先问一句售后怎么办，看多久有人答；找一下平台的投诉入口在哪里',
    good: 'yes',
    weight: 'caution',
    rule: 'PLT-03',
    fine: '客服和投诉入口都在',
    bad: '买前就找不到客服或投诉入口，买后更难',
    unknown: '还没试过客服和投诉入口',
  },
];
