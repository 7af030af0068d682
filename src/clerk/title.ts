import { DISPUTES, type Dispute } from '../model/dispute.ts';
import { type Facts } from '../model/facts.ts';

/** A title from what is known: seller, product, trouble; undefined while nothing is. */
export function titleOf(facts: Facts): string | undefined {
  const stands = (key: 'merchant' | 'platform' | 'product' | 'dispute'): string | undefined =>
    facts[key] && facts[key].status !== 'conflict' ? facts[key].value : undefined;
  const dispute = stands('dispute') as Dispute | undefined;
  const parts = [stands('merchant') ?? stands('platform'), stands('product'), dispute && DISPUTES[dispute].label];
  const title = parts.filter(Boolean).join(' · ');
  return title === '' ? undefined : title.slice(0, 100);
}
