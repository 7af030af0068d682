import { type Day } from '../../model/moment.ts';
import { type SourceKey } from './sources.ts';
import { type StatuteKey } from './statutes.ts';

export type Unit = 'hour' | 'day' | 'workday' | 'month' | 'year';

/**
 * How sure a rule is. `V`: read in a full text of the instrument. `V-1`: read in
 * one copy or one official excerpt. Both are stated as law. `S`: second-hand,
 * stated as reported and never as a hard deadline.
 */
export type Certainty = 'V' | 'V-1' | 'S';

/** What starts a clock, in the words shown to the buyer. */
export const START_EVENTS = {
  received: '有处理权限的部门收到投诉',
  accepted: '受理投诉',
  terminated: '作出终止调解决定',
  harm_known: '知道或者应当知道权益受到侵害',
  breach_known: '知道或者应当知道解除事由',
  fraud_known: '知道或者应当知道被欺诈',
  obligor_known: '知道或者应当知道权利受到损害以及义务人',
  clue_found: '发现线索',
  report_received: '收到举报材料',
  odr_submitted: '向在线消费纠纷解决企业提交',
  act_known: '知道或者应当知道行政行为',
  carrier_complained: '向电信企业投诉',
  demanded: '提出要求或者约定的期限届满',
  refund_demanded: '提出退款要求',
  prepaid: '付款',
  goods_received: '收到商品',
  trade_completed: '交易完成',
  rule_replaced: '修改后的规则生效',
  rule_published: '公示修改内容',
  complaint_filed: '法院收到起诉状',
  diverted: '进入立案前在线调解',
  case_filed: '立案',
  pleading_received: '收到起诉状副本',
  fee_noticed: '收到交费通知的次日',
  judgment_served: '判决书送达',
  ruling_served: '裁定书送达',
  performance_due: '法律文书规定的履行期间届满',
  mediation_effective: '调解协议生效',
  preservation_applied: '法院接受诉前保全申请',
  preservation_taken: '法院采取保全措施',
  reported_to_police: '公安机关接受报案',
  not_filed_decided: '作出不予立案决定',
  not_filed_received: '收到不予立案通知书',
  reconsidered: '收到复议决定书',
  reconsideration_received: '公安机关收到复议申请',
  review_received: '上一级公安机关收到复核申请',
  not_own_case: '公安机关查明不属于自己管辖',
  paid: '付款',
  platform_filed: '向平台提交投诉',
  platform_looked: '上一次查看或者联系',
  promised: '对方作出承诺',
} as const;

export type StartEvent = keyof typeof START_EVENTS;

/**
 * What happens when the last day is no working day. `rest_day`: the period runs
 * on to the first day that is none (民法典203, 民诉法85). `holiday`: the text
 * names only 法定节假日, so a plain weekend is open (办法45). `unstated`: no
 * text at hand says it for this period; the day after the rest is shown beside
 * the nominal one. `none`: it ends when it ends.
 */
export type Moves = 'rest_day' | 'holiday' | 'unstated' | 'none';

/** One period of a rule. */
export interface Clock {
  /** Unique within its rule, stable: part of the ids of deadlines. */
  id: string;
  /** What must have happened when it ends, Chinese. */
  what: string;
  n: number;
  unit: Unit;
  start: StartEvent;
  /** Whose time it is: the buyer loses something by missing it, or somebody else owes it. */
  whose: 'buyer' | 'other';
  moves: Moves;
  /** Only after an extension was granted; `n` is then the whole length. */
  extended?: true;
  /** Hours of court procedure leave out the hour in which they start (民诉法85). */
  hourZeroOut?: true;
}

/** A place in a statute: its key and the article as cited, `第十五条`. */
export type Cite = readonly [statute: StatuteKey, article: string];

/**
 * One version of one rule. Two rows may share an id when the law changed; then
 * their days of force must not overlap.
 */
export interface Rule {
  /** As in `docs/rules.md`: `REG-01`. Never given to another rule. */
  id: string;
  /** The first is the one that letters cite. Empty for what portals and platforms ask. */
  cites: readonly Cite[];
  /** Exact words of the text, Chinese. */
  quote?: string;
  /** What it means for the buyer: one sentence. */
  says: string;
  clocks?: readonly Clock[];
  /** Other numbers of the rule that code works with; money in 分. */
  values?: Readonly<Record<string, number>>;
  /** First day in force; null where no text at hand gives the day and it is old law. */
  inForceFrom: Day | null;
  /** Last day in force. */
  inForceUntil?: Day;
  sources: readonly SourceKey[];
  /** Pages beyond the keyed sources. */
  urls?: readonly string[];
  certainty: Certainty;
  checkedOn: Day;
}
