import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Fen } from '../../../model/money.ts';
import { amountsIn } from '../amounts.ts';
import { excusedBy } from '../excuses.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { named } from '../patterns.ts';
import { thoughtAt } from '../sentences.ts';

const BEFORE = 24;

/** Money asked for above the claim; where the claim is not known, money tied to a complaint. */
export function moneyHits(rule: LintRule<'money'>, text: LintText): Hit[] {
  const { own, thoughts, options } = text;
  return amountsIn(own).flatMap((amount): Hit[] => {
    const before = own.slice(Math.max(0, amount.start - BEFORE), amount.start);
    const asked = named('asked-for').exec(before);
    if (!asked || named('already-paid').test(before) || excusedBy(amount, ['reported'], text) !== undefined) return [];
    const thought = thoughtAt(thoughts, amount.start);
    const whole = own.slice(thought.from, thought.end);
    const conditional = named('condition').test(whole);
    const place = { start: amount.start - asked[0].length, end: amount.end };
    const lawful = lawfulClaim(whole, options);
    if (lawful !== undefined) {
      if (amount.fen <= lawful) return [];
      return [conditional ? place : { ...place, level: 'warning', why: rule.plainWhy }];
    }
    const isTied = conditional && named('complaint').test(whole) && !named('lawful-words').test(whole);
    return isTied && named('demanded-of-them').test(asked[0]) ? [{ ...place, suggestion: rule.tiedSuggestion }] : [];
  });
}

/** What the law lets one ask for: the claim, and for fraud its multiple (PUN-01). 分. */
function lawfulClaim(whole: string, { claimFen, punitiveFen }: LintText['options']): Fen | undefined {
  if (claimFen === undefined) return undefined;
  return named('punitive-claim').test(whole) ? (punitiveFen ?? claimFen) : claimFen;
}
