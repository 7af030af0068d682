import { findRule, isStatable } from '../../law/rules/index.ts';
import { statuteTitle, type StatuteKey } from '../../law/rules/statutes.ts';
import { type Day } from '../../model/moment.ts';

interface Ground {
  rule: string;
  statute: StatuteKey;
  /** As cited: `第二十条`. One of the places of the rule. */
  article: string;
  /** What it says, short, in the words of the rule. */
  says: string;
}

/**
 * What letters say of the law. Every row is tested against the rulebook: the
 * rule exists, is stated as law there (never second-hand), and has this place.
 */
export const GROUNDS = {
  delivery_online: {
    rule: 'SUB-02',
    statute: 'ecommerce',
    article: '第五十一条第二款',
    says: '采用在线传输方式交付的，合同标的进入对方当事人指定的特定系统并且能够检索识别的时间为交付时间',
  },
  deliver_as_promised: {
    rule: 'SUB-03',
    statute: 'ecommerce',
    article: '第二十条',
    says: '经营者应当按照承诺或者与消费者约定的方式、时限交付',
  },
  nonconforming: {
    rule: 'SUB-04',
    statute: 'civil_code',
    article: '第五百八十二条',
    says: '商品不符合约定的，可以要求重作、更换、退货或者减少价款',
  },
  quality_return: {
    rule: 'SUB-05',
    statute: 'consumer',
    article: '第二十四条',
    says: '商品不符合质量要求的，消费者可以自收到商品之日起七日内退货；七日后符合法定解除合同条件的，消费者可以及时退货',
  },
  breach: {
    rule: 'SUB-16',
    statute: 'civil_code',
    article: '第五百七十七条',
    says: '履行合同义务不符合约定的，应当承担违约责任',
  },
  terms_void: {
    rule: 'SUB-17',
    statute: 'civil_code',
    article: '第四百九十七条',
    says: '不公平、不合理地免除自己责任的格式条款无效',
  },
  short_window: {
    rule: 'SUB-13',
    statute: 'civil_code',
    article: '第六百二十二条',
    says: '约定的检验期限过短的，该期限仅视为买受人对标的物的外观瑕疵提出异议的期限',
  },
  rule_versions: {
    rule: 'PLT-07',
    statute: 'platform_rules',
    article: '第十五条',
    says: '平台应当保存规则修改后的版本生效之日前三年的全部历史版本',
  },
  rescind: {
    rule: 'SUB-09',
    statute: 'civil_code',
    article: '第五百六十三条第一款第三项、第四项',
    says: '催告后在合理期限内仍未履行，或者违约行为致使不能实现合同目的的，当事人可以解除合同',
  },
  rescind_notice: {
    rule: 'SUB-09',
    statute: 'civil_code',
    article: '第五百六十五条',
    says: '解除合同的通知到达对方时合同解除；通知可以载明逾期不履行则合同自动解除',
  },
  platform_handles: {
    rule: 'PLT-03',
    statute: 'ecommerce',
    article: '第五十九条',
    says: '平台应当建立便捷、有效的投诉、举报机制，公开投诉、举报方式等信息，及时受理并处理投诉、举报',
  },
  platform_assists: {
    rule: 'PLT-04',
    statute: 'ecommerce',
    article: '第六十一条',
    says: '电子商务平台经营者应当积极协助消费者维护合法权益',
  },
  platform_records: {
    rule: 'PLT-05',
    statute: 'ecommerce',
    article: '第六十二条',
    says: '处理争议时应当提供原始合同和交易记录',
  },
  platform_measures: {
    rule: 'PLT-02',
    statute: 'ecommerce',
    article: '第三十八条第一款',
    says: '平台知道或者应当知道平台内经营者有侵害消费者合法权益行为，未采取必要措施的，依法与该经营者承担连带责任',
  },
  platform_reasons: {
    rule: 'PLT-09',
    statute: 'platform_rules',
    article: '第十九条',
    says: '平台采取不利措施应当说明事实、理由和依据；申诉人提出人工判定要求的，应当采用人工判定',
  },
  platform_discloses: {
    rule: 'PLT-01',
    statute: 'consumer',
    article: '第四十四条第一款',
    says: '网络交易平台提供者不能提供销售者或者服务者的真实名称、地址和有效联系方式的，消费者也可以向网络交易平台提供者要求赔偿',
  },
  platform_verifies: {
    rule: 'REQ-ID',
    statute: 'ecommerce',
    article: '第二十七条',
    says: '平台经营者应当核验登记平台内经营者的信息',
  },
  payment_records: {
    rule: 'PLT-19',
    statute: 'ecommerce',
    article: '第五十三条',
    says: '电子支付服务提供者应当免费提供最近三年的交易记录',
  },
  trader_published: { rule: 'REQ-ID', statute: 'ecommerce', article: '第十五条', says: '经营者应当公示营业执照信息' },
  complaint_content: {
    rule: 'REG-11',
    statute: 'measures',
    article: '第十条',
    says: '投诉应当提供投诉人的真实身份信息、被投诉人的名称和地址、具体的投诉请求以及相应的事实依据',
  },
  refusal_overdue: {
    rule: 'PLT-12',
    statute: 'penalties',
    article: '第八条第二项',
    says: '经营者对消费者提出的合理要求故意拖延或者无理拒绝，超过十五日不履行退还货款等义务',
  },
  fraud_taking: {
    rule: 'PUN-03',
    statute: 'penalties',
    article: '第五条第十项',
    says: '骗取消费者价款或者费用而不提供或者不按照约定提供商品或者服务',
  },
  fraud_statement: { rule: 'PUN-03', statute: 'penalties', article: '第六条', says: '作虚假或者引人误解的宣传' },
  triple: {
    rule: 'PUN-01',
    statute: 'consumer',
    article: '第五十五条第一款',
    says: '经营者有欺诈行为的，增加赔偿的金额为价款的三倍；增加赔偿的金额不足五百元的，为五百元',
  },
  police_accepts: {
    rule: 'POL-04',
    statute: 'criminal_procedure',
    article: '第一百一十条',
    says: '公安机关对报案都应当立即接受',
  },
  police_where: {
    rule: 'POL-10',
    statute: 'police_criminal',
    article: '第十七条',
    says: '被害人被侵害时所在地和被害人财产遭受损失地的公安机关可以管辖',
  },
  court_home: {
    rule: 'CT-02',
    statute: 'procedure_interpretation',
    article: '第二十条',
    says: '以信息网络方式订立的买卖合同，通过信息网络交付标的的，以买受人住所地为合同履行地',
  },
} as const satisfies Record<string, Ground>;

export type GroundKey = keyof typeof GROUNDS;

export interface CitedLaw {
  rule: string;
  /** `《中华人民共和国电子商务法》第二十条` */
  article: string;
  says: string;
  statute: StatuteKey;
  /** `第二十条` */
  place: string;
}

/** A ground as it stands in a letter; undefined when its rule is not in force on that day. */
export function citeGround(key: GroundKey, onDay: Day): CitedLaw | undefined {
  const ground: Ground = GROUNDS[key];
  const rule = findRule(ground.rule, onDay);
  if (!rule || !isStatable(rule)) return undefined;
  const article = `${statuteTitle(ground.statute)}${ground.article}`;
  return { rule: ground.rule, article, says: ground.says, statute: ground.statute, place: ground.article };
}
