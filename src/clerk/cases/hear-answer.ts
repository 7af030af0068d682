import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { type AnswerReading, type Contact, MEDIATION_REFUSED, type Result, type Weighty } from '../../model/contact.ts';
import type { Channel } from '../../model/dispute.ts';
import type { Day, Moment } from '../../model/moment.ts';
import { groundNamed, promiseIn, readAnswer, saysTakenUp, tellsSellersNo } from '../../words/answers/read-answer.ts';
import { readSellerDetails, type SellerDetails } from '../../words/seller-details.ts';

/** What the words of an answer come to. */
export interface Heard {
  reading: AnswerReading;
  /** Who the seller is, as the words say it. */
  seller: SellerDetails;
  /** An office or the state says that the matter is taken up; with a trader such words are worth nothing. */
  takenUp: boolean;
}

const takesUp = (said: string, channel: Channel | undefined): boolean =>
  channel !== undefined && ['office', 'state'].includes(CHANNEL_TRAITS[channel].side) && saysTakenUp(said);

/** An office that passes on the seller's no has not refused to take the complaint up: its mediation came to nothing. */
const ofMediation = (said: string, channel: Channel | undefined): boolean =>
  channel !== undefined && CHANNEL_TRAITS[channel].side === 'office' && tellsSellersNo(said);

/** Reads the words; of what the buyer says was a refusal, the ground that they name. */
export function hear(
  { said = '', result, channel }: Partial<Pick<Contact, 'said' | 'result' | 'channel'>>,
  at: Moment | Day,
): Heard {
  const { rest, details } = readSellerDetails(said);
  const words = readAnswer(rest, at);
  // Who was asked who the seller is, and says it, has answered.
  const told = Object.keys(details).length > 0 ? { ...words, vague: false } : words;
  // What was only doubted is what the buyer says it was, until the day that was named.
  const reading = told.doubted && result === 'promise' ? { ...told, promise: promiseIn(rest, at) } : told;
  const refused = reading.refusal || result === 'refused';
  const named = refused && !reading.refusal ? groundNamed(said) : undefined;
  const ground = refused && ofMediation(said, channel) ? MEDIATION_REFUSED : named;
  return {
    reading: ground === undefined ? reading : { ...reading, ground },
    seller: details,
    takenUp: takesUp(rest, channel),
  };
}

/** The result that an answer looks like where no rule says so. */
export const LIKE_RESULTS = {
  settled: 'settled',
  part: 'partly',
  refusal: 'refused',
  promise: 'promise',
  if: 'promise',
} as const satisfies Record<Weighty, Result>;

/**
 * Do words leave open what came of it? So does 材料不足 alone, which may ask for more or refuse, and a part that is
 * promised where the rest is refused.
 * @returns `like`: what they look like without saying so; `both`: they promise and refuse
 */
export function howAnswered(
  said: string,
  at: Moment | Day,
  channel?: Channel,
): { open: boolean; like?: Result; both: boolean } {
  const { reading, seller, takenUp } = hear({ said, ...(channel === undefined ? {} : { channel }) }, at);
  const result = resultOf({}, reading, takenUp);
  // Who answers that it is this company at that address leaves nothing open.
  const open =
    (result === 'none' && Object.keys(seller).length === 0) || (result === 'vague' && groundNamed(said) !== undefined);
  const both = reading.refusal && reading.promise?.by != null;
  return { open: open || both, both, ...(reading.like ? { like: LIKE_RESULTS[reading.like] } : {}) };
}

/** What came of it, when the user left that to the words. */
export function resultOf(
  input: Partial<Pick<Contact, 'acceptedOn' | 'promisedBy'>>,
  reading: AnswerReading,
  takenUp = false,
): Result {
  // That it is done is what the other side says, until an exhibit or the buyer shows it.
  if (reading.settled) return 'claimed';
  if (reading.refusal) return 'refused';
  if (input.acceptedOn !== undefined || takenUp) return 'accepted';
  if (reading.promise || input.promisedBy !== undefined) return 'promise';
  return reading.vague ? 'vague' : 'none';
}
