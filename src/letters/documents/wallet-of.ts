import { WAYS_OF_PAYING } from '../../knowledge/built/paid-by.ts';
import { WALLETS } from '../../knowledge/built/wallets.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import type { Values } from '../values/values.ts';

/** Ways of paying that do not say which service the money went through. */
const UNNAMED = ['personal_transfer', 'red_packet'];

/** The wallet whose bill shows the payment, or whose form its number has: a transfer to a person went through one too. */
function walletOf(values: Values): string | undefined {
  const tradeNo = values.raw('tradeNo') ?? '';
  const billed = countedExhibits(values.snapshot)
    .map(({ reading }) => reading?.bill?.wallet)
    .find((wallet) => WAYS_OF_PAYING.some(({ id }) => id === wallet));
  const numbered = WALLETS.find(
    ({ tradeNumbers }) =>
      tradeNumbers && new RegExp(`^(?=${tradeNumbers.begin})\\d{${tradeNumbers.digits}}$`).test(tradeNo),
  );
  return numbered?.id ?? billed;
}

/** Whom a letter to the payment service addresses; while the way of paying is unknown, whichever service it was. */
export function serviceOf(values: Values): string {
  const paidBy = values.raw('paidBy');
  const wallet = paidBy === undefined || UNNAMED.includes(paidBy) ? (walletOf(values) ?? paidBy) : paidBy;
  return WAYS_OF_PAYING.find(({ id }) => id === wallet)?.service ?? '支付机构客服';
}
