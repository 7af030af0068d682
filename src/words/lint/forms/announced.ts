import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { allMatches, everyNamed, named } from '../patterns.ts';
import { type Stretch, type Thought, thoughtAt } from '../sentences.ts';

/** So far before a step a word of will may stand. */
const NEAR = 18;
const BEHIND = 8;

/**
 * A step announced for the near future, together with a wish in the same
 * thought; with `demand: false`, without a wish and about the other side.
 */
export function announcedHits(rule: LintRule<'announced'>, text: LintText): Hit[] {
  return rule.find.flatMap((source) =>
    text.places(source).flatMap(({ start, end }) => {
      const thought = thoughtAt(text.thoughts, start);
      const wishes = wishesIn(text, thought);
      if (!isAnnounced(text.own, thought.from, start, wishes)) return [];
      const at = { start, end };
      if (rule.demand !== false) return wishes.length > 0 ? [{ ...spanned(wishes, start, end), at }] : [];
      const aboutThem = wishes.length === 0 && named('about-them').test(text.own.slice(thought.from, thought.end));
      return aboutThem ? [{ ...at, at }] : [];
    }),
  );
}

/** Conditions and demands of a thought, each with its place. */
function wishesIn({ own, once }: LintText, thought: Thought): readonly Stretch[] {
  return once(`wishes ${thought.from} ${thought.end}`, () => {
    const words = own.slice(thought.from, thought.end);
    return ['condition', 'demand']
      .flatMap((name) => allMatches(words, everyNamed(name)))
      .map(({ start, end }) => ({ start: start + thought.from, end: end + thought.from }));
  });
}

/** Announced by a word of will before it, or by standing right behind the condition. */
function isAnnounced(own: string, from: number, at: number, wishes: readonly Stretch[]): boolean {
  return (
    named('will').test(own.slice(Math.max(from, at - NEAR), at + 3)) ||
    wishes.some(({ end }) => at >= end - 2 && at - end <= BEHIND)
  );
}

/** From the first wish to the step. */
function spanned(wishes: readonly Stretch[], start: number, end: number): Stretch {
  return {
    start: Math.min(start, ...wishes.map((wish) => wish.start)),
    end: Math.max(end, ...wishes.map((wish) => wish.end)),
  };
}
