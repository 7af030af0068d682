import type { LintRule } from '../../../knowledge/schema/lint.ts';
import { LINT_PATTERNS } from '../../../knowledge/built/lint.ts';
import { excusedBy } from '../excuses.ts';
import type { Hit, LintText } from '../lint-text.ts';
import type { Found } from '../patterns.ts';
import { type Stretch, type Thought, thoughtAt } from '../sentences.ts';

const ADDRESSED = /[你您]|贵(?!阳|州|宾|重|$)/;
/** A wish that is told of others, denied or past ties nothing. */
const NO_TIE = ['reported', 'suffered', 'denied', 'denied-within', 'past'];

/** A harm and, in the same thought, one of the ways of tying it to a wish. */
export function nearHits(rule: LintRule<'near'>, text: LintText): Hit[] {
  const harms = rule.find.flatMap((source) => text.places(source));
  return harms.flatMap((harm) => {
    const thought = thoughtAt(text.thoughts, harm.start);
    if (rule.addressed && !ADDRESSED.test(text.own.slice(thought.from, thought.end))) return [];
    const tie = rule.with.map((name) => within(tiesOf(name, text), thought, harm)).find(Boolean);
    const at = { start: harm.start, end: harm.end };
    return tie ? [{ start: Math.min(at.start, tie.start), end: Math.max(at.end, tie.end), at }] : [];
  });
}

function tiesOf(name: string, text: LintText): readonly Found[] {
  return text.once(`ties ${name}`, () =>
    text.places(LINT_PATTERNS[name]!).filter((tie) => excusedBy(tie, NO_TIE, text) === undefined),
  );
}

/** The first place in a thought that is more than a part of the harm itself. Places are sorted. */
function within(places: readonly Stretch[], { from, end }: Thought, harm: Stretch): Stretch | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < places.length && places[i]!.start < end; i++) {
    const place = places[i]!;
    if (place.start < harm.start || place.end > harm.end) return place;
  }
  return undefined;
}
