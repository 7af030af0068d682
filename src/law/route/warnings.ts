import { WARNING_FILES } from '../../knowledge/built/route.ts';
import type { RuleText } from '../../model/outcome.ts';
import { showDay } from '../../model/moment.ts';
import { sayNumbers } from '../rules/numbers.ts';
import { holdsWhen } from './conditions.ts';
import type { Standing } from './standing.ts';

/** What goes wrong in cases like this one. Shown only where the situation calls for it. */
export const WARNINGS = WARNING_FILES.map((row) => ({ ...row, when: holdsWhen(row.when) }));

/** The warnings that this situation calls for, the most pressing first. */
export function warningsFor(standing: Standing): RuleText[] {
  const { rescissionEndsOn, lawDays } = standing;
  // What is over is left in peace.
  if (standing.settled) return [];
  const ends = (): string => (rescissionEndsOn === undefined ? '' : showDay(rescissionEndsOn));
  return WARNINGS.filter((row) => row.when(standing)).map(({ rule, text }) => ({
    rule,
    text: sayNumbers(text.replace('{rescissionEndsOn}', ends), lawDays),
  }));
}
