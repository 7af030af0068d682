import type { LintRule, RuleData } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { announcedHits } from './announced.ts';
import { choiceHits } from './choice.ts';
import { codeHits, knownHits } from './known.ts';
import { latinHits } from './latin.ts';
import { moneyHits } from './money.ts';
import { nearHits } from './near.ts';
import { sequenceHits } from './sequence.ts';
import { shapeHits } from './shape.ts';
import { signHits } from './signs.ts';
import { consequenceHits } from './consequence.ts';
import { wordHits } from './words.ts';

type Form = RuleData['form'];

/** How the rules of each form are looked for, one by one; words and Latin letters go all at once, likeness comes last. */
const ONE_BY_ONE: {
  [F in Exclude<Form, 'words' | 'latin' | 'likeness'>]: (rule: LintRule<F>, text: LintText) => Hit[];
} = {
  sequence: sequenceHits,
  near: nearHits,
  announced: announcedHits,
  consequence: consequenceHits,
  choice: choiceHits,
  signs: signHits,
  money: moneyHits,
  shape: shapeHits,
  code: codeHits,
  known: knownHits,
};

/** Where rules fire, before anything excuses it; `rules` must be the same array at each call. */
export function hitsOf(rules: RulesByForm, text: LintText): { rule: LintRule; hit: Hit }[] {
  const { audience } = text.options;
  const found: { rule: LintRule; hit: Hit }[] = [
    ...wordHits(rules.words, text),
    ...latinHits(rules.latin, text),
    ...rules.oneByOne.flatMap((rule) => {
      const hits = ONE_BY_ONE[rule.form as keyof typeof ONE_BY_ONE] as (rule: LintRule, text: LintText) => Hit[];
      return isFor(rule, audience) ? hits(rule, text).map((hit) => ({ rule, hit })) : [];
    }),
  ];
  return found.filter(({ rule }) => isFor(rule, audience));
}

/** Is a rule looked for in what this reader gets? */
export function isFor(rule: LintRule, audience: string | undefined): boolean {
  return audience === undefined || !rule.notFor.includes(audience);
}

export interface RulesByForm {
  words: readonly LintRule<'words'>[];
  latin: readonly LintRule<'latin'>[];
  oneByOne: readonly LintRule[];
  likeness: readonly LintRule<'likeness'>[];
}

/** Sorts rules by how they are looked for. */
export function byForm(rules: readonly LintRule[]): RulesByForm {
  return {
    words: rules.filter((rule) => rule.form === 'words') as LintRule<'words'>[],
    latin: rules.filter((rule) => rule.form === 'latin') as LintRule<'latin'>[],
    oneByOne: rules.filter((rule) => rule.form in ONE_BY_ONE),
    likeness: rules.filter((rule) => rule.form === 'likeness') as LintRule<'likeness'>[],
  };
}
