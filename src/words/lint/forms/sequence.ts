import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';

/** Sequences of words and classes. */
export function sequenceHits(rule: LintRule<'sequence'>, text: LintText): Hit[] {
  return rule.find.flatMap((source) =>
    text.places(source).map(({ start, end, text: said, groups }) => ({
      start,
      end: rule.family === 'threats' ? trimmedEnd(text.own, start, end) : end,
      at: { start, end },
      ...(groups['then'] === undefined ? {} : { act: { start: start + said.lastIndexOf(groups['then']), end } }),
    })),
  );
}

/** Without the marks that a pattern looked at behind the words. */
export function trimmedEnd(own: string, start: number, end: number): number {
  while (end > start + 1 && /[,。!?\n]/.test(own[end - 1]!)) end--;
  return end;
}
