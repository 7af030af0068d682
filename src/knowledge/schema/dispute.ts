import { z } from 'zod';
import { factSpec } from '../../model/facts.ts';
import { factKey, nameOr, withSlots, words } from './common.ts';
import { CONTRACTS } from './condition.ts';
import { captureRow, proofItem } from './proof.ts';

const told = withSlots(['self', 'seller', 'failure', 'proof', 'today', 'noun']);

/**
 * `knowledge/disputes/<type>.yaml`: all that one type of dispute is. The file's
 * name is its id and part of the JSON contract.
 */
export const disputeSchema = z.strictObject({
  /** Its place in every list of the types, from 1. */
  order: z.int().min(1),
  label: words,
  /** What the buyer is asked, in the dialogue and in help. */
  asks: words,
  /** Who answers for it: whoever sold, or the platform itself. */
  respondent: z.enum(['seller', 'platform']),
  /** What was bought: it came and is not right, it never came, or it is not what the matter is about. */
  delivery: z.enum(['came', 'never', 'beside']),
  /** The seller cannot be reached: that alone is a sign of fraud, whatever was bought. */
  sellerGone: z.boolean().default(false),
  /** First this, and then the seller cannot be reached any more: the matter is that the seller is gone. */
  yieldsToSellerGone: z.boolean().default(false),
  /** What came is not what the page said: a lead for a report. */
  contradictsPage: z.boolean().default(false),
  /** Taken for a return without reasons, by the other side or by the buyer. */
  takenForReturn: z.boolean().default(false),
  /** Nobody finds the order without the account that was to be charged: letters name it. */
  namesAccount: z.boolean().default(false),
  /** What was bought, while the case does not say it. */
  goods: z.enum(factSpec('goods').choices as [string, ...string[]]).optional(),
  /** What the purchase made, whatever was bought; else it follows from the goods. */
  contract: z.enum(CONTRACTS).optional(),
  /** Facts that every document needs for this type besides its own. */
  requires: z.array(factKey).default([]),
  /**
   * How letters tell it. `shown`: an exhibit has the words, so they are quoted. `said`: only the buyer
   * says it. `bare`: nothing is known of how it showed; empty leaves it out. `still`: how things stand
   * today; empty leaves it out. `reason`: what the claim rests on, where it is taken for a return without reasons.
   * `issue`: what forms of offices call it, where the label says more than every such case shows.
   */
  told: z.strictObject({
    shown: told,
    said: told,
    bare: told,
    still: told,
    reason: told,
    issue: words.optional(),
  }),
  /**
   * The law that letters cite for it, by names of grounds. `every` holds for each document that cites the
   * dispute's law, an entry of a document's own takes its place there.
   */
  laws: z.record(z.string(), z.array(z.string()).min(1)),
  /** What proves it, in the order in which it is asked: names of `shared/proof.yaml`, or items of its own. */
  proof: z.array(nameOr(proofItem)).min(1),
  /** What to capture before the other side deletes it, most urgent first: names of `shared/capture.yaml`, or rows of its own. */
  capture: z.array(nameOr(captureRow)).min(1),
  /** Words on a page or in a talk that suggest this type. */
  suggested: z.strictObject({
    /** Who of two equally likely types is meant: the lower. */
    rank: z.int().min(1),
    /** Words for one thing, used as `{NAME}` in the patterns. */
    classes: z.record(z.string().regex(/^[A-Z_]+$/), z.array(words).min(1)).default({}),
    by: z
      .array(
        z.strictObject({
          /** How surely the words mean this; they add up. */
          weight: z.number().positive(),
          /** Large and small letters are one. */
          anyCase: z.boolean().default(false),
          /** Patterns; any one is enough. */
          any: z.array(words).min(1),
        }),
      )
      .min(1),
  }),
});
export type DisputeFile = z.infer<typeof disputeSchema>;

/** What the law and the letters go by: a type's properties without its texts. */
export type DisputeTraits = Pick<
  DisputeFile,
  | 'respondent'
  | 'delivery'
  | 'sellerGone'
  | 'yieldsToSellerGone'
  | 'contradictsPage'
  | 'takenForReturn'
  | 'namesAccount'
  | 'goods'
  | 'contract'
  | 'requires'
>;
export type DisputeTold = DisputeFile['told'];

/** One sign of a type, its pattern put together. */
export interface Suggestion<Id extends string = string> {
  dispute: Id;
  weight: number;
  words: string;
  flags: '' | 'i';
}
