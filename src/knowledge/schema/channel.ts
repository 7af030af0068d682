import { z } from 'zod';
import { ruleId, withSlots, words } from './common.ts';
import { condition } from './condition.ts';
import { documentSchema } from './document.ts';

export const reason = z.strictObject({ rule: ruleId, text: words });

/** One row of a channel: the first whose `when` holds decides. */
export const channelRow = z.strictObject({
  when: condition,
  status: z.enum(['now', 'later', 'blocked', 'done']),
  reasons: z.array(reason).min(1),
  /** Names of `knowledge/route/doors.yaml`. */
  needs: z.array(z.string()).optional(),
});
export type ChannelRowFile = z.infer<typeof channelRow>;

const party = withSlots(['merchant', 'platform']);

/**
 * `knowledge/channels/<channel>.yaml`: one door, what is written for it, and
 * what opens, bars and delays it. The file's name is its id and part of the JSON contract.
 */
export const channelSchema = z.strictObject({
  /** Its place in every list of the channels, from 1. */
  order: z.int().min(1),
  label: words,
  /**
   * What kind of door: a party of the trade, where a talk already is a complaint; an office or body that
   * mediates; the state itself, which decides; the open street.
   */
  side: z.enum(['trade', 'office', 'state', 'open']),
  /** May the same complaint be handed in there again after a refusal? */
  again: z.boolean().default(true),
  /** A refusal there means that one way has been tried in vain. */
  triesTheMatter: z.boolean().default(false),
  /** What is written for it, in the next step: `写{paper}`. */
  paper: words,
  /** Whom a letter about an earlier filing goes to: the first whose slots the case can fill. */
  office: z.array(withSlots(['merchant', 'platform', 'platformOperator', 'provider'])).min(1),
  /** How letters tell what happened there; null: not told to others. */
  told: z.strictObject({ turned: party, filed: party, who: party, refused: words }).nullable(),
  /** Letters of other files that tell what happened there. */
  toldIn: z.array(z.string()).default([]),
  /** What to ask back when it refuses; without them what is asked of a party of the trade. */
  asksOnRefusal: z.array(words).optional(),
  /** What opens, bars and delays it. The first row that holds decides; the last always does. */
  rows: z
    .array(channelRow)
    .min(1)
    .refine((rows) => rows.at(-1)?.when === 'always', 'the last row must say `when: always`'),
  /** Its document, `templates/letters/<channel>/letter.hbs`. */
  document: documentSchema,
});
export type ChannelFile = z.infer<typeof channelSchema>;

/** What the program asks of a channel besides its rows and its document. */
export type ChannelTraits = Pick<
  ChannelFile,
  'side' | 'again' | 'triesTheMatter' | 'paper' | 'office' | 'told' | 'asksOnRefusal'
>;
