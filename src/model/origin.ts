import type { Channel } from './dispute.ts';
import type { FactKey } from './facts.ts';
import type { Day } from './moment.ts';
import type { PlatformRule } from './snapshot.ts';

/** What of a contact stands in a text. */
export type ContactPart =
  | 'at'
  | 'filedOn'
  | 'promisedBy'
  | 'said'
  | 'with'
  | 'reference'
  | 'sentOn'
  | 'sentBy'
  | 'sentNo'
  | 'arrivedOn'
  /** That it was done, or answered, at all. */
  | 'act';

/** How a counted value comes about; enough of it to count again from the case. Days are days in China. */
export type Reckoning =
  | { how: 'letterNo'; no: number }
  | { how: 'writtenOn'; on: Day }
  /** `on` and so many days. */
  | { how: 'replyBy'; on: Day; days: number }
  /** Paid less refunded. */
  | { how: 'left' }
  /** Damages beside the price: its multiple, the least sum, the greater of the two. */
  | { how: 'multiple' | 'least' | 'added'; on: Day }
  /** What is left of the price, with what the law adds to it. */
  | { how: 'claimed'; on: Day }
  /** Days from the filing that this contact logs. */
  | { how: 'daysSince'; contact: number; on: Day }
  /** How often the buyer turned to these channels. */
  | { how: 'talks'; channels: Channel[] }
  /** The last day of the period that a letter has set. */
  | { how: 'setBy'; letter: number }
  /** The birthday in the number of the identity card. */
  | { how: 'born' }
  /** A day the user gave on the command line. */
  | { how: 'interestFrom'; on: Day }
  /** Interest so far on what is left of the price, and the day to which it is counted. */
  | { how: 'interest' | 'interestTo'; from: Day; on: Day }
  /** The period a notice sets by itself. */
  | { how: 'payWithin' }
  /** Copies of a pleading: one for each defendant. */
  | { how: 'copies'; defendants: number }
  /** A cell of the list of those who complain together, as it was handed over; how many they are; the sum of all. */
  | { how: 'listed'; row: number; column: string; value: string }
  | { how: 'listedCount'; n: number }
  | { how: 'listedTotal'; amounts: string[] };

/** What a stretch of a document came from. */
export type Origin =
  /** `exhibits`: where the fact was read when the letter was written; empty when it was given. */
  | { from: 'fact'; key: FactKey; exhibits: number[] }
  | { from: 'exhibit'; no: number; part: 'no' | 'name' | 'talk' }
  | { from: 'exhibit'; no: number; part: 'field'; key: FactKey }
  | { from: 'exhibit'; no: number; part: 'message'; message: number }
  | { from: 'contact'; no: number; part: ContactPart }
  /** An earlier letter of the case; no proof that it was sent, so that it holds in no text. */
  | { from: 'letter'; no: number; part: 'writtenAt' }
  /** `word`: a few words of what the place says, such as a period. */
  | { from: 'rule'; rule: string; ground: string; part: 'title' | 'place' | 'says' | 'word'; onDay: Day }
  | { from: 'platformRule'; key: PlatformRule['key']; part: 'clause' | 'quote' }
  | { from: 'counted'; reckoning: Reckoning }
  /** Fixed words of a sentence that kameng writes. */
  | { from: 'drafter' }
  /** The template's own words; `own`: of the user's template. */
  | { from: 'template'; file: string; own: boolean }
  /** Words that a person wrote into a composed text, and all of a letter that an older version wrote. */
  | { from: 'person' };

/** Does it say where a value stands, not only who worded the text? */
export function holdsValue({ from }: Origin): boolean {
  return from !== 'drafter' && from !== 'template' && from !== 'person';
}

/** One stretch of a text with what it came from; offsets are UTF-16. */
export interface Stretch {
  start: number;
  end: number;
  origin: Origin;
}
