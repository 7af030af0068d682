import { ANSWER_RULES } from '../knowledge/built/answer-words.ts';

type RuleId = keyof typeof ANSWER_RULES;
/** Something that is said in several ways, each a rule of its own: `refuses.remedy`, `refuses.short`. */
type Said = RuleId extends infer Id ? (Id extends `${infer What}.${string}` ? What : never) : never;

/** The words of one rule of `knowledge/words/answers-*.yaml`, as a pattern for one clause. */
export function wordsOf(id: RuleId, flags = ''): RegExp {
  return new RegExp(ANSWER_RULES[id], flags);
}

/** All the ways to say something, in the order of the file. */
export function waysTo(said: Said): readonly RegExp[] {
  const rules: [string, string][] = Object.entries(ANSWER_RULES);
  return rules.filter(([id]) => id.startsWith(`${said}.`)).map(([, words]) => new RegExp(words));
}
