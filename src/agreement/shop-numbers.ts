import type { Candidate } from './candidates.ts';

/**
 * A shop's page that calls the order's number 流水号 or 交易单号 has the same that the wallet got from the shop: it is
 * the order's. Where the page names a number of the order itself, the other is that of its till.
 * @returns the candidates, with such a number as what the page says of the order
 */
export function withShopNumbers(all: readonly Candidate[]): readonly Candidate[] {
  if (all.some(({ key, kind }) => key === 'orderNo' && kind === 'order')) return all;
  const ofWallets = new Set(all.flatMap(({ key, value }) => (key === 'merchantOrderNo' ? [value] : [])));
  return all.map((one) =>
    one.kind === 'order' && one.key === 'tradeNo' && ofWallets.has(one.value) ? { ...one, key: 'orderNo' } : one,
  );
}
