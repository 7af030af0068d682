import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { WordTree } from '../word-tree.ts';

const trees = new WeakMap<readonly LintRule<'words'>[], WordTree<LintRule<'words'>>>();

/**
 * Existence of words, with marks in between and characters doubled. All rules
 * of this form are looked for in one walk; a word that stands in two rules is
 * the first one's.
 */
export function wordHits(rules: readonly LintRule<'words'>[], { own }: LintText): { rule: LintRule; hit: Hit }[] {
  let tree = trees.get(rules);
  if (!tree) {
    const entries = rules.toReversed().flatMap((rule) => rule.words.map((word) => [word, rule] as const));
    trees.set(rules, (tree = new WordTree(entries, true)));
  }
  return tree.find(own).map(({ start, end, value }) => ({ rule: value, hit: { start, end } }));
}
