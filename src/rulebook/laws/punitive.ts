import { type Rule } from './rule.ts';

/** 退一赔三. */
export const PUNITIVE: readonly Rule[] = [
  {
    id: 'PUN-01',
    cites: [['consumer', '第五十五条第一款']],
    quote: '增加赔偿的金额为…价款…的三倍；增加赔偿的金额不足五百元的，为五百元',
    says: '经营者有欺诈行为的，除退款外增加赔偿价款的三倍，增加的部分不足五百元的按五百元。',
    values: { multiple: 3, minimum: 50_000 },
    inForceFrom: null,
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'PUN-02',
    cites: [['general_part', '第二十一条']],
    quote: '故意告知虚假情况，或者负有告知义务的人故意隐瞒真实情况，致使…错误认识作出意思表示',
    says: '故意告知虚假情况，或者有义务告知却故意隐瞒，使人因此作出错误决定的，是欺诈。',
    inForceFrom: null,
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'PUN-03',
    cites: [['penalties', '第五条第十项'], ['penalties', '第六条'], ['penalties', '第十六条第二款']],
    quote: '骗取消费者价款或者费用而不提供或者不按照约定提供商品或者服务',
    says: '骗取价款而不提供或者不按约定提供商品、作虚假或者引人误解的宣传，属于欺诈行为。',
    inForceFrom: null,
    sources: ['S5'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'PUN-04',
    cites: [['procedure_interpretation', '第一百零九条']],
    quote: '排除合理怀疑',
    says: '欺诈要证明到能够排除合理怀疑；发货晚、卡密无效本身只是违约。',
    inForceFrom: null,
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'PUN-05',
    cites: [['consumer_regulation', '第四十九条']],
    says: '不影响质量、不会误导的标签瑕疵不适用惩罚性赔偿；夹带、掉包、造假、捏造事实骗赔的，不适用并依法处理。',
    inForceFrom: '2024-07-01',
    sources: ['S2'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'PUN-06',
    cites: [['food_safety', '第一百四十八条']],
    says: '十倍赔偿和最低一千元只适用于食品等，不适用于数字商品。',
    inForceFrom: null,
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
];
