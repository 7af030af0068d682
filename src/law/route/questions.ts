import { type AnswerReading, type Contact } from '../../model/contact.ts';
import { type Channel } from '../../model/dispute.ts';
import { addDays, chinaDay, type Day } from '../../model/moment.ts';
import { ruleOf } from '../rules/index.ts';

/** The three things that turn a vague answer into a record. */
const BY_WHEN = '这件事最晚哪一天几点前给我明确答复？';
const BY_WHEN_PAID = '您答应的这件事，最晚哪一天办到？';
const BY_WHOM = '由哪一位负责？请告诉我姓名或工号。';
const LOOK_UP = '用什么编号、在哪里可以查到处理进度？';
const IN_TEXT = '请把刚才的答复用文字发给我。';

const INSIDE: readonly Channel[] = ['merchant', 'platform', 'platform_operator', 'payment'];
const OFFICES: readonly Channel[] = ['regulator', 'report', 'association', 'mediation'];

const ASKED_OF_REFUSAL: Partial<Record<Channel, readonly string[]>> = {
  regulator: [
    '请出具书面的不予受理或终止调解决定，写明依据的条款。',
    '如果是材料不全，请列明缺哪几样。',
    '如果应由别的部门处理，请告诉我是哪个部门。',
  ],
  police: ['请出具受案回执；决定不立案的，请给不予立案通知书。', '请告诉我经办人的姓名、电话。'],
  court: ['请一次告诉我还要补正哪些材料。', '决定不立案的，请出具书面裁定。'],
};
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
  contact: Pick<Contact, 'channel' | 'with' | 'reference' | 'promisedBy'>,
): string[] {
  if (reading.settled) return [];
  const who = contact.with === undefined ? [BY_WHOM] : [];
  const number = contact.reference === undefined ? [LOOK_UP] : [];
  if (reading.refusal)
    return [
      ...(ASKED_OF_REFUSAL[contact.channel] ?? ASKED_INSIDE),
      ...(INSIDE.includes(contact.channel) ? [SUPERVISOR] : []),
    ];
  const day = contact.promisedBy ?? reading.promise?.by ?? null;
  if (reading.promise && day === null) return [BY_WHEN_PAID, ...who, IN_TEXT];
  if (day !== null) return [...who, ...(OFFICES.includes(contact.channel) ? number : [IN_TEXT])];
  return reading.vague ? [BY_WHEN, ...who, ...number] : [];
}

/** Said politely when the first level cannot or will not decide. */
export const SUPERVISOR =
  '谢谢您的解释。这件事我希望由主管或专员再核实一次，请帮我转接或登记升级，并告诉我答复的时间。我保留依法向市场监督管理部门投诉的权利。';

/** The day to look again while a door has the complaint: the interval of the defaults after the last look, never in the past. */
export function lookAgainOn(contact: Pick<Contact, 'at'>, today: Day): Day {
  const next = addDays(chinaDay(contact.at), ruleOf('PDEF-03').clocks![0]!.n);
  return next < today ? today : next;
}
