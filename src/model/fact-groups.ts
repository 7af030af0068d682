import type { FactKey } from './facts.ts';

/** Facts that a reader asks for together. */
export interface FactGroup {
  title: string;
  /** What it is called for readers who are not the buyer; the same where that is no matter. */
  toOthers?: string;
  keys: readonly FactKey[];
}

/** What belongs together, in the order in which a reader asks. Every fact stands in one of them. */
export const FACT_GROUPS: readonly FactGroup[] = [
  {
    title: '这笔交易',
    keys: ['dispute', 'platform', 'merchant', 'product', 'amount', 'refunded', 'paidAt', 'orderNo', 'demand'],
  },
  {
    title: '出了什么事',
    keys: ['failure', 'failedAt', 'promise', 'promisedBy', 'refusal', 'redeemed', 'signs', 'ownMistake'],
  },
  {
    title: '付款和商品的细节',
    keys: [
      'quantity',
      'orderedAt',
      'tradeNo',
      'merchantOrderNo',
      'paidBy',
      'payee',
      'payeeAccount',
      'cardCode',
      'account',
      'contactPhone',
      'recipientName',
      'recipientAddress',
      'goods',
      'goodsLawful',
      'site',
      'seller',
      'abroad',
      'purpose',
      'buyer',
    ],
  },
  {
    title: '对方是谁',
    keys: [
      'sellerName',
      'creditCode',
      'legalRepresentative',
      'sellerAddress',
      'sellerPhone',
      'sellerWechat',
      'sellerQQ',
      'platformOperator',
      'platformAddress',
      'platformPhone',
    ],
  },
  { title: '办理的机关', keys: ['policeOffice', 'marketOffice'] },
  {
    title: '你的资料',
    toOthers: '投诉人',
    keys: ['buyerName', 'buyerPhone', 'buyerAddress', 'buyerIdNo', 'buyerSex', 'buyerBorn', 'guardianName'],
  },
];
