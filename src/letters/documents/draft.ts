import { type FactKey } from '../../model/facts.ts';
import { type Day } from '../../model/moment.ts';
import { type Claim } from '../values/claims.ts';
import { type Values } from '../values/context-values.ts';
import { type StoryEvent } from '../story/event.ts';
import { type NamedExhibit } from '../story/exhibits.ts';
import { type CitedLaw, type GroundKey } from '../story/law.ts';

/** All that a template can see. Strings are safe to print: their markup is hidden. */
export interface LetterContext {
  no: string;
  writtenOn: string;
  title: string;
  addressee: string;
  facts: Record<string, string>;
  /** What happened, oldest first, and what has come of it. */
  story: string[];
  /** Only what has come of it: money back, promises lapsed, how things stand. */
  outcome: string[];
  demands: string[];
  /** The day the demands name. */
  deadline: string;
  /** The lawful ways that stay open to this buyer: `12315投诉或者诉讼`. */
  ways: string;
  exhibits: NamedExhibit[];
  laws: CitedLaw[];
  /** The same as sentences. */
  lawLines: string[];
  /** Cited at their own place in the text, not with the others. */
  asides: CitedLaw[];
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
  deadline: Day;
  /** All that happened, oldest first; `purchase` and `trouble` are two of them. */
  events: StoryEvent[];
  purchase?: StoryEvent;
  trouble?: StoryEvent;
  /** Facts this document turned out to need. */
  missing: FactKey[];
  /** Adds a law to those the document cites. */
  cite: (key: GroundKey, aside?: boolean) => CitedLaw | undefined;
  /** Tells the story again after the voice changed. */
  retell: () => void;
  options: { interestFrom?: Day };
}

/** What one document adds to, or changes in, the context that all share. */
export type Drafter = (draft: Draft) => void;
