import type { Day, Moment } from '../../model/moment.ts';
import { proofMark, type Values } from '../values/values.ts';

/** One thing that happened. `what` takes the mark of its proof, which stands inside the sentence. */
export interface StoryEvent {
  /** For the order of the telling. */
  at?: Moment | Day;
  /** The same as the letter shows it, with its origin; empty when no day is known. */
  when: string;
  what: (proof: string) => string;
  exhibits: number[];
  /** It is a promise with a day. */
  promise?: boolean;
  /** Where its words stand in an exhibit: which message. */
  place?: { exhibit: number; index: number };
}

/** An event as a sentence, with its date in front and its proof inside. */
export function sayEvent(values: Values, event: StoryEvent): string {
  return `${event.when ? `${event.when}，` : ''}${event.what(proofMark(values, event.exhibits))}`;
}

export interface EventRow {
  on: string;
  what: string;
  proof: string;
}

/** `付款后，本人未收到所购商品`: what says itself when it was. */
const SAYS_WHEN = /^(付款后)，/u;

/** Has nobody said when it was, although it was at some time? What never came came at none. */
export const isUndated = (event: StoryEvent): boolean => event.when === '' && !SAYS_WHEN.test(event.what(''));

/** Events as rows of a chronology: the date and the proof have columns of their own. */
export function tabulate(values: Values, events: readonly StoryEvent[]): EventRow[] {
  return events.map((event) => {
    const what = event.what('');
    const [said, own] = event.when === '' ? (SAYS_WHEN.exec(what) ?? []) : [];
    return {
      on: event.when || own || '日期不详',
      what: said === undefined ? what : what.slice(said.length),
      proof: proofMark(values, event.exhibits).slice(1, -1),
    };
  });
}
