import { z } from 'zod';
import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import { factKey, kind, ruleId, withSlots, words } from './common.ts';
import { condition } from './condition.ts';

const channel = z.enum(CHANNEL_IDS as [Channel, ...Channel[]]);

/** What a document is, besides its template: who reads it, what it needs, what it shows. */
export const documentSchema = z.strictObject({
  /** Title and addressee are templates too. */
  title: z.string().min(1).max(200),
  addressee: z.string().max(200),
  /** Whom the demands are put to, and whom the text calls 贵方 or 贵平台. */
  audience: z.enum(['merchant', 'platform', 'operator', 'office', 'court']),
  /** Without these facts there is no letter. */
  required: z.array(factKey),
  exhibits: z.union([z.literal('all'), z.literal('none'), z.array(kind)]),
  /** Channels whose contacts this reader should know of. */
  contacts: z.array(channel),
  /** The grounds it cites whatever the dispute. */
  cites: z.array(z.string()).default([]),
  /** It cites the law of the dispute as well: every type must have some for it. */
  citesDispute: z.boolean().default(false),
  /** Its own drafter puts the law of the dispute in its place, between other law. */
  placesLaw: z.boolean().default(false),
  /** Days from the day of writing to the day the demand names. */
  replyDays: z.int().min(1).max(60),
  /** What of the buyer this reader needs. */
  buyer: z.array(z.enum(['name', 'phone', 'address', 'idNo'])),
  /** The reader needs the card code itself, once it is redeemed. */
  cardCode: z.boolean().default(false),
  /** It answers the reason for which the other side refused. */
  answersExcuse: z.boolean().default(false),
  /** Always redacted: other people will read it. */
  redacted: z.boolean().default(false),
  /** Written also when the money may have come back, or when that does not matter. */
  afterRefund: z.boolean().default(false),
  /** A form whose text box takes only so many characters: a short and a medium version are written too. */
  brief: z.boolean().default(false),
  /** It names the other party with address and telephone, as the forms of offices ask. */
  namesRespondent: z.boolean().default(false),
  /** How it is handed in: said when it is written, where the condition holds. */
  handing: z.array(z.strictObject({ rule: ruleId, text: words, when: condition.optional() })).default([]),
  /** Its demands, where the general ones do not do. `{demand}` is what the buyer wants of the other party. */
  demands: z.array(withSlots(['demand'])).optional(),
});
export type DocumentFile = z.infer<typeof documentSchema>;

/** `knowledge/documents/<id>.yaml`: a document that is no channel of its own. */
export const extraDocumentSchema = documentSchema.extend({
  /** Its place after the channels in every list of documents, from 1. */
  order: z.int().min(1),
  label: words,
  /** The channel it is handed to; left out where the case decides. */
  handedTo: channel.optional(),
  /** Not written while this door is barred; left out where no door decides. */
  barredWith: channel.optional(),
  /** At which door it is read as what is written for that door: what of the buyer may stand in it. */
  readAt: channel.optional(),
  /** A step against what these doors answered: it opens no complaint anew, and has clocks and an outcome of its own. */
  against: z.array(channel).min(1).optional(),
  /** It only asks for the answer that is owed: what is answered to it answers the complaint itself. */
  asksForAnswer: z.literal(true).optional(),
  /** Buyers take this step in their own words, too, or by telephone: the log can name it without a letter. */
  ownWords: z.literal(true).optional(),
  /**
   * How letters tell that it was handed in and answered; without it as they tell of the door it is handed to, whose
   * own words stand in the slots.
   */
  told: z.strictObject({ turned: words, filed: words, who: words, refused: words }).optional(),
  /** What is looked for after it was handed in, where that is not how the complaint goes on. */
  awaits: words.optional(),
});

/** What the program does with a document besides filling its template. */
export type DocumentTraits = Pick<DocumentFile, 'afterRefund' | 'brief' | 'namesRespondent' | 'demands' | 'handing'> & {
  handedTo?: Channel;
  barredWith?: Channel;
  readAt?: Channel;
  against?: Channel[];
  asksForAnswer?: true;
  told?: { turned: string; filed: string; who: string; refused: string };
  awaits?: string;
};

/** The settings of a document with the law of each dispute put in: what a user's `template.json` says. */
export type DocumentSettings = Omit<
  DocumentFile,
  'cites' | 'citesDispute' | 'placesLaw' | 'afterRefund' | 'brief' | 'namesRespondent' | 'demands' | 'handing'
> & { laws: Record<string, readonly string[]> };
