import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import { type Route } from '../../model/outcome.ts';
import { MERCHANT, PAYMENT, PLATFORM, PLATFORM_OPERATOR } from './channels/inside.ts';
import { ASSOCIATION, MEDIATION, REGULATOR, REPORT } from './channels/offices.ts';
import { type ChannelRow } from './channels/row.ts';
import { COURT, POLICE, PUBLIC } from './channels/state.ts';
import { warningsFor } from './channels/warnings.ts';
import { liabilityOf } from './liability.ts';
import { type Situation } from './situation.ts';
import { standingOf } from './standing.ts';

/** The rows of every door; the last row of each always holds. */
export const CHANNEL_ROWS: Record<Channel, readonly ChannelRow[]> = {
  merchant: MERCHANT,
  platform: PLATFORM,
  platform_operator: PLATFORM_OPERATOR,
  payment: PAYMENT,
  regulator: REGULATOR,
  report: REPORT,
  association: ASSOCIATION,
  mediation: MEDIATION,
  police: POLICE,
  court: COURT,
  public: PUBLIC,
};

/**
 * Who answers for it and which door is open: for each channel whether to go
 * there now, later, not at all, or whether it is done, with the rules behind
 * it and what it needs. Channels come in the order of `CHANNEL_IDS`.
 */
export function route(situation: Situation): Route {
  const standing = standingOf(situation);
  return {
    liable: liabilityOf(standing).liable,
    channels: CHANNEL_IDS.map((id) => {
      const row = CHANNEL_ROWS[id].find(({ when }) => when(standing))!;
      return { id, status: row.status, reasons: [...row.reasons], needs: [...(row.needs ?? [])] };
    }),
    warnings: warningsFor(standing),
  };
}
