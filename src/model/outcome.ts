import type { Channel } from './dispute.ts';
import type { ProofCategory } from './evidence.ts';
import { chinaDay, type Day, type Moment } from './moment.ts';

/** What the rulebook answers; the shapes of `check`, `route`, `due` and `followup --json`. */

export interface Gap {
  code: string;
  category: ProofCategory;
  message: string;
  /** How to get it. */
  how: string;
  rule?: string;
}

export interface Coverage {
  transaction: 'covered' | 'partial' | 'missing';
  communication: 'covered' | 'partial' | 'missing';
  defect: 'covered' | 'partial' | 'missing';
  gaps: Gap[];
}

export interface NextStep {
  /** What to do, a sentence with the command where there is one. */
  action: string;
  why: string;
  due: Day | Moment | null;
  rule?: string;
}

/** Has a step its day today, or had it before? */
export const presses = ({ due }: NextStep, today: Day): boolean => due !== null && chinaDay(due) <= today;

export interface RuleText {
  rule: string;
  text: string;
}

export type ChannelStatus = 'now' | 'later' | 'blocked' | 'done';

export interface ChannelRoute {
  id: Channel;
  status: ChannelStatus;
  reasons: RuleText[];
  needs: string[];
}

export interface Route {
  /** The legal relation that the advice rests on, its rules, and the fact that would decide it further. */
  basis: { id: string; rules: string[]; question?: string };
  liable: ('merchant' | 'platform' | 'payment')[];
  channels: ChannelRoute[];
  warnings: RuleText[];
}

export interface Deadline {
  /** Stable within a case: rule id and what started it. */
  id: string;
  what: string;
  rule: string;
  start: Day | Moment;
  n: number;
  unit: 'hour' | 'day' | 'workday' | 'month' | 'year';
  /** Counted out. */
  nominal: Day | Moment;
  /** After a rule that moves it. */
  due: Day | Moment;
  certain: boolean;
  /** Whole days left; negative when it has passed. */
  left: number;
  source: string;
  /** Whose time it is: the buyer's own, or what somebody else owes. */
  whose?: 'buyer' | 'other';
  /** What starts it, in words: 自…起. */
  startsWith?: string;
  /** Only after an extension was granted. */
  extended?: boolean;
  /** Why the day is open, or from what it was counted; Chinese. */
  note?: string;
}

export type FindingKind = 'emotion' | 'insult' | 'accusation' | 'threat' | 'privacy' | 'ungrounded' | 'length';

/** One place in a text that a reader would hold against the writer. Offsets are UTF-16. */
export interface Finding {
  kind: FindingKind;
  severity: 'error' | 'warning';
  start: number;
  end: number;
  text: string;
  suggestion: string;
  why: string;
  /** The rule of the linter that fired: `knowledge/words/lint`. */
  rule?: string;
}
