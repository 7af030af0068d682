/** What a letter of a page may be part of. */
export const PARTS = [
  'none',
  'label',
  'merchant',
  'payee',
  'platform',
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'amount',
  'orderedAt',
  'paidAt',
  'product',
  'quantity',
  'account',
  'cardCode',
  'paidBy',
  'failure',
] as const;
export type Part = (typeof PARTS)[number];
