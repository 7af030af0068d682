import type { Channel, DocumentId } from '../../model/dispute.ts';
import { chinaDay, showDay } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import { URGENCY } from './step.ts';

export interface ClockRow {
  rule: string;
  /** Only this clock of the rule. */
  clock?: string;
  /** The document that takes this step; once it is written it is to be handed in. */
  paper?: DocumentId;
  /** Where a step goes whose action names a paper beside something else. */
  door?: Channel;
  /** Only once this was handed in, and the day that it set has passed. */
  after?: DocumentId;
  /** Shown when it has passed, or when it ends within `days`. */
  when: 'passed' | { days: number };
  urgency: number;
  /** `{door}`: where the paper goes. */
  action: string;
  /** Instead of `action` while nothing has been handed in anywhere. */
  unfiled?: { paper: DocumentId; action: string };
  why: (deadline: Deadline) => string;
}

/** `2026年11月10日` */
export const ended = (deadline: Deadline): string => `${showDay(chinaDay(deadline.due))}`;

/** What a clock that has run out, or is about to, calls for. */
export const CLOCKS: readonly ClockRow[] = [
  {
    rule: 'PDEF-04',
    when: 'passed',
    urgency: URGENCY.broken,
    paper: 'urge',
    action: '催办：kameng letter --to urge；承诺的截图、至今没兑现的截图都收进来',
    unfiled: {
      paper: 'merchant',
      action: '写投诉函，写明承诺的日子已过：kameng letter --to merchant；至今没兑现的截图也收进来',
    },
    why: (one) => `${one.what}（${ended(one)}）已过`,
  },
  {
    rule: 'PDEF-02',
    paper: 'urge',
    when: 'passed',
    urgency: URGENCY.broken,
    action: '{door}还没有答复，催办一次：kameng letter --to urge',
    why: (one) => `平台规则（非法定）的首次答复时间 ${ended(one)}已过`,
  },
  {
    rule: 'PDEF-02',
    paper: 'escalate',
    after: 'urge',
    when: 'passed',
    urgency: URGENCY.follow,
    action: '催过还没有答复，请{door}升级处理：kameng letter --to escalate',
    why: () => '催办函里写的日子已过，还没有记到答复',
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
    door: 'court',
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
    door: 'merchant',
    when: { days: 90 },
    urgency: URGENCY.broken,
    action: '再向对方发一次投诉函，留好凭据：kameng letter --to merchant；也可以直接起诉',
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
    door: 'court',
    clock: 'sue',
    when: { days: 15 },
    urgency: URGENCY.broken,
    action: '不同意行政复议决定的，在期限内提起行政诉讼；钱的事可以直接起诉商家：kameng letter --to court',
    why: (one) => `提起行政诉讼的期限到 ${ended(one)}`,
  },
];
