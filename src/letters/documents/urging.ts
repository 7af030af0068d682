import type { Contact, Result } from '../../model/contact.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { type Channel, CHANNEL_IDS } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, daysBetween } from '../../model/moment.ts';
import type { PlatformRule } from '../../model/snapshot.ts';
import { unstopped } from '../values/marks.ts';
import { talksWith } from '../values/reckoning.ts';
import { promisedIn, type Values } from '../values/values.ts';
import type { Drafter } from './draft.ts';
import { officeOf, openFiling, openFilings, type OpenFiling } from './open-filings.ts';
import { nameDemand } from '../story/demands.ts';
import { lastDay } from '../../law/deadlines/period.ts';
import { clockOf } from '../../law/rules/numbers.ts';
import { isWithdrawn } from '../../law/route/situation-of.ts';
import { called, sayService } from '../story/contacts.ts';
import { sayEvent } from '../story/event.ts';

/** What was answered there last. */
function lastAnswer({ filing, since }: OpenFiling): Contact | undefined {
  return [filing, ...since].findLast(({ result }) => result !== 'none');
}

/** What an answer was of which nobody noted the words. */
const WITHOUT_WORDS: Partial<Record<Result, string>> = {
  vague: '有过答复，没有说明处理时限',
  promise: '答复同意处理',
  accepted: '答复已受理',
  claimed: '答复称已经处理',
  partly: '收到部分退款',
};

/** That something was answered is never passed over, its words noted or not. */
function sayLastAnswer(values: Values, last: Contact): string {
  const words = last.said ? `收到答复“${unstopped(values.told(last, 'said'))}”` : WITHOUT_WORDS[last.result];
  return `${values.told(last, 'at')}${words ?? '有过答复'}`;
}

/**
 * What most needs a reminder: a promise that was broken, else what has waited longest; the other side of the trade,
 * whose letter has a day of its own, only where nobody else was turned to.
 */
function filingToUrge(values: Values): OpenFiling | undefined {
  const open = openFilings(values, URGED);
  const broken = (one: OpenFiling): boolean => {
    const by = promisedIn(lastAnswer(one));
    return by !== undefined && chinaDay(by) < values.snapshot.today;
  };
  const itself = ({ filing }: OpenFiling): number => Number(CHANNEL_TRAITS[filing.channel].counterpart);
  return (
    open.find(broken) ??
    open.toSorted((a, b) => itself(a) - itself(b) || a.filing.filedOn!.localeCompare(b.filing.filedOn!))[0]
  );
}

/** What was handed in, as it was: a letter that was sent is no complaint that somebody decides. */
function sayFiling(values: Values, filing: Contact, product: string): { what: string; waiting: string } {
  const on = values.told(filing, 'filedOn');
  const number = filing.reference ? `（编号${values.told(filing, 'reference')}）` : '';
  const { counterpart, told } = CHANNEL_TRAITS[filing.channel];
  const service = counterpart ? sayService(filing, values) : '';
  const whom = told ? `向${called(told.who, values)}` : '';
  if (service !== '') return { what: `本人于${on}就${product}${whom}${service}${number}`, waiting: '该函已发出' };
  if (counterpart && told)
    return { what: `本人于${on}就${product}${called(told.filed, values)}${number}`, waiting: '该投诉已提出' };
  return { what: `本人于${on}就${product}提交投诉${number}`, waiting: '该投诉已提交' };
}

function noFiling(): KamengError {
  return new KamengError('NOTHING_FILED', '案卷里没有已经提交、还在等结果的投诉，没有可以催办的事', {
    hints: [
      '被拒绝的，写再次投诉：kameng letter --to resubmit',
      '先记下提交的日期：kameng followup --channel platform --filed 2026-09-04 --reference 编号',
      '还没有提交的，先写投诉：kameng letter --to platform',
    ],
  });
}

/** Who can be reminded: a party of the trade or an office; the police and courts go by their own terms. */
const URGED = CHANNEL_IDS.filter((id) => ['trade', 'office'].includes(CHANNEL_TRAITS[id].side));

function sayRule(values: Values, rule: PlatformRule, part: 'clause' | 'quote'): string {
  return values.mark(values.literal(rule[part] ?? ''), { from: 'platformRule', key: rule.key, part });
}

/**
 * The office has not said whether it takes the complaint up, and its days are over by the log. Which day the competent
 * office had it nobody knows, so that the letter cites the period and does not say that it is over.
 */
function waitsForDecision(values: Values, { filing, since }: OpenFiling): boolean {
  if (filing.channel !== 'regulator') return false;
  if ([filing, ...since].some(({ result, acceptedOn }) => result === 'accepted' || acceptedOn !== undefined))
    return false;
  const { today } = values.snapshot;
  const start = filing.receivedOn ?? filing.filedOn!;
  return today > lastDay(clockOf('REG-01', 'decide', start, today), start);
}

