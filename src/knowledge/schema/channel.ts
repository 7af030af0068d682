import { z } from 'zod';
import { ruleId, withSlots, words } from './common.ts';
import { condition } from './condition.ts';
import { documentSchema } from './document.ts';

export const reason = z.strictObject({ rule: ruleId, text: words });

/** One row of a channel: the first whose `when` holds decides. */
export const channelRow = z.strictObject({
  when: condition,
  status: z.enum(['now', 'later', 'blocked', 'done']),
  /** A reason with a condition is given only where it holds. */
  reasons: z.array(reason.extend({ when: condition.optional() })).min(1),
  /** Names of `knowledge/route/doors.yaml`. */
  needs: z.array(z.string()).optional(),
});
export type ChannelRowFile = z.infer<typeof channelRow>;

/** How a filing stands, see `Filing` in `src/law/route/situation.ts`. */
const filingStatus = z.enum(['filed', 'accepted', 'refused', 'ended', 'settled']);

/** A clock of law that runs while a filing there stands so. */
const doorClock = z.strictObject({
  while: z.array(filingStatus).min(1),
  rule: ruleId,
  /** Only these clocks of the rule; the others start from later events, which the log does not show. */
  only: z.array(z.string()).min(1).optional(),
  /** From what it runs; see `STARTS` in `src/law/deadlines/filings.ts`. */
  start: z.enum(['filed', 'received', 'accepted', 'answered', 'not_replied', 'last_contact']),
  /** It runs for this step against what the door answered, not for the complaint itself. */
  step: z.string().optional(),
  /** It stops once this step was taken. */
  until: z.string().optional(),
  /** Only from an answer on paper. */
  inWriting: z.literal(true).optional(),
  /** Said beside the deadline. */
  note: words.optional(),
  /** What to do meanwhile, in the next step; without it nothing is said of the waiting. */
  wait: words.optional(),
});

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
  /** The other side of the trade itself: what it gets is a demand, not a complaint that somebody decides. */
  counterpart: z.boolean().default(false),
  /** What is handed in there is a complaint, the buyer's own to take back; a report of a crime or a breach is not. */
  withdrawable: z.boolean().default(true),
  /** A refusal there means that one way has been tried in vain. */
  triesTheMatter: z.boolean().default(false),
  /** What is written for it: its one name in titles, lists, steps and other letters. */
  paper: words,
  /** Several doors get a paper of this name: lists say whom it goes to. */
  addressed: z.boolean().default(false),
  /** Whom a letter about an earlier filing goes to: the first whose slots the case can fill. */
  office: z.array(withSlots(['merchant', 'platform', 'platformOperator', 'provider'])).min(1),
  /** How letters tell what happened there; null: not told to others. */
  told: z.strictObject({ turned: party, filed: party, who: party, refused: words }).nullable(),
  /** It sets days to come to, and promises nothing: how such a day is called, what to do on it and why. */
  appoints: z.strictObject({ what: words, step: words, why: words, rule: ruleId }).optional(),
  /** Letters of other files that tell what happened there. */
  toldIn: z.array(z.string()).default([]),
  /** What to ask back when it refuses; without them what is asked of a party of the trade. */
  asksOnRefusal: z.array(words).optional(),
  /** What opens, bars and delays it. The first row that holds decides; the last always does. */
  rows: z
    .array(channelRow)
    .min(1)
    .refine((rows) => rows.at(-1)?.when === 'always', 'the last row must say `when: always`'),
  /** The clocks that a filing there starts. */
  clocks: z.array(doorClock).default([]),
  /** When it is a next step to take, besides its being open; left out: never of itself. */
  step: z
    .strictObject({
      when: condition,
      why: words,
      /** The rule whose clock it must not miss. */
      before: ruleId.optional(),
    })
    .optional(),
  /** Its document, `templates/letters/<channel>/letter.hbs`. */
  document: documentSchema,
});
export type ChannelFile = z.infer<typeof channelSchema>;

/** What the program asks of a channel besides its rows and its document. */
export const CHANNEL_TRAIT_KEYS = [
  'side',
  'again',
  'counterpart',
  'withdrawable',
  'triesTheMatter',
  'paper',
  'addressed',
  'office',
  'told',
  'appoints',
  'asksOnRefusal',
  'clocks',
  'step',
] as const satisfies readonly (keyof ChannelFile)[];
export type ChannelTraits = Pick<ChannelFile, (typeof CHANNEL_TRAIT_KEYS)[number]>;
