import { LIABILITY_FILES } from '../../knowledge/built/route.ts';
import type { Route, RuleText } from '../../model/outcome.ts';
import { sayNumbers } from '../rules/numbers.ts';
import { holdsWhen } from './conditions.ts';
import type { Standing } from './standing.ts';

type Liable = Route['liable'][number];

/** Every row that holds adds its party; the seller comes first where it answers at all. */
export const LIABILITY = LIABILITY_FILES.map((row) => ({ ...row, when: holdsWhen(row.when) }));

export interface Liability {
  liable: Liable[];
  reasons: (RuleText & { who: Liable })[];
}

/**
 * Who answers for the loss, and why. A payment provider answers only for its
 * own fault, which no dispute type is; it is a door to knock on
 * (see the payment channel), not a debtor.
 */
export function liabilityOf(standing: Standing): Liability {
  const rows = LIABILITY.filter((row) => row.when(standing));
  return {
    liable: [...new Set(rows.map((row) => row.who))],
    reasons: rows.map(({ who, reason }) => ({
      who,
      rule: reason.rule,
      text: sayNumbers(reason.text, standing.lawDays),
    })),
  };
}
