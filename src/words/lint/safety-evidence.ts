import { CIVIL, CONDITIONAL, DARK, GOODS, LEFT_TO_YOU, WANTING } from './phrases/threats/evidence.ts';
import { REPORTED } from './phrases/threats/lawful.ts';
import { type Stretch, type Thought } from './tone-sentences.ts';

const ENOUGH = 2;
const SIGNS = 3;
const ADDRESSED = /[你您]|贵[司店方公平]/;

/**
 * Thoughts in which small signs add up: dark matters of two kinds, or one kind
 * left to the other side, tied to money. Weak by nature, so they only warn.
 */
export function evidenceIn(own: string, thoughts: readonly Thought[]): Stretch[] {
  return thoughts.filter((thought) => {
    const text = own.slice(thought.from, thought.end);
    if (!ADDRESSED.test(text) || CIVIL.test(text) || REPORTED.test(text.slice(0, 24))) return false;
    const dark = DARK.filter((pattern) => pattern.test(text)).length;
    const signs = [LEFT_TO_YOU, WANTING, CONDITIONAL].filter((pattern) => pattern.test(text)).length;
    return (dark > 0 || signs === SIGNS) && dark + signs - (GOODS.test(text) ? 2 : 0) >= ENOUGH;
  });
}
