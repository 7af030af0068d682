import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { named } from '../patterns.ts';
import { trimmedEnd } from './sequence.ts';

const ENOUGH = 2;
/** Talk about the goods takes away so much. */
const CALMING = 2;
const ADDRESSED = /[你您]|贵[司店方公平]/;

/**
 * Thoughts in which small signs add up: dark matters of two kinds, or one kind
 * left to the other side, tied to money. None of them says much alone.
 */
export function signHits(rule: LintRule<'signs'>, { own, thoughts }: LintText): Hit[] {
  return thoughts
    .filter((thought) => {
      const words = own.slice(thought.from, thought.end);
      if (!ADDRESSED.test(words)) return false;
      const dark = countIn(words, rule.dark);
      const signs = countIn(words, rule.signs);
      return (
        (dark > 0 || signs === rule.signs.length) &&
        dark + signs - (named(rule.calm).test(words) ? CALMING : 0) >= ENOUGH
      );
    })
    .map(({ from, start, end }) => ({ start, end: trimmedEnd(own, start, end), at: { start: from, end } }));
}

function countIn(words: string, patterns: readonly string[]): number {
  return patterns.filter((name) => named(name).test(words)).length;
}
