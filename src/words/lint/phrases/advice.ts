import { type DocumentId } from '../../../model/dispute.ts';
import { type ExampleKind } from './examples/index.ts';

export type LikeKind = Exclude<ExampleKind, 'none'>;

/** Where no rule says what exactly is wrong: how such a sentence is put so that it holds. */
export const ADVICE: Readonly<Record<LikeKind, { suggestion: string; why: string }>> = {
  threat: {
    suggestion:
      '只写要求、期限和依法能走的渠道：“请于某月某日前退款；逾期未处理的，本人将依法向市场监督管理部门投诉。”',
    why: '整句读起来像在施压或拿别的事换钱；留在聊天记录里，会被当成您威胁对方的证据。',
  },
  insult: {
    suggestion: '删去对人的评价，改写对方做了什么：“本人三次联系客服，对方均未答复退款要求。”',
    why: '整句读起来像在贬低对方；评价人不能证明事实，还可能被说成侮辱。',
  },
  accusation: {
    suggestion: '只写看得到的事实，请受理机关判断：“付款后商家未交付，也未答复，请核查。”',
    why: '整句读起来像在断定对方违法或有恶意；没有生效的认定时，说成事实可能被追究名誉侵权。',
  },
  emotion: {
    suggestion: '改写经过：何时付款、何时联系、对方怎么答复、至今结果如何。',
    why: '整句读起来是在表达情绪；情绪不能证明事实，时间、金额和联系次数更有说服力。',
  },
};

/** Readers to whom such a sentence may be the very matter: deceit for the police and the court, silence in a settlement. */
export const NOT_LOOKED_FOR: Readonly<Record<LikeKind, readonly DocumentId[]>> = {
  threat: ['settlement'],
  insult: [],
  accusation: ['police', 'court'],
  emotion: [],
};
