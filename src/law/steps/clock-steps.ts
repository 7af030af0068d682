import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { type Channel, CHANNEL_IDS, CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { handedOverOn } from '../../model/contact.ts';
import { documentOf } from '../../model/snapshot.ts';
import { chinaDay, daysBetween, showDay } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import { lookAgainOn } from '../route/questions.ts';
import { handItIn } from './hand-in.ts';
import { lastContact, type Outlook, type Step, unsentLetter, URGENCY } from './step.ts';

interface ClockRow {
  rule: string;
  /** Only this clock of the rule. */
  clock?: string;
  /** The document that takes this step; once it is written it is to be handed in. */
  paper?: DocumentId;
  /** Shown when it has passed, or when it ends within `days`. */
  when: 'passed' | { days: number };
  urgency: number;
  action: string;
  /** Instead of `action` while nothing has been handed in anywhere. */
  unfiled?: { paper: DocumentId; action: string };
  why: (deadline: Deadline) => string;
}

const ended = (deadline: Deadline): string => `${showDay(chinaDay(deadline.due))}`;

/** What a clock that has run out, or is about to, calls for. */
const CLOCKS: readonly ClockRow[] = [
  {
    rule: 'PDEF-04',
    when: 'passed',
    urgency: URGENCY.broken,
    paper: 'urge',
    action: '催办：kameng letter --to urge；把承诺的截图和没兑现的样子都收进来',
    unfiled: {
      paper: 'merchant',
      action: '写投诉函，写明承诺的日子已过：kameng letter --to merchant；把没兑现的样子也收进来',
    },
    why: (one) => `${one.what}（${ended(one)}）已过`,
  },
  {
    rule: 'PDEF-02',
    paper: 'urge',
    when: 'passed',
    urgency: URGENCY.broken,
    action: '平台还没有答复，催办一次：kameng letter --to urge；再不答就升级：kameng letter --to escalate',
    why: (one) => `平台规则（非法定）的首次答复时间 ${ended(one)}已过`,
  },
  {
    rule: 'PLT-12',
    when: 'passed',
    urgency: URGENCY.follow,
    action: '不必再等商家，走下一步：kameng route',
    why: (one) => `提出要求后 ${ended(one)}仍未退款；无正当理由的，视为故意拖延或者无理拒绝`,
  },
  {
    rule: 'REG-01',
    when: 'passed',
    urgency: URGENCY.broken,
    action:
      '打 12315 或到全国 12315 平台查受理情况，问清由哪个部门、哪天收到；记下来：kameng followup --channel regulator --received 日期',
    why: (one) => `告知受理与否的期限按现有记录是 ${ended(one)}，还没有记到结果；期限从有处理权限的部门收到时起算`,
  },
  {
    rule: 'REG-02',
    when: 'passed',
    urgency: URGENCY.broken,
    action: '问调解结果，要终止调解的书面告知；准备起诉：kameng letter --to court',
    why: (one) => `调解期限 ${ended(one)}已过，达不成协议的应终止调解`,
  },
  {
    rule: 'POL-07',
    clock: 'reconsider',
    paper: 'police_reconsider',
    when: { days: 30 },
    urgency: URGENCY.broken,
    action: '不同意不予立案的，在期限内向作出决定的公安机关申请复议：kameng letter --to police_reconsider',
    why: (one) => `刑事这一头，申请复议的期限到 ${ended(one)}`,
  },
  {
    rule: 'POL-07',
    clock: 'review',
    paper: 'police_review',
    when: { days: 30 },
    urgency: URGENCY.broken,
    action: '不同意复议决定的，在期限内向上一级公安机关申请复核：kameng letter --to police_review',
    why: (one) => `申请复核的期限到 ${ended(one)}`,
  },
  {
    rule: 'CT-16',
    when: { days: 60 },
    urgency: URGENCY.broken,
    action: '和对方一起向法院申请司法确认',
    why: (one) => `申请期限到 ${ended(one)}；确认以后，对方不付才能申请强制执行`,
  },
  {
    rule: 'SUB-10',
    paper: 'rescission',
    when: { days: 60 },
    urgency: URGENCY.broken,
    action: '要解除合同的，现在发出书面通知：kameng letter --to rescission',
    why: (one) => `解除权到 ${ended(one)}消灭，催款不会让它重新起算`,
  },
  {
    rule: 'REG-05',
    paper: 'regulator',
    when: { days: 60 },
    urgency: URGENCY.broken,
    action: '要投 12315 的，在期限内提交：kameng letter --to regulator',
    why: (one) => `投诉的最后期限是 ${ended(one)}`,
  },
  {
    rule: 'SUB-14',
    when: { days: 90 },
    urgency: URGENCY.broken,
    action: '再向对方发一次投诉函并留凭据：kameng letter --to merchant；或者起诉：kameng letter --to court',
    why: (one) => `诉讼时效到 ${ended(one)}`,
  },
  {
    rule: 'REG-20',
    clock: 'apply',
    paper: 'admin_review',
    when: { days: 60 },
    urgency: URGENCY.follow,
    action:
      '不同意 12315 不予受理的，在期限内申请行政复议：kameng letter --to admin_review；也可以不复议，直接起诉商家',
    why: (one) => `申请复议的期限到 ${ended(one)}；不予受理能不能复议，各地看法不一`,
  },
  {
    rule: 'POL-17',
    clock: 'apply',
    paper: 'admin_review',
    when: { days: 60 },
    urgency: URGENCY.follow,
    action: '治安这一头拒绝处理的，在期限内申请行政复议：kameng letter --to admin_review；要先复议才能起诉',
    why: (one) => `申请复议的期限到 ${ended(one)}`,
  },
  {
    rule: 'POL-17',
    clock: 'sue',
    when: { days: 15 },
    urgency: URGENCY.broken,
    action: '不同意行政复议决定的，在期限内向法院提起行政诉讼；被告和管辖先问法律援助',
    why: (one) => `提起行政诉讼的期限到 ${ended(one)}`,
  },
  {
    rule: 'REG-25',
    clock: 'sue',
    when: { days: 15 },
    urgency: URGENCY.broken,
    action: '不同意行政复议决定的，在期限内提起行政诉讼；钱的事可以直接起诉商家：kameng letter --to court',
    why: (one) => `提起行政诉讼的期限到 ${ended(one)}`,
  },
];

function shows(row: ClockRow, deadline: Deadline): boolean {
  if (deadline.rule !== row.rule || (row.clock !== undefined && !deadline.id.includes(`:${row.clock}:`))) return false;
  return row.when === 'passed' ? deadline.left < 0 : deadline.left >= 0 && deadline.left <= row.when.days;
}

/** A broken promise that was already taken up, or whose door has shut, calls for nothing more. */
function overtaken(deadline: Deadline, { snapshot, standing }: Outlook): boolean {
  if (deadline.rule !== 'PDEF-04') return false;
  const later = (at: string): boolean => chinaDay(at) > chinaDay(deadline.due);
  const no = /contact-(\d+)$/.exec(deadline.id)?.[1];
  // Who promised in a chat is the seller, as a rule: to talk to him again, or to complain anywhere, takes it up.
  if (no === undefined)
    return snapshot.contacts.some(
      ({ at, channel, filedOn }) => later(at) && (channel === 'merchant' || filedOn !== undefined),
    );
  const contact = snapshot.contacts.find((one) => String(one.no) === no);
  if (!contact) return false;
  const last = lastContact(snapshot, contact.channel)!;
  return later(last.at) || !standing.open(contact.channel);
}

/** Was the step of a clock taken, as the log says: after the day it is about, or at all where that day is to come? */
function isTaken(
  { paper, when }: ClockRow,
  { start, due }: Deadline,
  { contacts, letters }: Outlook['snapshot'],
): boolean {
  const since = chinaDay(when === 'passed' ? due : start);
  return (
    paper !== undefined &&
    contacts.some((contact) => documentOf(contact, letters) === paper && (handedOverOn(contact) ?? '') >= since)
  );
}

/** Where the paper of a step goes: its own door, or the one whose promise or answer the clock is about. */
function doorOf(paper: DocumentId, { id, rule }: Deadline, { contacts }: Outlook['snapshot']): Channel {
  if (paper in CHANNELS) return paper as Channel;
  if (paper === 'rescission') return 'merchant';
  if (rule.startsWith('POL')) return 'police';
  if (rule.startsWith('REG')) return 'regulator';
  const no = /contact-(\d+)$/.exec(id)?.[1];
  return contacts.find((one) => String(one.no) === no)?.channel ?? 'platform';
}

/** Steps that a deadline calls for; one for each rule. */
export function clockSteps(outlook: Outlook): Step[] {
  const { deadlines, snapshot } = outlook;
  return CLOCKS.flatMap((row) => {
    const deadline = deadlines.find(
      (one) => shows(row, one) && !overtaken(one, outlook) && !isTaken(row, one, snapshot),
    );
    if (!deadline) return [];
    const due = row.when === 'passed' ? snapshot.today : deadline.due;
    const filed = snapshot.contacts.some((contact) => contact.filedOn !== undefined);
    const { action, paper } = (filed ? undefined : row.unfiled) ?? row;
    const written = paper === undefined ? undefined : unsentLetter(snapshot, paper);
    return [
      {
        urgency: row.urgency,
        action: written === undefined ? action : handItIn(paper!, written, doorOf(paper!, deadline, snapshot)),
        why: row.why(deadline),
        due,
        rule: row.rule,
      },
    ];
  });
}

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
