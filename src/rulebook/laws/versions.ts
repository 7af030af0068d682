import { type Rule } from './rule.ts';

/** Which texts are in force. */
export const VERSIONS: readonly Rule[] = [
  {
    id: 'VER-01',
    cites: [['measures', '第四十六条']],
    quote: '本办法自2026年4月15日起施行',
    says: '12315 投诉举报按 2026 年 4 月 15 日起施行的投诉举报处理办法办理，此前的同类规章同时废止。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-02',
    cites: [['measures', '']],
    says: '投诉举报处理办法是市场监管总局令第 121 号。',
    inForceFrom: '2026-04-15',
    sources: ['S9'], urls: ['deheheng.com/yjy/lssd/35659.html'], certainty: 'S', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-03',
    cites: [['consumer_regulation', '']],
    says: '消费者权益保护法实施条例是国务院令第 778 号，2024 年 7 月 1 日起施行。',
    inForceFrom: '2024-07-01',
    sources: ['S2'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-04',
    cites: [['platform_rules', '']],
    says: '网络交易平台规则监督管理办法是市场监管总局、国家网信办令第 116 号，2026 年 2 月 1 日起施行。',
    inForceFrom: '2026-02-01',
    sources: ['S5'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-05',
    cites: [['public_security', '第五十八条'], ['public_security', '第一百四十四条']],
    says: '治安管理处罚法 2025 年修订，2026 年 1 月 1 日起施行，诈骗在第五十八条。',
    inForceFrom: '2026-01-01',
    sources: ['S4'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-06',
    cites: [['internet_court_jurisdiction', '']],
    says: '互联网法院管辖的案件范围自 2025 年 11 月 1 日起按法释〔2025〕14号。',
    inForceFrom: '2025-11-01',
    sources: ['S7'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-07',
    cites: [['pleading_forms', '']],
    says: '要素式起诉状按法〔2025〕82号，2025 年 7 月 14 日起全国使用。',
    inForceFrom: '2025-07-14',
    sources: ['S10'], certainty: 'S', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-08',
    cites: [['online_trade', '第四十一条']],
    says: '网络交易监督管理办法 2021 年 5 月 1 日起施行，所引是市场监管总局网站的现行文本。',
    inForceFrom: '2021-05-01',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-09',
    cites: [['consumer', ''], ['ecommerce', ''], ['civil_procedure', '']],
    says: '消费者权益保护法（2013）、电子商务法（2018）、民事诉讼法（2023）截至 2026 年 7 月 17 日未见更新的修正。',
    inForceFrom: '2024-01-01',
    sources: ['S4'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-10',
    cites: [['fraud_interpretation', ''], ['telecom_fraud_opinion', '']],
    says: '诈骗案件解释（2011）和电信网络诈骗意见（2016）未见替代文件。',
    inForceFrom: null,
    sources: ['S10'], certainty: 'S', checkedOn: '2026-11-22',
  },
  {
    id: 'VER-11',
    cites: [['arbitration', '']],
    says: '仲裁法 2025 年修订，2026 年 3 月 1 日起施行；只有约定了仲裁才用得到。',
    inForceFrom: '2026-03-01',
    sources: ['S4', 'S10'], certainty: 'S', checkedOn: '2026-11-22',
  },
];
