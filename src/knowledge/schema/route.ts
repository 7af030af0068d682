import { z } from 'zod';
import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import { factSpec, type FactKey } from '../../model/facts.ts';
import { dayless, factKey, ruleId, withSlots, words } from './common.ts';
import { channelRow, reason } from './channel.ts';
import { PLEAS, type Plea } from './pleas.ts';
import { condition, CONTRACTS } from './condition.ts';

/** `knowledge/route/doors.yaml`: what all doors share. */
export const doorsSchema = z.strictObject({
  /** Rows that come before those of every channel. */
  first: z.array(channelRow),
  /** Rows of several channels that the legal relation calls for; after what already runs there. */
  relation: z.array(channelRow.extend({ doors: z.array(z.enum(CHANNEL_IDS as [Channel, ...Channel[]])).min(1) })),
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
          .array(
            z.strictObject({
              value: words,
              label: dayless,
              /** Where this fact stands, and that of no other choice, this is the likely answer. */
              likely: factKey.optional(),
              /** Words in the name of the goods that speak for it; the first choice that has one is the likely answer. */
              named: z.array(z.string().min(1)).optional(),
            }),
          )
          .min(2)
          .optional(),
        /** What depends on it. */
        why: dayless,
        rule: ruleId,
        /** Several answers are possible. */
        many: z.literal(true).optional(),
        /** The answer decides the legal relation. */
        basis: z.literal(true).optional(),
        /** A paper may expose the buyer: none is written before it is answered. */
        first: z.literal(true).optional(),
        /** Would an answer change the route? */
        when: condition,
      })
      .refine(({ key, choices }) => (choices === undefined) === (key === 'paidBy'), 'choices: none are said'),
  )
  .min(1);
export type GateFile = z.infer<typeof gatesSchema>[number];

/** What the advice rests on; ids are part of the JSON contract. */
export const BASIS_IDS = [
  'minor',
  'void',
  'unjust_enrichment',
  'not_consumer',
  'foreign',
  'sale',
  'service',
  'unknown',
] as const;
export type BasisId = (typeof BASIS_IDS)[number];

export { PLEAS, type Plea };

const basisId = z.enum(BASIS_IDS);
const contract = z.enum(CONTRACTS);

/** `knowledge/route/basis.yaml`: the legal relation, and what follows from it. */
export const basisSchema = z.strictObject({
  /** What kind of contract buying each kind of goods makes. */
  contracts: z.partialRecord(z.enum(factSpec('goods').choices as [string, ...string[]]), contract),
  /** The cause of action by contract; a relation may have its own. */
  causes: z.strictObject({ sale: words, service: words }),
  /** The first relation that holds; the last always does. */
  relations: z
    .array(
      z.strictObject({
        id: basisId,
        when: condition,
        rules: z.array(ruleId),
        cause: words.optional(),
        /** Grounds that letters cite where none of the law of the dispute may be cited. */
        cites: z.array(z.string()).min(1),
        /** What went wrong, in place of how the dispute tells it. */
        told: withSlots(['self', 'proof']).optional(),
        /** Who acts for the buyer. */
        represents: z.literal('guardian').optional(),
      }),
    )
    .refine((rows) => rows.at(-1)?.when === 'always', 'the last relation must say `when: always`'),
  /** In these relations the buyer is a consumer, where the condition holds. */
  consumer: z.strictObject({ in: z.array(basisId), when: condition }),
  pleas: z
    .array(z.strictObject({ plea: z.enum(PLEAS), in: z.array(basisId).min(1), when: condition }))
    .refine((rows) => rows.length === PLEAS.length && new Set(rows.map(({ plea }) => plea)).size === rows.length, {
      message: 'every plea has one row',
    }),
});
export type BasisFile = z.infer<typeof basisSchema>;
