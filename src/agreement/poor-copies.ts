import type { FactKey } from '../model/facts.ts';
import type { Candidate } from './candidates.ts';
import type { Group } from './groups.ts';
import { isMisreadingOf } from './same-value.ts';

/** Words of which a wrong letter makes other words, that are as good. */
export const WORDS = new Set<FactKey>(['merchant', 'payee', 'platform', 'product', 'failure', 'account', 'cardCode']);
/** What a purchase has one of: no two that differ in a letter, as codes of one batch may. */
const ONE_OF = new Set<FactKey>(['merchant', 'payee', 'platform', 'product', 'failure', 'orderNo', 'tradeNo']);

/**
 * Do only poor pictures say these words, each of them with doubt? The same letters in the same blur are misread the
 * same way twice: that two of them agree says nothing of a name.
 */
export function isMisreadAlike(key: FactKey, members: readonly Candidate[]): boolean {
  return WORDS.has(key) && members.every((member) => member.poor && !member.certain);
}

/** What only poor pictures say so, and a good one says for certain with a letter other: a copy of the good one's. */
export function isPoorCopyOf(key: FactKey, { value, members }: Group, groups: readonly Group[]): boolean {
  return (
    ONE_OF.has(key) &&
    members.every((member) => member.poor) &&
    groups.some(
      (other) =>
        other.value !== value &&
        other.members.some((member) => member.certain && !member.poor) &&
        isMisreadingOf(other.value, value),
    )
  );
}
