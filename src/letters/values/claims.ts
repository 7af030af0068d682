import { KamengError } from '../../model/errors.ts';
import type { Fen } from '../../model/money.ts';
import type { Values } from './values.ts';

export interface Claim {
  paid: Fen;
  refunded: Fen;
  /** What is still owed: paid minus refunded. */
  left: Fen;
}

/**
 * Counts the money claim out of the facts.
 * @returns undefined while the price is unknown
 */
export function countClaim(values: Values): Claim | undefined {
  const paid = values.money('amount');
  if (paid === undefined) return undefined;
  const refunded = values.money('refunded') ?? 0;
  return { paid, refunded, left: Math.max(0, paid - refunded) };
}

/**
 * Stops a demand for money when everything paid has come back.
 * @throws KamengError CLAIM_SETTLED
 */
export function refuseSettled(values: Values, claim: Claim | undefined): void {
  if (claim && claim.left === 0 && (values.demand === 'refund' || values.demand === 'compensate')) {
    throw new KamengError('CLAIM_SETTLED', '已退金额不少于实付金额，没有可以再要求退还的货款', {
      hints: [
        '已退金额记错了就改正：kameng facts refunded=…',
        '争议已经了结，可以用 kameng letter --to settlement 或 --to withdrawal',
      ],
    });
  }
}
