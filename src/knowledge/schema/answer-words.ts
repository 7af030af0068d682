import { z } from 'zod';

/** Ways to say something: patterns in which blanks and line breaks do not count and `{name}` stands for a part. */
const words = z.array(z.string().min(1)).min(1);
const examples = z.array(z.string().min(1)).min(1);

/** The words that rules are made of, by name. */
export const answerPartsSchema = z.strictObject({ parts: z.record(z.string().regex(/^[a-zA-Z]+$/), words) });

const rule = z.strictObject({
  /** `scorns`, or `refuses.short` for one of the ways in which something is said. */
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/),
  /** What it is there for. */
  about: z.string(),
  words,
  /** Words that the rule finds. */
  yes: examples,
  /** Words that it leaves alone. */
  no: examples,
});
export const answerRulesSchema = z.strictObject({ rules: z.array(rule) });

const ground = rule.omit({ about: true }).extend({
  id: z.string().regex(/^[a-z]+(?:_[a-z]+)*$/),
  /** For people, Chinese. */
  label: z.string(),
  /** Said without a word of refusal, it already refuses. */
  refusesAlone: z.literal(true).optional(),
});
export const answerGroundsSchema = z.strictObject({ grounds: z.array(ground) });

/** A ground as the program has it: its words are one pattern. */
export interface BuiltGround {
  id: string;
  label: string;
  refusesAlone?: true;
  words: string;
}
