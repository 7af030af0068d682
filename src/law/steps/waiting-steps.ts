import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNEL_IDS, CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { chinaDay, daysBetween, showDay } from '../../model/moment.ts';
import { lookAgainOn } from '../route/questions.ts';
import { ended } from './clock-rows.ts';
import { lastContact, type Outlook, type Step, URGENCY } from './step.ts';

/** While a door has the complaint: look every day or two, and keep what is seen. */
export function waitingSteps({ situation, standing, snapshot, deadlines }: Outlook): Step[] {
  return (['platform', 'platform_operator', 'payment', 'merchant'] as const).flatMap((channel): Step[] => {
    const contact = lastContact(snapshot, channel);
    if (!contact || !standing.open(channel)) return [];
    const filing = situation.filings.findLast((one) => one.channel === channel)!;
    const promised = deadlines.find((one) => one.rule === 'PDEF-04' && one.id.endsWith(`contact-${contact.no}`));
    if (promised && promised.left >= 0) {
      return [
        {
          urgency: URGENCY.follow,
          due: promised.due,
          rule: 'PDEF-04',
          action: `到 ${showDay(chinaDay(promised.due))}看${CHANNELS[channel].label}有没有兑现，结果记下来：kameng followup --channel ${channel}`,
          why: `${CHANNELS[channel].label}答应了这一天`,
        },
      ];
    }
    return [
      {
        urgency: URGENCY.follow,
        due: lookAgainOn(contact, snapshot.today),
        rule: 'PDEF-03',
        action: `看${CHANNELS[channel].label}的处理进度并截图；有变化就记下来：kameng followup --channel ${channel}`,
        why: `已提交 ${daysBetween(filing.on, snapshot.today)} 天，还没有结果`,
      },
    ];
  });
}

/** What is waited for at the doors, by the rule that counts it. */
const WAITS = CHANNEL_IDS.flatMap((channel) =>
  CHANNEL_TRAITS[channel].clocks.flatMap(({ rule, wait, step, only }) =>
    wait === undefined ? [] : [{ channel, rule, wait, step, only }],
  ),
);

/** The day by which an office owes its answer. */
export function officeSteps({ deadlines, standing }: Outlook): Step[] {
  return WAITS.flatMap(({ channel, rule, wait, step, only }) => {
    const deadline = deadlines.find(
      (one) => one.rule === rule && one.left >= 0 && (!only || only.includes(one.id.split(':')[1]!)),
    );
    if (!deadline || !(step ? standing.step(step as DocumentId) : standing.open(channel))) return [];
    return [
      {
        urgency: URGENCY.follow,
        due: deadline.due,
        rule,
        action: `${wait}：kameng followup --channel ${channel}`,
        why: `${deadline.what}，到 ${ended(deadline)}为止`,
      },
    ];
  });
}
