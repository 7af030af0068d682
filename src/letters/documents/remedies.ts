import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import type { Contact } from '../../model/contact.ts';
import type { Channel, DocumentId } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, showDay } from '../../model/moment.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { caseLog, type LoggedFiling } from '../../law/route/situation-of.ts';
import { isContradicted } from '../../law/route/limitation.ts';
import { sayNumbers } from '../../law/rules/numbers.ts';
import { sayWord } from '../story/cited-law.ts';
import { unstopped } from '../values/marks.ts';
import { proofMark, type Values } from '../values/values.ts';
import { describeBuyer } from './buyer.ts';
import type { Draft, Drafter } from './draft.ts';
import { replyTo } from './resubmission-replies.ts';

/** What was handed in at a door and how it was turned down, as the log has it. */
interface Refused extends LoggedFiling {
  opening: Contact | undefined;
  answer: Contact;
}

const filedAt = (values: Values, channel: Channel, stage?: DocumentId): LoggedFiling | undefined =>
  caseLog(values.snapshot).findLast(({ filing }) => filing.channel === channel && filing.stage === stage);

const openingOf = ({ contacts }: LoggedFiling): Contact | undefined =>
  contacts.find((contact) => contact.filedOn !== undefined);

/** The refusal that stands at a door, or at a step against it. */
function refusedAt(values: Values, channel: Channel, stage?: DocumentId): Refused | undefined {
  const logged = filedAt(values, channel, stage);
  const answer = logged?.contacts.findLast((contact) => contact.result === 'refused');
  if (!logged || !answer || !['refused', 'ended'].includes(logged.filing.status)) return undefined;
  return { ...logged, opening: openingOf(logged), answer };
}

const notReported = (): KamengError =>
  new KamengError('NOTHING_REPORTED', '案卷里没有报过案的记录', {
    hints: [
      '先写报案材料：kameng letter --to police',
      '已经去过的记下来：kameng followup --channel police --filed 2026-09-04 --reference 编号',
    ],
  });

/** What was reported: `本人于…就…向…报案（编号…）。` */
function sayReport(values: Values, opening: Contact | undefined): string {
  if (!opening) return '';
  const number = opening.reference ? `（编号${values.told(opening, 'reference')}）` : '';
  const what = values.show('product') ? `购买“${values.show('product')}”` : '购买商品';
  const where = values.show('policeOffice') ?? '公安机关';
  return values.told(
    opening,
    'act',
    `本人于${values.told(opening, 'filedOn')}就${what}一事向${where}报案${number}${proofMark(values, opening.exhibits)}。`,
  );
}

/** How it was turned down, in the words of the log. */
function sayAnswer(values: Values, answer: Contact, paper: string): string {
  const said = answer.said ? `“${unstopped(values.told(answer, 'said'))}”` : '';
  const number = answer.inWriting && answer.reference ? `（编号${values.told(answer, 'reference')}）` : '';
  const proof = proofMark(values, answer.exhibits);
  const words = answer.inWriting
    ? `收到${paper}${number}${said ? `，理由为${said}` : ''}${proof}。`
    : `${said ? `得到答复${said}` : '被告知不予处理'}${proof}，此后没有收到书面通知。`;
  return values.told(answer, 'act', `${values.told(answer, 'at')}，${words}`);
}

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

/** The doors whose ways part: what one answered is no reason for the other. */
const WAYS = ['police', 'regulator'] as const;

/** Tells only what belongs to this way: what lay at its door, and the steps against it that led here. */
function tellOwnWay(draft: Draft, door: (typeof WAYS)[number], steps: readonly DocumentId[]): void {
  const { snapshot } = draft.values;
  const isWay = (channel: Channel): boolean => WAYS.some((way) => way === channel);
  const belongs = (channel: Channel, step?: DocumentId): boolean =>
    channel === door && (step === undefined || DOCUMENT_TRAITS[step].asksForAnswer === true || steps.includes(step));
  const logged = caseLog(snapshot);
  draft.retell((contact) => {
    if (!isWay(contact.channel)) return true;
    const filing = logged.find(({ contacts }) => contacts.some(({ no }) => no === contact.no))?.filing;
    const written = snapshot.letters.find(({ no }) => no === contact.letter)?.document;
    const step = filing?.stage ?? (written && DOCUMENT_TRAITS[written].against ? written : undefined);
    return belongs(contact.channel, step);
  });
}

/** What the case shows of fraud, as facts; the police judge what they are. */
function sayGrounds(draft: Draft): string[] {
  const { values } = draft;
  const signs = values.showEach('signs').map((sign) => `${sign}。`);
  const proof = proofMark(
    values,
    countedExhibits(values.snapshot)
      .filter(({ kind }) => ['order', 'payment', 'bill', 'chat', 'chat_log'].includes(kind))
      .map(({ no }) => no),
  );
  const sum = values.money('amount') === undefined ? '' : values.sum('amount');
  return [
    ...signs,
    ...(proof ? [`付款${sum}的凭据、与对方的联系记录见${proof.slice(1, -1)}。`] : []),
    values.show('payee')
      ? `收款方为“${values.show('payee')}”，其身份和资金去向可以查明，请依法核查。`
      : '收款方的身份和资金去向可以由收款账户查明，请依法核查。',
  ];
}

