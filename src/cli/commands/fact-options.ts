import { type FactKey } from '../../model/facts.ts';

/** Options of `new` that set a fact. */
export const FACT_OPTIONS = {
  dispute: '--dispute',
  platform: '--platform',
  merchant: '--merchant',
  product: '--product',
  amount: '--amount',
  paidAt: '--paid-at',
  orderNo: '--order',
  tradeNo: '--trade',
  paidBy: '--paid-by',
  demand: '--demand',
} as const satisfies Partial<Record<FactKey, string>>;
