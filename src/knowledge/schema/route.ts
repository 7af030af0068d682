import { z } from 'zod';
import type { FactKey } from '../../model/facts.ts';
import { dayless, factKey, ruleId, words } from './common.ts';
import { channelRow, reason } from './channel.ts';
import { condition } from './condition.ts';

/** `knowledge/route/doors.yaml`: what all doors share. */
export const doorsSchema = z.strictObject({
  /** Rows that come before those of every channel. */
  first: z.array(channelRow),
  /** What the buyer needs in hand; ids are part of the JSON contract. `facts`: facts of a case that meet it, all together. */
  needs: z.record(z.string(), z.strictObject({ label: words, facts: z.array(factKey).min(1).optional() })),
});
export type NeedFile = { label: string; facts?: FactKey[] };

/** `knowledge/route/warnings.yaml`: what goes wrong in cases like this one, the most pressing first. */
export const warningsSchema = z.array(z.strictObject({ rule: ruleId, when: condition, text: words })).min(1);
export type WarningFile = z.infer<typeof warningsSchema>[number];

/** `knowledge/route/liability.yaml`: who answers; every row that holds adds its party. */
export const liabilitySchema = z
  .array(z.strictObject({ who: z.enum(['merchant', 'platform', 'payment']), when: condition, reason }))
  .min(1);
export type LiabilityFile = z.infer<typeof liabilitySchema>[number];

/** `knowledge/route/gates.yaml`: what is asked because the route depends on it, the weightiest first. */
export const gatesSchema = z
  .array(
    z
      .strictObject({
        /** The fact that the answer sets. */
        key: factKey,
        question: dayless,
        /** Left out for the ways of paying, which the files of the wallets give. */
        choices: z
          .array(z.strictObject({ value: words, label: dayless }))
          .min(2)
          .optional(),
        /** What depends on it. */
        why: dayless,
        rule: ruleId,
        /** Several answers are possible. */
        many: z.literal(true).optional(),
        /** Would an answer change the route? */
        when: condition,
      })
      .refine(({ key, choices }) => (choices === undefined) === (key === 'paidBy'), 'choices: none are said'),
  )
  .min(1);
export type GateFile = z.infer<typeof gatesSchema>[number];