export const draftUrge: Drafter = (draft) => {
  const { values, context } = draft;
  const found = filingToUrge(values);
  if (!found) throw noFiling();
  const { filing } = found;
  const days = daysBetween(filing.filedOn!, values.snapshot.today);
  const last = lastAnswer(found);
  const product = values.show('orderNo')
    ? `订单${values.show('orderNo')}`
    : `“${values.show('product') ?? '商品'}”交易`;
  draft.door = filing.channel;
  context.more['office'] = officeOf(values, draft.door);
  const inside = CHANNEL_TRAITS[filing.channel].side === 'trade';
  const by = promisedIn(last);
  const lapsed =
    last && by && chinaDay(by) < values.snapshot.today ? `，期限为${values.told(last, 'promisedBy')}，现已届满` : '';
  const silence = last ? `${sayLastAnswer(values, last)}${lapsed}，此后未获进一步反馈` : days > 0 ? '未获反馈' : '';
  const { what, waiting } = sayFiling(values, filing, product);
  const waited =
    days > 0
      ? `，${waiting}${values.count({ how: 'daysSince', contact: filing.no, on: values.snapshot.today })}天`
      : '';
  const answered = silence === '' ? '' : `${last ? '。' : '，'}${values.told(last ?? filing, 'act', silence)}`;
  context.more['statement'] =
    `${values.told(filing, 'act', what)}${waited}${answered}，望${inside ? '按规则优先处理' : '依法处理'}。`;
  const rule = inside ? values.snapshot.platformRules.findLast((one) => one.key === 'first_reply') : undefined;
  const law = waitsForDecision(values, found) ? draft.cite('complaint_decided') : undefined;
  context.more['rule'] = rule
    ? `平台规则${sayRule(values, rule, 'clause')}载明：“${sayRule(values, rule, 'quote')}”。`
    : law
      ? `依据${law.article}，${law.says}。`
      : '';
  context.demands = [
    `请于${context.deadline}前告知处理进度和结果。`,
    '不能按期办结的，请说明原因、经办人和预计办结日期。',
  ];
};

const TALKED_TO: Channel[] = ['merchant', 'platform', 'platform_operator'];

export const draftEscalate: Drafter = (draft) => {
  const { values, context } = draft;
  const contacts = values.snapshot.contacts.filter((contact) => TALKED_TO.includes(contact.channel));
  if (contacts.length === 0) {
    throw new KamengError('NOTHING_TO_ESCALATE', '案卷里还没有和商家或平台的联系记录，谈不上升级处理', {
      hints: ['先联系一次并记下来：kameng followup --channel platform --said "…" --result vague'],
    });
  }
  const last = contacts.findLast((contact) => contact.channel !== 'merchant');
  const filing = openFiling(values, ['platform', 'platform_operator']);
  draft.door = last?.channel ?? 'platform';
  context.more['office'] = officeOf(values, draft.door);
  context.more['subject'] = filing?.filing.reference ? `（投诉编号${values.told(filing.filing, 'reference')}）` : '';
  const whom = [
    contacts.some((contact) => contact.channel === 'merchant') ? values.voice.merchant : '',
    contacts.some((contact) => contact.channel !== 'merchant') ? '贵平台' : '',
  ]
    .filter(Boolean)
    .join('、');
  const count =
    talksWith(values.snapshot, TALKED_TO) > 1 ? `${values.count({ how: 'talks', channels: TALKED_TO })}次` : '';
  context.more['history'] = draft.events
    .filter((event) => event !== draft.purchase)
    .map((event) => sayEvent(values, { ...event, exhibits: [] }));
  // The history is told line by line; what is said to the excuse stands behind it.
  context.more['reply'] = context.story.slice(draft.events.length + context.outcome.length).join('');
  context.more['request'] = `本人已与${whom}沟通${count}，请求${nameDemand(values, draft.claim, values.demand, false)}`;
  context.demands = [
    `该争议由谁处理，请告知经办人或者工号；`,
    `何时处理完毕，请告知具体日期，最迟请于${context.deadline}前答复；`,
    `如何查询进度，请告知查询方式或者编号。`,
  ];
  context.more['reserved'] = sayOffice(values);
};

/** What is announced once is not announced again when it was done. */
function sayOffice(values: Values): string {
  const filed = values.snapshot.contacts.findLast(
    ({ channel, filedOn }) => channel === 'regulator' && filedOn !== undefined,
  );
  if (!filed) return values.basis.consumer ? '本人保留依法向市场监督管理部门投诉的权利。' : '';
  if (isWithdrawn({ channel: 'regulator', on: filed.filedOn! }, values.snapshot)) return '';
  return values.told(filed, 'act', `本人已于${values.told(filed, 'filedOn')}通过12315提交投诉。`);
}
