import { type AnswerReading, boundUntil, type Contact } from '../../model/contact.ts';
import { chinaDay, type Day } from '../../model/moment.ts';
import { lastDay } from '../deadlines/period.ts';
import { clockOf } from '../rules/numbers.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';

/** The three things that turn a vague answer into a record. */
const BY_WHEN = '这件事最晚哪一天几点前给我明确答复？';
const BY_WHEN_PAID = '您答应的这件事，最晚哪一天办到？';
const BY_WHOM = '由哪一位负责？请告诉我姓名或工号。';
const LOOK_UP = '用什么编号、在哪里可以查到处理进度？';
const IN_TEXT = '请把刚才的答复用文字发给我。';

/** What a party of the trade is asked, and whoever has no questions of its own. */
const ASKED_INSIDE: readonly string[] = [
  '依据的是哪一条规则？请把条款或页面发给我。',
  '如果是缺材料，请列明缺哪几样、哪一天前补交。',
  '对这个结果不同意，向哪里申诉、由谁复核？',
];

/**
 * What to ask back, in words to send as they are. What the contact already
 * answers (who, a number, a day) is not asked again.
 */
export function questionsFor(
  reading: AnswerReading,
  contact: Pick<Contact, 'channel' | 'with' | 'reference' | 'promisedBy'> & Partial<Pick<Contact, 'result'>>,
): string[] {
  if (reading.settled) return [];
  const { side, asksOnRefusal, appoints } = CHANNEL_TRAITS[contact.channel];
  const who = contact.with === undefined ? [BY_WHOM] : [];
  const number = contact.reference === undefined ? [LOOK_UP] : [];
  // What the buyer says it comes to is above what its words look like.
  const refused = contact.result === undefined ? reading.refusal : contact.result === 'refused';
  if (refused) return [...(asksOnRefusal ?? ASKED_INSIDE), ...(side === 'trade' ? [SUPERVISOR] : [])];
  // A court answers in writing, and sets days: nothing is left to be asked.
  if (appoints) return [];
  const day = contact.promisedBy ?? boundUntil(reading) ?? null;
  if (reading.promise?.offer) return [];
  if (reading.promise && day === null) return [BY_WHEN_PAID, ...who, IN_TEXT];
  if (day !== null) return [...who, ...(side === 'office' ? number : [IN_TEXT])];
  return reading.vague ? [BY_WHEN, ...who, ...number] : [];
}

/** Said politely when the first level cannot or will not decide. */
export const SUPERVISOR =
  '谢谢您的解释。这件事我希望由主管或专员再核实一次，请帮我转接或登记升级，并告诉我答复的时间。我保留依法向市场监督管理部门投诉的权利。';

/** The day to look again while a door has the complaint: the interval of the defaults after the last look, never in the past. */
export function lookAgainOn(contact: Pick<Contact, 'at'>, today: Day): Day {
  const seenOn = chinaDay(contact.at);
  const next = lastDay(clockOf('PDEF-03', 'look_again', seenOn, today), seenOn);
  return next < today ? today : next;
}
