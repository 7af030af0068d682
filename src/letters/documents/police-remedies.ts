import { KamengError } from '../../model/errors.ts';
import type { Values } from '../values/values.ts';
import type { Drafter } from './draft.ts';
import { filedAt, notReported, openingOf, type Refused, refusedAt } from './refused.ts';
import { describeApplicant, nameNotice, sayAnswer, sayGrounds, sayReport, tellOwnWay } from './remedy-parts.ts';

/** The written answer of the police to a report that nobody answered, or only by word of mouth (行政案件程序规定61). */
export const draftPoliceWriting: Drafter = (draft) => {
  const { values, context } = draft;
  const report = filedAt(values, 'police');
  const opening = report && openingOf(report);
  if (!report || !opening) throw notReported();
  const refusal = refusedAt(values, 'police');
  if (report.filing.inWriting && refusal)
    throw new KamengError('ANSWERED_IN_WRITING', '公安机关已经书面答复，不必再要书面的', {
      hints: [
        '不服不予立案的：kameng letter --to police_reconsider',
        '请检察院监督的：kameng letter --to supervision',
        '治安这一头：kameng letter --to admin_review',
      ],
    });
  if (report.filing.status === 'accepted')
    throw new KamengError('POLICE_ACCEPTED', '公安机关已经受理，不是没有答复', {
      hints: ['看期限：kameng due', '有了结果记下来：kameng followup --channel police --said "原话"'],
    });
  const answered = refusal
    ? sayAnswer(values, refusal.answer, '书面通知')
    : `截至${values.today()}，本人没有收到是否立案的书面告知。`;
  context.more['statement'] = `${sayReport(values, opening)}${answered}`;
  context.demands = [
    '尚未出具受案回执的，请予出具。',
    '请书面告知本案是否立案；作为刑事案件不予立案的，请送达不予立案通知书。',
    '认为不属于违反治安管理行为的，请书面告知并说明理由。',
    '不属于贵单位管辖的，请依法移送，并书面告知移送的机关。',
    `请于${context.deadline}前答复，并告知经办人和联系电话。`,
  ];
};

/** @throws KamengError NOTHING_REPORTED, NOT_IN_WRITING */
function noticeOfPolice(values: Values): Refused {
  const refusal = refusedAt(values, 'police');
  if (!refusal) throw notReported();
  if (refusal.filing.inWriting !== true)
    throw new KamengError('NOT_IN_WRITING', '案卷里只有口头的答复，复议从收到不予立案通知书起算', {
      hints: [
        '先把书面的要来：kameng letter --to police_writing',
        '已经收到的记下来：kameng followup --channel police --result refused --in-writing --said "原话"',
      ],
    });
  return refusal;
}

/** The reconsideration of a refusal to open a case (刑事复议). @throws KamengError NOTHING_REPORTED, NOT_IN_WRITING */
export const draftReconsider: Drafter = (draft) => {
  const { values, context } = draft;
  const refusal = noticeOfPolice(values);
  tellOwnWay(draft, 'police', []);
  describeApplicant(draft);
  nameNotice(draft, refusal);
  context.more['reasons'] = [
    `${sayReport(values, refusal.opening)}${sayAnswer(values, refusal.answer, '不予立案通知书')}`,
    ...sayGrounds(draft),
  ];
  context.demands = ['请求撤销上述不予立案的决定。', '请求对本人报案的事实依法立案侦查，并书面告知复议决定和理由。'];
};

/** The review of that reconsideration, one office higher (刑事复核). @throws KamengError NOT_RECONSIDERED */
export const draftReview: Drafter = (draft) => {
  const { values, context } = draft;
  const refusal = noticeOfPolice(values);
  const again = refusedAt(values, 'police', 'police_reconsider');
  if (!again)
    throw new KamengError('NOT_RECONSIDERED', '案卷里没有刑事复议的结果，还不能申请复核', {
      hints: [
        '先申请复议：kameng letter --to police_reconsider',
        '复议的结果记下来：kameng followup --letter 编号 --result refused --in-writing',
      ],
    });
  tellOwnWay(draft, 'police', ['police_reconsider']);
  describeApplicant(draft);
  nameNotice(draft, again);
  context.more['reasons'] = [
    `${sayReport(values, refusal.opening)}${sayAnswer(values, refusal.answer, '不予立案通知书')}`,
    sayAnswer(values, again.answer, '刑事复议决定书'),
    ...sayGrounds(draft),
  ];
  context.demands = ['请求撤销上述不予立案决定和复议决定。', '请求责令立案侦查，并书面告知复核决定和理由。'];
};

/** What the procuratorate is asked after such a refusal (立案监督). @throws KamengError NOTHING_REPORTED */
export const draftSupervision: Drafter = (draft) => {
  const { values, context } = draft;
  const refusal = refusedAt(values, 'police');
  if (!refusal) throw notReported();
  const again = refusedAt(values, 'police', 'police_reconsider');
  tellOwnWay(draft, 'police', ['police_reconsider', 'police_review']);
  describeApplicant(draft);
  nameNotice(draft, refusal);
  context.more['reasons'] = [
    `${sayReport(values, refusal.opening)}${sayAnswer(values, refusal.answer, '不予立案通知书')}`,
    ...(again ? [sayAnswer(values, again.answer, '刑事复议决定书')] : []),
    ...sayGrounds(draft),
  ];
  context.demands = [
    '请求要求公安机关说明不立案的理由。',
    '认为不立案理由不能成立的，请求通知公安机关立案。',
    '请将处理结果书面告知本人。',
  ];
};
