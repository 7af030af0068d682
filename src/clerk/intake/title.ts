import { DISPUTES, type Dispute } from '../../model/dispute.ts';
import { type Facts, standingValue } from '../../model/facts.ts';

/** A title from what is known: seller, product, trouble; undefined while nothing is. */
export function titleOf(facts: Facts): string | undefined {
  const dispute = standingValue(facts, 'dispute') as Dispute | undefined;
  const parts = [
    standingValue(facts, 'merchant') ?? standingValue(facts, 'platform'),
    standingValue(facts, 'product'),
    dispute && DISPUTES[dispute].label,
  ];
  const title = parts.filter(Boolean).join(' · ');
  return title === '' ? undefined : title.slice(0, 100);
}
