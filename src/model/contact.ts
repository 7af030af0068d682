import type { Channel } from './dispute.ts';
import type { Day, Moment } from './moment.ts';

export const RESULTS = {
  none: { label: '没有答复' },
  vague: { label: '含糊答复' },
  promise: { label: '有承诺' },
  refused: { label: '被拒绝' },
  accepted: { label: '已受理' },
  settled: { label: '已解决' },
} as const;

export type Result = keyof typeof RESULTS;
export const RESULT_IDS = Object.keys(RESULTS) as Result[];

/** What an answer is, read from its words. */
export interface AnswerReading {
  vague: boolean;
  refusal: boolean;
  /** Id of the refusal's ground in the rulebook's table. */
  ground?: string;
  promise: { by: Day | Moment | null; text: string } | null;
  settled: boolean;
}

/** One logged contact: a talk, a filing, an answer. */
export interface Contact {
  no: number;
  channel: Channel;
  /** Who answered: a name, a staff number. */
  with?: string;
  at: Moment | Day;
  said?: string;
  promisedBy?: Day | Moment;
  result: Result;
  /** The day a complaint was handed in at this channel. */
  filedOn?: Day;
  /** The day the office that is competent had it; starts its clock. */
  receivedOn?: Day;
  acceptedOn?: Day;
  reference?: string;
  /** The letter that was handed in. */
  letter?: number;
  /** The answer came in writing. */
  inWriting?: boolean;
  /** Exhibits that show it. */
  exhibits: number[];
  reading: AnswerReading;
  loggedAt: Moment;
}
