import type { LintRule } from '../../../knowledge/schema/lint.ts';
import { bareText } from '../../fold.ts';
import { placesOf } from '../../private/redact-text.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { allMatches, patternOf } from '../patterns.ts';
import { isNeeded } from './shape.ts';

/** So far around a code it may be said that it still works. */
const BEFORE = 20;
const AFTER = 24;
/** Shorter ones are no codes. */
const SHORTEST = 8;

/** Card codes that the case knows, and codes beside a word for them that still work. */
export function codeHits(rule: LintRule<'code'>, { folded, options }: LintText): Hit[] {
  const { audience, unredeemedCodes = [] } = options;
  const isSealed = audience !== undefined && rule.sealedFor.includes(audience);
  const bare = unredeemedCodes.length > 0 ? bareText(folded.text) : undefined;
  const known = unredeemedCodes
    .flatMap((code) => placesOf(bare!, code))
    // No excuse: the case knows that it works.
    .map((place): Hit => ({ ...place, whole: true, certain: true, level: isSealed ? 'warning' : 'error' }));
  if (isSealed) return known;
  const labelled = rule.find.flatMap((source) =>
    allMatches(folded.text, patternOf(source, 'g')).flatMap(({ start, end, groups }): Hit[] => {
      const code = groups['code']!;
      const around = folded.text.slice(Math.max(0, start - BEFORE), end + AFTER);
      if (code.length < SHORTEST) return [];
      const place = { start: end - code.length, end, whole: true };
      if (audience === 'public') return [{ ...place, certain: true }];
      return patternOf(rule.stillGood).test(around) ? [{ ...place, at: { start, end } }] : [];
    }),
  );
  return [...known, ...labelled];
}

/** Facts of the case that this reader does not need, however they are written. */
export function knownHits(rule: LintRule<'known'>, { folded, options }: LintText): Hit[] {
  const { audience, knownPrivate = [] } = options;
  if (knownPrivate.length === 0) return [];
  const bare = bareText(folded.text);
  return knownPrivate.flatMap(({ key, value }) => {
    if (key === 'cardCode' || isNeeded(key, audience)) return [];
    const isOpen = audience === 'public' || audience === undefined || key === 'buyerIdNo';
    return placesOf(bare, value).map((place): Hit => ({
      ...place,
      whole: true,
      level: isOpen ? 'error' : 'warning',
      ...(audience === 'public' ? { why: rule.publicWhy } : {}),
    }));
  });
}
