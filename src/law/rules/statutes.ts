import { type Day } from '../../model/moment.ts';

interface Statute {
  /** Full title without the marks 《》; inner titles stand in 〈〉. */
  name: string;
  short: string;
  /** Documents that are cited by their number carry no title marks. */
  byNumber?: true;
  /** First day in force of the text that is cited; null where no text at hand gives it. */
  from: Day | null;
}

/** Every instrument the rules cite. */
export const STATUTES = {
  measures: { name: '市场监督管理投诉举报处理办法', short: '投诉举报处理办法', from: '2026-04-15' },
  consumer: { name: '中华人民共和国消费者权益保护法', short: '消费者权益保护法', from: null },
  consumer_regulation: {
    name: '中华人民共和国消费者权益保护法实施条例',
    short: '消费者权益保护法实施条例',
    from: '2024-07-01',
  },
  ecommerce: { name: '中华人民共和国电子商务法', short: '电子商务法', from: '2019-01-01' },
  civil_code: { name: '中华人民共和国民法典', short: '民法典', from: null },
  civil_procedure: { name: '中华人民共和国民事诉讼法', short: '民事诉讼法', from: '2024-01-01' },
  procedure_interpretation: {
    name: '最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释',
    short: '民事诉讼法解释',
    from: null,
  },
  evidence_provisions: { name: '最高人民法院关于民事诉讼证据的若干规定', short: '民事诉讼证据规定', from: null },
  online_consumption: {
    name: '最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）',
    short: '网络消费纠纷规定（一）',
    from: null,
  },
  general_part: {
    name: '最高人民法院关于适用〈中华人民共和国民法典〉总则编若干问题的解释',
    short: '民法典总则编解释',
    from: null,
  },
  prepaid: {
    name: '最高人民法院关于审理预付式消费民事纠纷案件适用法律若干问题的解释',
    short: '预付式消费解释',
    from: '2025-05-01',
  },
  penalties: { name: '侵害消费者权益行为处罚办法', short: '侵害消费者权益行为处罚办法', from: null },
  online_trade: { name: '网络交易监督管理办法', short: '网络交易监督管理办法', from: '2021-05-01' },
  platform_rules: { name: '网络交易平台规则监督管理办法', short: '网络交易平台规则办法', from: '2026-02-01' },
  penalty_procedure: { name: '市场监督管理行政处罚程序规定', short: '市场监管行政处罚程序规定', from: null },
  reconsideration: { name: '中华人民共和国行政复议法', short: '行政复议法', from: null },
  court_fees: { name: '诉讼费用交纳办法', short: '诉讼费用交纳办法', from: null },
  filing_registration: { name: '最高人民法院关于人民法院登记立案若干问题的规定', short: '登记立案规定', from: null },
  online_litigation: { name: '人民法院在线诉讼规则', short: '在线诉讼规则', from: null },
  online_mediation: { name: '人民法院在线调解规则', short: '在线调解规则', from: null },
  internet_courts: {
    name: '最高人民法院关于互联网法院审理案件若干问题的规定',
    short: '互联网法院规定（2018）',
    from: null,
  },
  internet_court_jurisdiction: {
    name: '法释〔2025〕14号',
    short: '法释〔2025〕14号',
    byNumber: true,
    from: '2025-11-01',
  },
  pleading_forms: { name: '法〔2025〕82号', short: '法〔2025〕82号', byNumber: true, from: '2025-07-14' },
  public_security: { name: '中华人民共和国治安管理处罚法', short: '治安管理处罚法', from: '2026-01-01' },
  criminal: { name: '中华人民共和国刑法', short: '刑法', from: null },
  criminal_procedure: { name: '中华人民共和国刑事诉讼法', short: '刑事诉讼法', from: null },
  police_criminal: { name: '公安机关办理刑事案件程序规定', short: '刑事案件程序规定', from: null },
  police_administrative: { name: '公安机关办理行政案件程序规定', short: '行政案件程序规定', from: null },
  police_filing_reform: { name: '公通字〔2015〕32号', short: '公通字〔2015〕32号', byNumber: true, from: null },
  fraud_interpretation: {
    name: '最高人民法院、最高人民检察院关于办理诈骗刑事案件具体应用法律若干问题的解释',
    short: '诈骗刑事案件解释（2011）',
    from: null,
  },
  telecom_fraud_opinion: { name: '法发〔2016〕32号', short: '法发〔2016〕32号', byNumber: true, from: null },
  extortion_interpretation: {
    name: '最高人民法院、最高人民检察院关于办理敲诈勒索刑事案件适用法律若干问题的解释',
    short: '敲诈勒索刑事案件解释（2013）',
    from: null,
  },
  anti_telecom_fraud: { name: '中华人民共和国反电信网络诈骗法', short: '反电信网络诈骗法', from: null },
  personal_information: { name: '中华人民共和国个人信息保护法', short: '个人信息保护法', from: null },
  food_safety: { name: '中华人民共和国食品安全法', short: '食品安全法', from: null },
  arbitration: { name: '中华人民共和国仲裁法', short: '仲裁法', from: '2026-03-01' },
  telecom_appeals: { name: '电信用户申诉处理办法', short: '电信用户申诉处理办法', from: null },
  holidays: { name: '全国年节及纪念日放假办法', short: '放假办法', from: null },
  holidays_2026: {
    name: '国务院办公厅关于2026年部分节假日安排的通知',
    short: '2026年节假日安排通知',
    from: '2026-01-01',
  },
} as const satisfies Record<string, Statute>;

export type StatuteKey = keyof typeof STATUTES;

export function statuteOf(key: StatuteKey): Statute {
  return STATUTES[key];
}

/** `《中华人民共和国民法典》`, or the bare number of a document that has no title here. */
export function statuteTitle(key: StatuteKey): string {
  const statute = statuteOf(key);
  return statute.byNumber ? statute.name : `《${statute.name}》`;
}
