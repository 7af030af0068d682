/** The three kinds of proof every complaint needs, and the rest. */
export const CATEGORIES = {
  transaction: { label: '交易凭证', says: '证明你买了、付了多少钱：订单页、支付凭证、账单' },
  communication: { label: '沟通记录', says: '证明说过什么、答应过什么：聊天、通话、邮件、承诺' },
  defect: { label: '问题证明', says: '证明没到货或用不了：报错截图、录屏、官方查询结果' },
  other: { label: '其他材料', says: '规则页、受理回执、身份材料等' },
} as const;

export type Category = keyof typeof CATEGORIES;
export const CATEGORY_IDS = Object.keys(CATEGORIES) as Category[];
/** The categories that coverage is counted for. */
export const PROOF_CATEGORIES = ['transaction', 'communication', 'defect'] as const;
export type ProofCategory = (typeof PROOF_CATEGORIES)[number];

/** What an exhibit is; `category` is where it counts unless the user says otherwise. */
export const KINDS = {
  order: { label: '订单页面', category: 'transaction' },
  payment: { label: '支付凭证', category: 'transaction' },
  bill: { label: '账单', category: 'transaction' },
  refund: { label: '退款记录', category: 'transaction' },
  chat: { label: '聊天截图', category: 'communication' },
  chat_log: { label: '聊天记录', category: 'communication' },
  call: { label: '通话录音', category: 'communication' },
  email: { label: '邮件', category: 'communication' },
  promise: { label: '承诺页面', category: 'communication' },
  failure: { label: '报错截图', category: 'defect' },
  recording: { label: '录屏', category: 'defect' },
  rule_page: { label: '规则页面', category: 'other' },
  filing_receipt: { label: '受理回执', category: 'other' },
  reply: { label: '答复', category: 'communication' },
  identity: { label: '经营者信息', category: 'other' },
  other: { label: '其他', category: 'other' },
} as const satisfies Record<string, { label: string; category: Category }>;

export type Kind = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as Kind[];

/** A place on a picture, in its own pixels, from the top left; `page` from 1 for PDF. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  page?: number;
}

/**
 * How a value got its part: it stands behind a known label or under the head of
 * a column; its place is that of a title; words around it say so; it stands
 * where such values mostly do; nothing but its look speaks for it.
 */
export type GivenBy = 'label' | 'column' | 'title' | 'sentence' | 'position' | 'guess';
