import { z } from 'zod';
import { ruleId, words } from './common.ts';
import { proofTest } from './proof.ts';

/** One way to fix proof, and for which case. */
const fixingRow = z.strictObject({
  /** Stable: part of the JSON of `check`. */
  id: z.string().regex(/^[a-z_]+$/),
  label: words,
  /** Given only where one of these passes. */
  has: z.array(proofTest).min(1).optional(),
  /** Given only while none of these passes. */
  lacks: z.array(proofTest).min(1).optional(),
  how: words,
  why: words,
  rule: ruleId,
});
export type FixingRow = z.infer<typeof fixingRow>;

/** `knowledge/evidence/fixing.yaml`. */
export const fixingSchema = z
  .array(fixingRow)
  .min(1)
  .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, 'an id stands twice');
