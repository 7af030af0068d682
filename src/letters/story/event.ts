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

/** Events as rows of a chronology: the date and the proof have columns of their own. */
export function tabulate(values: Values, events: readonly StoryEvent[]): EventRow[] {
  return events.map((event) => ({
    on: event.when || '日期不详',
    what: event.what(''),
    proof: proofMark(values, event.exhibits).slice(1, -1),
  }));
}