/** The paper that is objected to: its number and the day it came. */
function nameNotice({ values, context }: Draft, { answer }: Refused): void {
  context.more['notice'] = answer.inWriting && answer.reference ? values.told(answer, 'reference') : '';
  context.more['noticeOn'] = answer.inWriting
    ? values.mark(showDay(chinaDay(answer.at)), { from: 'contact', no: answer.no, part: 'at' })
    : '';
}

function describeApplicant({ values, context }: Draft): void {
  Object.assign(context.more, describeBuyer(values));
}

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

export const draftReview: Drafter = (draft) => {
  const { values, context } = draft;
  const refusal = noticeOfPolice(values);
  const again = refusedAt(values, 'police', 'police_reconsider');
  if (!again)
    throw new KamengError('NOT_RECONSIDERED', '案卷里没有刑事复议的结果，还不能申请复核', {
      hints: [
        '先申请复议：kameng letter --to police_reconsider',
        '复议的结果记下来：kameng followup --channel police --letter 编号 --result refused --in-writing',
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

/** The newest refusal of an office whose act can be reviewed: 12315, or the police in matters of public order. */
function reviewable(values: Values): { channel: 'police' | 'regulator'; refusal: Refused } {
  const found = WAYS.flatMap((channel) => {
    const refusal = refusedAt(values, channel);
    return refusal ? [{ channel, refusal }] : [];
  });
  const mediated = found.find(
    ({ refusal }) => refusal.filing.status === 'ended' && refusal.filing.channel === 'regulator',
  );
  const open = found.filter((one) => one !== mediated);
  const newest = open.toSorted((a, b) =>
    (a.refusal.filing.answeredOn ?? '').localeCompare(b.refusal.filing.answeredOn ?? ''),
  );
  const last = newest.at(-1);
  if (last) return last;
  if (mediated)
    throw new KamengError('MEDIATION_NOT_REVIEWABLE', '12315 受理后调解没有谈成，调解不属于行政复议范围', {
      hints: ['钱的事走诉讼：kameng letter --to court', '还有哪些路：kameng route'],
    });
  throw new KamengError('NOTHING_TO_REVIEW', '案卷里没有可以申请行政复议的拒绝', {
    hints: [
      '12315 不予受理的先记下来：kameng followup --channel regulator --result refused --in-writing --said "原话"',
      '公安机关拒绝处理的先记下来：kameng followup --channel police --result refused --said "原话"',
    ],
  });
}

/** Why the bureau's ground does not stand, as far as the case shows it. */
function againstGround(draft: Draft, { filing }: Refused): string[] {
  const { values } = draft;
  const filings = caseLog(values.snapshot).map((one) => one.filing);
  const knownAt = values.raw('failedAt') ?? values.raw('paidAt');
  const lines = replyTo(filing.ground, values).lines.filter((line) => !/如下。$|请由该住所地/.test(line));
  if (filing.ground === 'too_late' && isContradicted(filing, filings, knownAt)) {
    draft.cite('complaint_term');
    const term = sayWord(values, 'complaint_term', sayNumbers('{REG-05.complain}', values.snapshot.today));
    const known = values.show('failedAt') ?? values.show('paidAt');
    return [`自本人知道权益受到侵害的${known}至提交投诉之日，没有超过${term}。`];
  }
  return lines;
}

/** The complaint was one of ours: it is never written without what 办法第十条 asks for. */
const namedAll = (values: Values, opening: Contact | undefined): boolean =>
  values.snapshot.letters.some(({ no, document }) => no === opening?.letter && document === 'regulator');

export const draftAdminReview: Drafter = (draft) => {
  const { values, context } = draft;
  const { channel, refusal } = reviewable(values);
  tellOwnWay(draft, channel, []);
  describeApplicant(draft);
  const office = channel === 'police' ? 'policeOffice' : 'marketOffice';
  draft.missing.push(office);
  context.more['office'] = values.show(office) ?? '';
  const { opening, answer } = refusal;
  if (channel === 'police') {
    context.more['reasons'] = [
      `${sayReport(values, opening)}${sayAnswer(values, answer, '书面答复')}`,
      '诈骗的治安处罚没有金额门槛，本人报案的事实应当依法立案调查；认为不属于的，应当说明理由。',
      ...sayGrounds(draft),
    ];
    draft.cite('police_public_order');
    draft.cite('police_fraud_punished');
    context.demands = [
      '请求确认被申请人对本人报案的违反治安管理行为未依法履行职责。',
      '请求责令被申请人依法立案调查，并将结果书面告知本人。',
    ];
  } else {
    const number = opening?.reference ? `（编号${values.told(opening, 'reference')}）` : '';
    const filed = opening
      ? values.told(
          opening,
          'act',
          `本人于${values.told(opening, 'filedOn')}通过12315提交投诉${number}${proofMark(values, opening.exhibits)}。`,
        )
      : '';
    context.more['reasons'] = [
      `${filed}${sayAnswer(values, answer, '不予受理的答复')}`,
      ...againstGround(draft, refusal),
      ...(namedAll(values, opening)
        ? ['本人的投诉写明了本人的姓名、电话、地址，被投诉人的名称、地址，以及请求和事实。']
        : []),
    ];
    draft.cite('complaint_decided');
    context.demands = [
      `请求撤销被申请人${values.told(answer, 'at')}作出的不予受理决定。`,
      '请求责令被申请人依法受理本人的投诉。',
    ];
  }
  draft.cite('review_duty');
  draft.cite('review_term');
};
