import { CHANNEL_ROW_FILES } from '../../knowledge/built/route.ts';
import type { ChannelRowFile } from '../../knowledge/schema/channel.ts';
import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import type { Route, RuleText } from '../../model/outcome.ts';
import { type LawDays, sayNumbers } from '../rules/numbers.ts';
import { basisFor } from '../basis.ts';
import { type Holds, holdsWhen } from './conditions.ts';
import { warningsFor } from './warnings.ts';
import { liabilityOf } from './liability.ts';
import type { Situation } from './situation.ts';
import { type Standing, standingOf } from './standing.ts';

/** One row of a channel: the first whose `when` holds decides. */
export type ChannelRow = Omit<ChannelRowFile, 'when' | 'reasons'> & {
  when: Holds;
  reasons: readonly (RuleText & { when: Holds })[];
};

/** The rows of every door; the last row of each always holds. */
export const CHANNEL_ROWS = Object.fromEntries(
  CHANNEL_IDS.map((id) => [
    id,
    CHANNEL_ROW_FILES[id].map((row) => ({
      ...row,
      when: holdsWhen(row.when),
      reasons: row.reasons.map((one) => ({ ...one, when: holdsWhen(one.when ?? 'always') })),
    })),
  ]),
) as unknown as Record<Channel, readonly ChannelRow[]>;

const inForce = (texts: readonly RuleText[], days: LawDays): RuleText[] =>
  texts.map(({ rule, text }) => ({ rule, text: sayNumbers(text, days) }));

/**
 * Who answers for it and which door is open: for each channel whether to go
 * there now, later, not at all, or whether it is done, with the rules behind
 * it and what it needs. Channels come in the order of `CHANNEL_IDS`.
 * @param standing of that situation, when it is at hand
 */
export function route(situation: Situation, standing: Standing = standingOf(situation)): Route {
  const { id: basis, rules, question } = basisFor(standing);
  return {
    basis: { id: basis, rules, ...(question === undefined ? {} : { question }) },
    liable: liabilityOf(standing).liable,
    channels: CHANNEL_IDS.map((id) => {
      const row = CHANNEL_ROWS[id].find(({ when }) => when(standing))!;
      const reasons = row.reasons.filter(({ when }) => when(standing));
      return { id, status: row.status, reasons: inForce(reasons, standing.lawDays), needs: [...(row.needs ?? [])] };
    }),
    warnings: warningsFor(standing),
  };
}
