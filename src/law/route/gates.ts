import { WAYS_OF_PAYING } from '../../knowledge/built/paid-by.ts';
import type { FactKey } from '../../model/facts.ts';
import { GATE_FILES } from '../../knowledge/built/route.ts';
import { holdsWhen } from './conditions.ts';
import type { Situation } from './situation.ts';
import { standingOf } from './standing.ts';

export interface GateQuestion {
  /** The fact that the answer sets. */
  key: FactKey;
  question: string;
  choices: { value: string; label: string; likely?: FactKey | undefined; named?: string[] | undefined }[];
  /** What depends on it. */
  why: string;
  rule: string;
  /** Several answers are possible. */
  many?: true;
}

/** The most that is asked at once; what decides most comes first. */
const MOST = 5;

/** What may be asked, the weightiest first; open while its condition holds. */
export const GATES = GATE_FILES.map(({ when, choices, ...gate }) => ({
  ...gate,
  choices: choices ?? WAYS_OF_PAYING.map(({ id, asked }) => ({ value: id, label: asked })),
  open: holdsWhen(when),
}));

const asked = ({ key, question, choices, why, rule, many }: (typeof GATES)[number]): GateQuestion => ({
  key,
  question,
  choices,
  why,
  rule,
  ...(many ? { many } : {}),
});

/** What has to be answered before anything is written: whether a paper would expose the buyer. */
export function firstGate(situation: Situation): GateQuestion | undefined {
  const standing = standingOf(situation);
  const gate = standing.settled ? undefined : GATES.find(({ first, open }) => first && open(standing));
  return gate && asked(gate);
}

/** The few unanswered questions that decide the route, the weightiest first; at most five. */
export function gateQuestions(situation: Situation): GateQuestion[] {
  const standing = standingOf(situation);
  // Of a settled matter nothing more is asked.
  if (standing.settled) return [];
  return GATES.filter((gate) => gate.open(standing))
    .slice(0, MOST)
    .map(asked);
}
