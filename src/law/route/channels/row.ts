import { type FactKey } from '../../../model/facts.ts';
import { type ChannelStatus, type RuleText } from '../../../model/outcome.ts';
import { type Standing } from '../standing.ts';

/** What the buyer needs in hand; codes are part of the JSON contract. */
export const NEEDS = {
  seller_identity: '卖家的名称、地址和有效联系方式',
  seller_clue: '能找到卖家的线索：网址、收款方、账号',
  buyer_identity: '你的真实姓名、电话、地址',
  new_proof: '上次没有交过的证据或理由',
  right_office: '有处理权限的那一个部门',
  trade_no: '支付交易单号',
  paid_by: '付款方式',
  id_card: '身份证原件和付款手机',
  refusal_notice: '不予立案或不予受理的书面通知',
  evidence_list: '证据目录和材料',
} as const;

export type Need = keyof typeof NEEDS;

/** Needs that facts of a case meet, all of them together. */
export const NEED_FACTS: Partial<Record<Need, readonly FactKey[]>> = {
  seller_identity: ['sellerName', 'sellerAddress'],
  buyer_identity: ['buyerName', 'buyerPhone', 'buyerAddress'],
  trade_no: ['tradeNo'],
  paid_by: ['paidBy'],
};

/** One row of a channel: the first whose `when` holds decides. */
export interface ChannelRow {
  when: (standing: Standing) => boolean;
  status: ChannelStatus;
  reasons: readonly RuleText[];
  needs?: readonly Need[];
}

export const always = (): boolean => true;

/** Every door shuts when the matter is settled; asking again after a settlement is dangerous. */
export const SETTLED: ChannelRow = {
  when: (s) => s.settled,
  status: 'done',
  reasons: [
    { rule: 'REG-21', text: '已经了结。钱到账后可以撤回投诉；不要就同一件事再次要钱，投诉不能用来谋取不正当利益' },
  ],
};
