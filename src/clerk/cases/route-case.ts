import { DISPUTE_TRAITS } from '../../knowledge/built/disputes.ts';
import { snapshotOf } from './snapshot.ts';
import { needFacts, needLabel } from '../../law/route/needs.ts';
import { gateQuestions, type GateQuestion } from '../../law/route/gates.ts';
import { route } from '../../law/route/route.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { parseSituation, type Situation } from '../../law/route/situation.ts';
import { turnOf } from '../../law/steps/next-steps.ts';
import type { Channel } from '../../model/dispute.ts';
import { type FactKey, standingValue, type Facts } from '../../model/facts.ts';
import type { Day } from '../../model/moment.ts';
import type { Route } from '../../model/outcome.ts';
import type { OpenCase } from './open-case.ts';

export type { GateQuestion } from '../../law/route/gates.ts';

/** Where a dispute can be taken now. */
export interface Routed {
  route: Route;
  /** The few questions whose answer would change the route. */
  questions: GateQuestion[];
  /** In words what each code under `needs` of a channel means, and whether the case meets it. */
  needs: Record<string, { words: string; met: boolean }>;
  /** In a case, what its next steps do first at a door: the route and the case name one, and the same. */
  turn?: Turn;
}

/** A next step that goes to a door. */
export interface Turn {
  door: Channel;
  action: string;
  why: string;
}

/** The route of a case as it stands. */
export function routeCase(file: OpenCase): Routed {
  const snapshot = snapshotOf(file);
  const turn = turnOf(snapshot);
  return {
    ...routed(situationOf(snapshot), snapshot.facts),
    ...(turn === undefined ? {} : { turn: { door: turn.door, action: turn.action, why: turn.why } }),
  };
}

/** The route of a situation that was written by hand. @throws KamengError of parseSituation */
export function routeSituation(json: unknown, today: Day): Routed {
  return routed(parseSituation(json, today), {});
}

/** The questions whose answer would change this case's route, the weightiest first. */
export function openQuestions(file: OpenCase): GateQuestion[] {
  return gateQuestions(situationOf(snapshotOf(file)));
}

/**
 * The answer that a fact of the case speaks for, and no other fact against: offered first, and never taken. An account
 * that was bought and one that was to be charged look alike; what is wrong with it tells them apart.
 */
export function likelyAnswer(
  file: OpenCase,
  { key, choices }: GateQuestion,
): { row: number; from: FactKey; value: string } | undefined {
  const { facts, dispute } = snapshotOf(file);
  const goods = key === 'goods' && dispute !== undefined ? DISPUTE_TRAITS[dispute].goods : undefined;
  const spoken = choices.findIndex(({ value }) => value === goods);
  if (spoken >= 0) return { row: spoken, from: 'dispute', value: dispute! };
  const [one, ...others] = choices.flatMap(({ likely }, row) => {
    const value = likely === undefined ? undefined : standingValue(facts, likely);
    return likely !== undefined && value ? [{ row, from: likely, value }] : [];
  });
  if (one) return others.length > 0 ? undefined : one;
  const product = standingValue(facts, 'product');
  const row = choices.findIndex(({ named = [] }) => named.some((word) => product?.includes(word)));
  return row < 0 ? undefined : { row, from: 'product', value: product! };
}

function routed(situation: Situation, facts: Facts): Routed {
  const found = route(situation);
  const codes = new Set<string>(found.channels.flatMap((channel) => channel.needs));
  const needs = [...codes].map((code) => [code, { words: needLabel(code), met: isMet(code, facts) }] as const);
  return { route: found, questions: gateQuestions(situation), needs: Object.fromEntries(needs) };
}

function isMet(need: string, facts: Facts): boolean {
  const keys = needFacts(need);
  return keys !== undefined && keys.every((key) => standingValue(facts, key) !== undefined);
}
