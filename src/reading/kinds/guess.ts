import { KINDS, type Category, type Kind } from '../../model/evidence.ts';

export interface Guess {
  category: Category;
  kind: Kind;
  /** Low: a name proves nothing. */
  confidence: number;
}

/** Words in file names, first match wins; what a name says is a guess to be offered, not a reading. */
const NAME_WORDS: readonly [RegExp, Kind][] = [
  [/退款|refund/i, 'refund'],
  [/账单|流水|bill|statement/i, 'bill'],
  [/付款|支付|转账|pay|transfer/i, 'payment'],
  [/订单|购买|下单|order|凭证/i, 'order'],
  [/录屏|screen.?rec|recording/i, 'recording'],
  [/通话|录音|call/i, 'call'],
  [/聊天|客服|对话|沟通|chat|qq|wechat|微信/i, 'chat'],
  [/报错|失败|无效|错误|兑换|error|fail|invalid/i, 'failure'],
  [/承诺|promise/i, 'promise'],
  [/协议|规则|条款|terms|rule/i, 'rule_page'],
  [/回执|受理|receipt/i, 'filing_receipt'],
  [/执照|资质|license/i, 'identity'],
];

const TYPE_KINDS: readonly [RegExp, Kind][] = [
  [/^video\//, 'recording'],
  [/^audio\//, 'call'],
  [/^message\/rfc822/, 'email'],
  [/^text\/csv|spreadsheetml/, 'bill'],
  [/^text\//, 'chat_log'],
];

/**
 * What a file may be, from its name and media type alone; offered in a
 * question, or used as long as nothing was read.
 */
export function guessLabel(name: string, mediaType: string): Guess {
  const typed = TYPE_KINDS.find(([type]) => type.test(mediaType))?.[1];
  const named = NAME_WORDS.find(([words]) => words.test(name))?.[1];
  let kind: Kind = named ?? typed ?? 'other';
  // A log that is called a chat is a chat log; a film of anything is a recording.
  if (typed === 'chat_log' && named === 'chat') kind = 'chat_log';
  if (typed === 'recording') kind = 'recording';
  return { kind, category: KINDS[kind].category, confidence: kind === 'other' ? 0.1 : named && typed ? 0.5 : 0.3 };
}
