import { type FactKey, maskValue } from '../../model/facts.ts';
import { matterOf } from '../values/matter.ts';
import { sourcesOf, type Values } from '../values/values.ts';
import type { StoryEvent } from './event.ts';

/** The seller reads the letter. */
export const isAddressed = ({ voice }: Values): boolean => voice.merchant === '贵方';

/** An account that is a phone number keeps its middle to itself: the order shows the rest. */
export function shownAccount(values: Values): string {
  const account = values.raw('account')!;
  return /^1[3-9]\d{9}$/.test(account)
    ? values.mark(maskValue(account), { from: 'fact', key: 'account', exhibits: sourcesOf(values, 'account') })
    : values.show('account')!;
}

/** The papers of the purchase that these facts were read from; a chat in which a sum is named is none. */
export function purchaseProofs(values: Values, ...keys: FactKey[]): number[] {
  const { exhibits } = values.snapshot;
  const papers = new Set(exhibits.flatMap(({ no, category }) => (category === 'transaction' ? [no] : [])));
  return sourcesOf(values, ...keys).filter((no) => papers.has(no));
}

/** When, where, from whom, what, for how much, under which number; `self` and `other` in agreements. */
export function tellPurchase(
  values: Values,
  self = values.voice.buyer ?? values.voice.self,
  other?: string,
): StoryEvent {
  const has = values.show;
  const place = has('platform') ? `在“${has('platform')}”` : '';
  const same = values.raw('platform') !== undefined && values.raw('platform') === values.raw('merchant');
  const seller = other ?? (isAddressed(values) ? values.voice.merchant : undefined);
  const from = seller ? `向${seller}` : has('merchant') && !same ? `向“${has('merchant')}”` : '';
  const count = Number(values.raw('quantity') ?? '1') > 1 ? `，数量${values.show('quantity')}` : '';
  const means = values.raw('paidBy');
  const paid = has('amount')
    ? `，${means && means !== 'personal_transfer' ? `通过${has('paidBy')}` : means ? '以个人转账方式' : ''}实付${has('amount')}`
    : '';
  const payee = means === 'personal_transfer' && has('payee') ? `，收款方为“${has('payee')}”` : '';
  const number = has('orderNo') ? `，订单号${has('orderNo')}` : has('tradeNo') ? `，交易单号${has('tradeNo')}` : '';
  // Only for what is credited to an account does the other side need it to look the order up.
  const account =
    has('account') && !values.redacted && (values.raw('goods') === 'topup' || matterOf(values).namesAccount)
      ? `，充值账号${shownAccount(values)}`
      : '';
  return {
    at: values.raw('paidAt') ?? values.raw('orderedAt'),
    when: values.show('paidAt') ?? values.show('orderedAt') ?? '',
    what: (proof) =>
      `${self}${place}${from}购买“${has('product') ?? '商品'}”${count}${paid}${payee}${number}${account}${proof}。`,
    exhibits: [
      ...purchaseProofs(values, 'orderNo', 'amount', 'paidAt', 'orderedAt', 'tradeNo'),
      // Often no paper of the purchase shows it, but the page on which it went wrong.
      ...(account === '' ? [] : sourcesOf(values, 'account')),
    ],
  };
}
