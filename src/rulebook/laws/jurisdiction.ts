import { type Rule } from './rule.ts';

/** Which bureau handles whom. */
export const JURISDICTION: readonly Rule[] = [
  {
    id: 'JUR-01',
    cites: [['measures', '第十三条第二款'], ['measures', '第三十一条']],
    quote: '由其住所地县级市场监督管理部门处理',
    says: '投诉电商平台经营者，由平台经营者住所地县级市场监管部门处理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-02',
    cites: [['measures', '第十三条第二款'], ['measures', '第三十一条']],
    says: '投诉自建网站或者通过其他网络服务卖货的经营者，由其住所地县级市场监管部门处理；多数小卡盟、发卡站属于这一种。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-03',
    cites: [['measures', '第十三条第三款'], ['measures', '第三十一条']],
    quote: '其在平台公示的地址所在地县级…或者平台经营者住所地县级',
    says: '投诉平台内商家，可以选商家在平台公示的地址所在地，也可以选平台经营者住所地的县级市场监管部门。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-04',
    cites: [['measures', '第十三条第三款']],
    quote: '未在平台依法公示地址，或者通过平台公示的地址无法取得联系的，由平台经营者住所地县级',
    says: '商家没有公示地址或者按公示地址联系不上的，由平台经营者住所地县级市场监管部门处理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-05',
    cites: [['measures', '第十三条第一款'], ['measures', '第二十九条']],
    quote: '实际经营地或者住所地县级',
    says: '投诉其他经营者，由其实际经营地或者住所地县级市场监管部门处理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-06',
    cites: [['measures', '第十四条']],
    quote: '由先收到投诉的',
    says: '两个以上部门都有权处理的，由先收到投诉的处理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-07',
    cites: [['measures', '第十条'], ['measures', '第十六条第五项'], ['measures', '第二十八条']],
    quote: '具体线索和相应的事实依据',
    says: '完全不知道卖家名称和地址时，投诉不符合要求，要先取得身份信息；举报也要有具体线索和事实依据。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'JUR-08',
    cites: [['telecom_appeals', '']],
    says: '和电信运营商的话费、流量争议：先向运营商投诉，十五日没有答复或者不满意，再向电信用户申诉受理中心申诉；收费争议超过五个月一般不受理。',
    clocks: [
      { id: 'carrier_answer', what: '电信企业答复到期', n: 15, unit: 'day', start: 'carrier_complained', whose: 'other', moves: 'unstated' },
    ],
    inForceFrom: null,
    sources: ['S10'], certainty: 'S', checkedOn: '2026-11-22',
  },
  {
    id: 'REQ-ID',
    cites: [['consumer', '第二十八条'], ['ecommerce', '第十五条'], ['ecommerce', '第二十七条'], ['consumer_regulation', '第十三条第二款'], ['online_trade', '第十二条'], ['online_trade', '第二十四条']],
    quote: '应当向消费者提供经营地址、联系方式',
    says: '经营者应当公示营业执照信息，并向消费者提供名称、经营地址和联系方式；平台应当核验登记平台内经营者。',
    inForceFrom: '2024-07-01',
    sources: ['S1', 'S2', 'S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
];
