import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNELS } from '../../model/dispute.ts';
import { isRefundShown, perhapsPaid, unshownRefund } from '../route/money-shown.ts';
import { isRequest, isWithdrawn } from '../route/situation-of.ts';
import { type Outlook, type Step, URGENCY } from './step.ts';

/**
 * After a settlement nothing is asked any more; what is open is closed. That the other side says it has paid is a
 * promise until the money is there, so what still runs goes on beside it.
 */
export function settledSteps({ snapshot, standing, situation }: Outlook): Step[] {
  const paid = snapshot.facts.refunded;
  const claim = unshownRefund(snapshot);
  const steps: Step[] = [];
  if (claim) {
    // One question answers both, whether it came and how much.
    steps.push({
      urgency: URGENCY.follow,
      due: null,
      rule: 'EV-01',
      action: `核对钱是否到账；到账了、没到账都记下来：kameng followup --channel ${claim.channel}`,
      why: '说“已退款”不等于到账；到账的把退款记录截下来收进案卷',
    });
  } else if (!paid || paid.value === '') {
    steps.push({
      urgency: URGENCY.follow,
      due: null,
      rule: 'EV-01',
      action: '核对钱是否到账，到了多少写下来：kameng facts refunded=金额',
      why: '说“已退款”不等于到账；退款记录截下来收进案卷',
    });
  }
  // A talk with the seller is a filing too, and there is nothing of it to take back.
  const handedIn = new Set(
    snapshot.contacts.flatMap((contact) =>
      contact.filedOn === undefined || isRequest(contact, snapshot.letters) ? [] : contact.channel,
    ),
  );
  // The newest, as the letter takes it.
  const complaint = situation.filings
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .findLast(
      (filing) =>
        standing.open(filing.channel) &&
        handedIn.has(filing.channel) &&
        CHANNEL_TRAITS[filing.channel].withdrawable &&
        !isWithdrawn(filing, snapshot),
    );
  if (complaint) {
    const when = isRefundShown(snapshot) ? '' : '钱到账后';
    steps.push({
      urgency: URGENCY.follow,
      due: null,
      rule: 'REG-21',
      action: `${when}撤回还没结的投诉（${CHANNELS[complaint.channel].label}）：kameng letter --to withdrawal`,
      why: `${complaint.on} 提交的那一件还开着；了结后不要再就同一件事要钱`,
    });
  }
  // What lies where days are set goes on by itself until it is told.
  const suit = situation.filings.findLast(({ channel }) => standing.open(channel) && CHANNEL_TRAITS[channel].appoints);
  if (suit) {
    const { label, appoints } = { ...CHANNELS[suit.channel], ...CHANNEL_TRAITS[suit.channel] };
    steps.push({
      urgency: URGENCY.follow,
      due: null,
      rule: appoints!.rule,
      action: `告诉${label}已经了结，问清要不要交撤诉申请；办完了记下来：kameng followup --channel ${suit.channel}`,
      why: `${suit.on} 交去的那一件还开着；${appoints!.why}`,
    });
  }
  return steps;
}

/** Somebody's words sound as if money had come: one look at the bill tells, and what is asked for hangs on it. */
export function perhapsPaidSteps({ snapshot }: Outlook): Step[] {
  const told = perhapsPaid(snapshot);
  if (!told) return [];
  const how = told.reading.like === 'part' ? '退了一部分' : '已经退了';
  return [
    {
      urgency: URGENCY.decide,
      due: null,
      rule: 'EV-01',
      action: `看看钱退了没有、退了多少；到账了记下来：kameng followup --channel ${told.channel}`,
      why: `第 ${told.no} 次联系的话像是${how}，文书里要的钱现在按全额写`,
    },
  ];
}
