import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { named } from '../patterns.ts';

/** 要么退款, 要么…: what stands on one side is no remedy. */
export function choiceHits(rule: LintRule<'choice'>, { places }: LintText): Hit[] {
  return rule.find.flatMap((source) =>
    places(source)
      .filter(({ groups }) =>
        Object.values(groups).some((side) => side !== undefined && !named(rule.remedy).test(side)),
      )
      .map(({ start, end }) => ({ start, end })),
  );
}
