import type { Channel } from '../../model/dispute.ts';
import { epochOf } from '../../model/moment.ts';
import type { Deadline, NextStep } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { coverageOf } from '../coverage/coverage.ts';
import { deadlinesOf } from '../deadlines/deadlines.ts';
import { route } from '../route/route.ts';
import { unshownRefund } from '../route/money-shown.ts';
import { situationOf } from '../route/situation-of.ts';
import { standingOf } from '../route/standing.ts';
import { answerSteps, dangerSteps, proofSteps } from './case-steps.ts';
import { perhapsPaidSteps, settledSteps } from './paid-steps.ts';
import { clockSteps, officeSteps, promiseSteps, waitingSteps } from './clock-steps.ts';
import { climbSteps, insideSteps } from './door-steps.ts';
import { type Outlook, type Step, URGENCY } from './step.ts';

function inOrder(steps: readonly Step[]): Step[] {
  const day = (step: Step): number => (step.due === null ? Infinity : epochOf(step.due));
  const sorted = steps.toSorted((a, b) => a.urgency - b.urgency || (day(a) === day(b) ? 0 : day(a) - day(b)));
  const seen = new Set<string>();
  return sorted.filter(({ action }) => !seen.has(action) && seen.add(action));
}

/** When nothing calls for action: keep the case fit to be used. */
const KEEP: Step = {
  urgency: URGENCY.keep,
  due: null,
  rule: 'EV-03',
  action: '等消息，有新消息就记下来：kameng followup',
  why: '现在没有别的要做。手机里的原始聊天和订单留着，以后核对要用',
};

/** When it is settled and nothing is open. */
const CLOSE: Step = {
  ...KEEP,
  action: '已经了结，可以结案：kameng close',
  why: '手机里的原始聊天和订单照样留着，以后核对要用',
};

/**
 * What to do next in a case, the most urgent first: stop the money, answer what
 * has run out, decide what is open, prove, tell, follow up, climb.
 * @param options `deadlines` when they were already counted for this snapshot
 */
export const nextSteps = (snapshot: CaseSnapshot, options: { deadlines?: readonly Deadline[] } = {}): NextStep[] =>
  stepsOf(snapshot, options).map(({ action, why, due, rule }) => ({
    action,
    why,
    due,
    ...(rule === undefined ? {} : { rule }),
  }));

/** Whose turn it is among the doors: the first of the steps that goes to one. */
export const turnOf = (snapshot: CaseSnapshot): (Step & { door: Channel }) | undefined =>
  stepsOf(snapshot, {}).find((step): step is Step & { door: Channel } => step.door !== undefined);

function stepsOf(snapshot: CaseSnapshot, options: { deadlines?: readonly Deadline[] }): Step[] {
  const situation = situationOf(snapshot);
  const standing = standingOf(situation);
  const outlook: Outlook = {
    snapshot,
    situation,
    standing,
    route: route(situation, standing),
    coverage: coverageOf(snapshot),
    deadlines: options.deadlines ?? deadlinesOf(snapshot, standing),
  };
  if (outlook.standing.settled) {
    const steps = settledSteps(outlook);
    return inOrder(steps.length > 0 ? steps : [snapshot.closedAt === undefined ? CLOSE : KEEP]);
  }
  if (unshownRefund(snapshot)) return inOrder([...clockSteps(outlook), ...settledSteps(outlook)]);
  const steps = [
    dangerSteps,
    clockSteps,
    perhapsPaidSteps,
    proofSteps,
    answerSteps,
    insideSteps,
    promiseSteps,
    waitingSteps,
    officeSteps,
    climbSteps,
  ].flatMap((make) => make(outlook));
  return inOrder(steps.length > 0 ? steps : [KEEP]);
}
