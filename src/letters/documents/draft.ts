import type { Contact } from '../../model/contact.ts';
import type { Channel } from '../../model/dispute.ts';
import type { FactKey } from '../../model/facts.ts';
import type { OtherBuyer } from '../../model/letter.ts';
import type { Day } from '../../model/moment.ts';
import type { Claim } from '../values/claims.ts';
import type { Values } from '../values/values.ts';
import type { StoryEvent } from '../story/event.ts';
import type { Cited } from '../story/cited-law.ts';
import type { NamedExhibit } from '../story/exhibits.ts';
import type { GroundKey } from '../story/law.ts';

/** All that a template can see. Strings are safe to print: their markup is hidden, their values are marked. */
export interface LetterContext {
  no: string;
  writtenOn: string;
  title: string;
  addressee: string;
  facts: Record<string, string>;
  /** Who speaks for whom, where a guardian does; empty else. */
  opening: string;
  /** What happened, oldest first, and what has come of it. */
  story: string[];
  /** Only what has come of it: money back, promises lapsed, how things stand. */
  outcome: string[];
  demands: string[];
  /** The day the demands name. */
  deadline: string;
  /** The lawful ways that stay open to this buyer: `12315投诉或者诉讼`. */
  ways: string;
  exhibits: (Omit<NamedExhibit, 'no'> & { no: string })[];
  laws: Cited[];
  /** The same as sentences. */
  lawLines: string[];
  /** Cited at their own place in the text, not with the others. */
  asides: Cited[];
  /** The writer as this reader may know them. */
  buyer: Record<string, string>;
  /** What only this document has. */
  more: Record<string, unknown>;
}

/** A document while it is being put together, before its template is filled. */
export interface Draft {
  values: Values;
  context: LetterContext;
  claim: Claim | undefined;
  /** All that happened, oldest first; `purchase` and `trouble` are two of them. */
  events: StoryEvent[];
  purchase?: StoryEvent;
  trouble?: StoryEvent;
  /** Where it goes, when the case decides that. */
  door?: Channel;
  /** Facts this document turned out to need. */
  missing: FactKey[];
  /** Adds a law to those the document cites. */
  cite: (key: GroundKey, aside?: boolean) => Cited | undefined;
  /** Tells the story again: after the voice changed, or with only some of the contacts. */
  retell: (keep?: (contact: Contact) => boolean) => void;
  options: { interestFrom?: Day; buyers?: readonly OtherBuyer[] };
}

/** What one document adds to, or changes in, the context that all share. */
export type Drafter = (draft: Draft) => void;

/** Marks every text that a template can put in as ours, so that its fixed words are told from the template's own. */
export function markWords(values: Values, context: LetterContext): void {
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') return values.mark(value, { from: 'drafter' });
    if (Array.isArray(value)) return value.map(mark);
    if (typeof value !== 'object' || value === null) return value;
    for (const [key, one] of Object.entries(value)) Object.assign(value, { [key]: mark(one) });
    return value;
  };
  mark(context);
}
