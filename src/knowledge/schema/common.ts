import { z } from 'zod';
import { type Kind, KIND_IDS } from '../../model/evidence.ts';
import { FACT_KEYS } from '../../model/fact-keys.ts';

/** A text that somebody reads. */
export const words = z.string().trim().min(1);

/** A text that is shown without a day, and so can hold no number of law. */
export const dayless = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !/\{[A-Z]+-/.test(text), 'is shown without a day: no number of law can stand in it');

/** The name of a rule of law; that the rule exists is checked where the files of law are at hand. */
export const ruleId = z.string().regex(/^(?:[A-Z]{2,4}-\d{2}|REQ-ID)$/, 'is no id of a rule');

export const factKey = z.enum(FACT_KEYS);
export const kind = z.enum(KIND_IDS as [Kind, ...Kind[]]);

/** Why a pattern does not compile; undefined when it does. */
export function patternProblem(source: string, flags = ''): string | undefined {
  try {
    return RegExp(source, flags) && undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A regular expression as text. */
export const pattern = z.string().superRefine((source, context) => {
  const problem = source === '' ? 'an empty pattern matches everything' : patternProblem(source);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

/** A text with slots: only these may stand in it. */
export function withSlots(slots: readonly string[]): z.ZodType<string> {
  return z.string().superRefine((text, context) => {
    for (const [, slot] of text.matchAll(/\{(\w+)\}/g)) {
      if (!slots.includes(slot!))
        context.addIssue({ code: 'custom', message: `there is no slot {${slot}}; there are: ${slots.join(', ')}` });
    }
  });
}

/** A name of something shared, or the thing itself; what is wrong with the thing is named in its place. */
export function nameOr<T>(schema: z.ZodType<T>): z.ZodType<string | T> {
  return z.custom<string | T>().superRefine((value, context) => {
    if (typeof value === 'string') return;
    for (const { path, message } of schema.safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  });
}
