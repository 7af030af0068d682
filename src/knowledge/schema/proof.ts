import { z } from 'zod';
import { PROOF_CATEGORIES } from '../../model/evidence.ts';
import { dayless, factKey, kind, pattern, ruleId, words } from './common.ts';

/**
 * One way to show something. All that is given must hold: an exhibit of one of
 * the kinds, on which the fields stand or the words are read; facts of the case
 * that stand without conflict; a fact that has this value.
 */
export const proofTest = z.strictObject({
  kinds: z.array(kind).min(1).optional(),
  /** At least one of them stands on the exhibit. */
  fields: z.array(factKey).min(1).optional(),
  /** Words on the exhibit, a pattern; an exhibit without text does not match. */
  says: pattern.optional(),
  /** The same by its name under `words` of `knowledge/disputes/shared/proof.yaml`. */
  saysOf: z.string().optional(),
  /** At least one of them is known in the case. */
  facts: z.array(factKey).min(1).optional(),
  when: z.strictObject({ fact: factKey, is: words }).optional(),
});

/** One thing a complaint has to show, or does well to show. */
export const proofItem = z.strictObject({
  /** Stable: the code of the gap when it is not shown. */
  code: z.string().regex(/^[a-z_]+$/),
  category: z.enum(PROOF_CATEGORIES),
  /** A required item that is not shown is a gap; a helpful one is advice. */
  need: z.enum(['required', 'helpful']),
  /** Looked at only when that item is shown, so that one lack is named once. */
  after: z.string().optional(),
  /** Any one is enough. */
  shownBy: z.array(proofTest).min(1),
  /** What it is, for the dialogue. */
  what: dayless,
  /** Said when it is not shown. */
  message: words,
  /** How the buyer gets it. */
  how: z.string().min(9),
  rule: ruleId.optional(),
});
export type ProofItem = z.infer<typeof proofItem>;
export type ProofTest = z.infer<typeof proofTest>;

/** Something that can be gone tomorrow, and why it matters. */
export const captureRow = z.strictObject({ what: dayless, why: dayless.min(6), rule: ruleId.optional() });
export type CaptureRow = z.infer<typeof captureRow>;

/** `knowledge/disputes/shared/proof.yaml`: what several types ask for, by names that the types use. */
export const sharedProofSchema = z.strictObject({
  /** Patterns that more than one test looks for. */
  words: z.record(z.string(), pattern),
  items: z.record(z.string(), proofItem),
  /** Items that every type has to name. */
  always: z.array(z.string()),
  /** Asked for while the type is not known. */
  untyped: z.array(z.string()).min(1),
});

/** `knowledge/disputes/shared/capture.yaml`. */
export const sharedCaptureSchema = z.strictObject({
  rows: z.record(z.string(), captureRow),
  /** Rows that every type has to name. */
  always: z.array(z.string()).min(1),
  untyped: z.array(z.string()).min(1),
});

/** `knowledge/disputes/shared/failure.yaml`: words that only failures have, whatever the dispute. */
export const failureSchema = z.strictObject({ any: z.array(pattern).min(1) });
