import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { named } from '../patterns.ts';
import { thoughtAt } from '../sentences.ts';

/** So far behind a condition its consequence is looked for. */
const REACH = 70;

/** A condition put in so many words, and behind it what the rule's `act` names. */
export function consequenceHits(rule: LintRule<'consequence'>, { own, thoughts, places }: LintText): Hit[] {
  return rule.find.flatMap((source) =>
    places(source).flatMap(({ start, end }) => {
      // The last sign of the condition may be the comma that the consequence needs.
      const from = end - 1;
      const rest = own.slice(from, Math.min(thoughtAt(thoughts, start).end, end + REACH));
      const found = named(rule.act).exec(rest);
      if (!found) return [];
      const act = { start: from + found.index, end: from + found.index + found[0].length };
      return [{ start, end: act.end, at: { start, end }, act }];
    }),
  );
}
