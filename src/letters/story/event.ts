import { type Day, type Moment } from '../../model/moment.ts';
import { letterTime, proofMark, type Values } from '../values/context-values.ts';

/** One thing that happened. `what` takes the mark of its proof, which stands inside the sentence. */
export interface StoryEvent {
  at?: Moment | Day;
  what: (proof: string) => string;
  exhibits: number[];
}

/** An event as a sentence, with its date in front and its proof inside. */
export function sayEvent(values: Values, event: StoryEvent): string {
  return `${event.at ? `${letterTime(event.at)}，` : ''}${event.what(proofMark(values, event.exhibits))}`;
}

export interface EventRow {
  on: string;
  what: string;
  proof: string;
}

/** Events as rows of a chronology: the date and the proof have columns of their own. */
export function tabulate(values: Values, events: readonly StoryEvent[]): EventRow[] {
  return events.map((event) => ({
    on: event.at ? letterTime(event.at) : '日期不详',
    what: event.what(''),
    proof: proofMark(values, event.exhibits).slice(1, -1),
  }));
}
